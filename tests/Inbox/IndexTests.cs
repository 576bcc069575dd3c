using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reasons;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Index.Sqlite;
using Microsoft.Data.Sqlite;

namespace MeliBot.Inbox.Tests;

public sealed class IndexTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-inbox-").FullName;
    private readonly SqliteInboxIndex _index;

    public IndexTests() => _index = new(() => Path.Combine(_folder, "index"));

    [Fact]
    public async Task What_waits_longest_comes_first_and_what_is_done_newest_first()
    {
        await PutAsync(
            Entry("a", InboxState.Person, Noon.AddMinutes(5)), Entry("b", InboxState.Person, Noon.AddMinutes(-5)),
            Entry("c", InboxState.Done, Noon), Entry("d", InboxState.Done, Noon.AddHours(1)));

        (await FindAsync(new InboxQuery())).ShouldBe(["b", "a", "d", "c"]);
    }

    [Theory]
    [InlineData("camión", "a")]
    [InlineData("CAMION", "a")]
    [InlineData("cam roj", "a")]
    [InlineData("termo", "b")]
    [InlineData("\"", "a b")]
    public async Task Words_are_found_by_their_beginnings_without_accents(string typed, string found)
    {
        await PutAsync(Entry("a", InboxState.Person, Noon, words: "¿El camión rojo?"), Entry("b", InboxState.Person, Noon.AddMinutes(1), words: "termo"));

        string.Join(' ', await FindAsync(new InboxQuery(Text: typed))).ShouldBe(found);
    }

    [Fact]
    public async Task A_name_learnt_later_is_found_too()
    {
        await PutAsync(Entry("a", InboxState.Person, Noon), Entry("b", InboxState.Person, Noon.AddMinutes(1)) with { Entry = Entry("b", InboxState.Person, Noon.AddMinutes(1)).Entry with { Item = "MLA9", Buyer = 77 } });
        await _index.NameAsync("MLA9", "Zapatillas Pampa", TestContext.Current.CancellationToken);
        await _index.NameAsync("77", "NICO88", TestContext.Current.CancellationToken);

        (await FindAsync(new InboxQuery(Text: "zapat nico"))).ShouldBe(["b"]);
    }

    [Fact]
    public async Task What_is_due_stands_before_all_that_only_waits_and_the_soonest_first()
    {
        await PutAsync(Entry("question", InboxState.Person, Noon.AddDays(-9)), Due("later", Noon.AddDays(3)), Due("overdue", Noon.AddHours(-1)), Due("soon", Noon.AddHours(2)), Due("moving", Noon, InboxState.Moving));

        (await FindAsync(new InboxQuery())).ShouldBe(["overdue", "soon", "later", "question", "moving"]);
        (await FindAsync(new InboxQuery(Cause: InboxCause.Due))).ShouldBe(["overdue", "soon", "later", "moving"]);

        static IndexedEntry Due(string id, DateTimeOffset due, InboxState state = InboxState.Person) =>
            Entry(id, state, Noon) is var made ? made with { Entry = made.Entry with { Cause = InboxCause.Due, DueAt = due } } : made;
    }

    [Fact]
    public async Task What_needs_no_answer_stands_behind_all_that_does()
    {
        var thanks = Entry("thanks", InboxState.Person, Noon.AddDays(-3));
        await PutAsync(thanks with { Entry = thanks.Entry with { Cause = InboxCause.Thanks } }, Entry("new", InboxState.Person, Noon), Entry("old", InboxState.Person, Noon.AddHours(-1)));

        (await FindAsync(new InboxQuery(InboxState.Person))).ShouldBe(["old", "new", "thanks"]);
    }

    [Fact]
    public async Task Lists_are_narrowed_by_who_speaks_by_kind_and_by_buyer()
    {
        await PutAsync(
            With("bot", entry => entry with { Owner = OwnerKind.Bot, Buyer = 1 }), With("waiting", entry => entry with { Owner = OwnerKind.Waiting, Buyer = 2 }),
            With("ana", entry => entry with { Owner = OwnerKind.Agent, Agent = "ana", Buyer = 2 }), With("claim", entry => entry with { Kind = "claims", Owner = OwnerKind.Agent, Agent = "bruno" }));

        (await FindAsync(new InboxQuery(Owner: OwnerKind.Waiting))).ShouldBe(["waiting"]);
        (await FindAsync(new InboxQuery(Mine: "ana"))).ShouldBe(["ana"]);
        (await FindAsync(new InboxQuery(Kind: "claims"))).ShouldBe(["claim"]);
        (await FindAsync(new InboxQuery(Buyer: 2))).ShouldBe(["waiting", "ana"]);
        (await _index.CountAsync(new InboxQuery(Kind: "questions"), "ana", TestContext.Current.CancellationToken)).ShouldBe(new InboxCounts(3, 0, 0, 1));

        static IndexedEntry With(string id, Func<InboxEntry, InboxEntry> change) => new(change(Entry(id, InboxState.Person, Noon).Entry), "");
    }

    [Fact]
    public async Task A_reason_comes_back_with_its_code()
    {
        var entry = Entry("a", InboxState.Person, Noon);
        await PutAsync(entry with { Entry = entry.Entry with { Reason = new ReasonCode("policy.uncovered", "The reply doesn't answer all that was asked: {0}.").With("price") } });

        var reason = (await _index.FindAsync(new InboxQuery(), 0, 1, TestContext.Current.CancellationToken)).Entries.ShouldHaveSingleItem().Reason.ShouldNotBeNull();

        (reason.Code, reason.Text).ShouldBe(("policy.uncovered", "The reply doesn't answer all that was asked: price."));
    }

    [Fact]
    public async Task Counts_follow_the_other_filters()
    {
        await PutAsync(Entry("a", InboxState.Person, Noon), Entry("b", InboxState.Done, Noon), Entry("c", InboxState.Person, Noon, account: 2));

        (await _index.CountAsync(new InboxQuery(InboxState.Done, Account: 1), null, TestContext.Current.CancellationToken)).ShouldBe(new InboxCounts(1, 0, 1, 0));
    }

    [Fact]
    public async Task A_search_keeps_to_the_other_filters_and_its_counters_do()
    {
        await PutAsync(
            Entry("a", InboxState.Person, Noon, words: "camión"), Entry("b", InboxState.Done, Noon, words: "camión"), Entry("c", InboxState.Person, Noon, account: 2, words: "camión"),
            Entry("d", InboxState.Person, Noon, words: "termo s1"));
        var query = new InboxQuery(InboxState.Person, Account: 1, Text: "cami");

        (await FindAsync(query)).ShouldBe(["a"]);
        (await FindAsync(new InboxQuery(Text: "s1"))).ShouldBe(["d"]);
        (await _index.CountAsync(query, "ana", TestContext.Current.CancellationToken)).ShouldBe(new InboxCounts(1, 0, 1, 0));
    }

    [Fact]
    public async Task An_index_of_another_version_is_made_anew()
    {
        await PutAsync(Entry("a", InboxState.Person, Noon));
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "index")}"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var other = new SqliteInboxIndex(() => Path.Combine(_folder, "index"));
        (await other.CursorAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    public void Dispose()
    {
        _index.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static IndexedEntry Entry(string id, InboxState state, DateTimeOffset since, long account = 1, string words = "") =>
        new(new InboxEntry(id, account, "questions", null, null, state, InboxCause.None, null, null, 1, state == InboxState.Done ? 0 : 1, state == InboxState.Done ? null : since, since, ""), words);

    private Task PutAsync(params IReadOnlyList<IndexedEntry> entries) => _index.PutAsync(entries, 1, TestContext.Current.CancellationToken);

    private async Task<IEnumerable<string>> FindAsync(InboxQuery query) => (await _index.FindAsync(query, 0, 100, TestContext.Current.CancellationToken)).Entries.Select(entry => entry.Conversation);
}
