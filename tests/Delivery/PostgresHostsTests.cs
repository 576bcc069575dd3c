using MeliBot.Contracts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Stores.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MeliBot.Delivery.Tests;

/// <summary>Several processes on one store: each thing is done by one of them.</summary>
public sealed class PostgresHostsTests : IAsyncDisposable
{
    private const int Hosts = 4;

    private readonly PostgresFixture _store = new();
    private readonly List<PostgresFixture> _others = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var other in _others)
            await other.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task A_signal_that_one_host_took_is_found_by_no_other_until_it_is_stored()
    {
        await RaiseAsync(10);
        var other = Another();
        var mine = await _store.Signals.FindDueAsync(_store.Now, 5, _ => false, default);
        mine.Count.ShouldBe(5);
        (await other.Signals.FindDueAsync(_store.Now, 100, _ => false, default)).Select(signal => signal.Resource).ShouldNotContain(resource => mine.Any(signal => signal.Resource == resource));

        await _store.Signals.RetryAsync(mine[0], _store.Now, "once more", counts: false, default);
        (await other.Signals.FindDueAsync(_store.Now, 100, signal => signal.Resource != mine[0].Resource, default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_newer_hint_that_came_meanwhile_is_anybodys()
    {
        await RaiseAsync(1);
        var old = (await _store.Signals.FindDueAsync(_store.Now, 5, _ => false, default)).ShouldHaveSingleItem();
        await RaiseAsync(1);
        (await Another().Signals.FindDueAsync(_store.Now, 5, _ => false, default)).ShouldBeEmpty();
        await _store.Signals.IngestAsync(old, Signals.Ingest.Nothing, default);

        (await Another().Signals.FindDueAsync(_store.Now, 5, _ => false, default)).ShouldHaveSingleItem().Generation.ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_host_took_is_free_when_it_has_left_or_is_taken_for_dead(bool leaves)
    {
        await RaiseAsync(3);
        await Some.WithQuestionsAsync(_store, 1);
        (await _store.Signals.FindDueAsync(_store.Now, 5, _ => false, default)).Count.ShouldBe(3);
        (await _store.Turns.FindDueAsync(_store.Now, 5, _ => false, default)).Count.ShouldBe(1);
        var other = Another();
        (await other.Signals.FindDueAsync(_store.Now, 5, _ => false, default)).ShouldBeEmpty();
        (await other.Turns.FindDueAsync(_store.Now, 5, _ => false, default)).ShouldBeEmpty();

        if (leaves)
            await _store.Services.GetRequiredService<PostgresHosts>().LeaveAsync(default);
        else
            Run("UPDATE hosts SET alive_until = 'epoch'");

        (await other.Signals.FindDueAsync(_store.Now, 5, _ => false, default)).Count.ShouldBe(3);
        (await other.Turns.FindDueAsync(_store.Now, 5, _ => false, default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Hosts_that_look_at_the_same_moment_share_the_work_and_find_all_of_it()
    {
        await RaiseAsync(200);
        var hosts = Enumerable.Range(0, Hosts).Select(_ => Another()).ToArray();
        var found = await Task.WhenAll(hosts.Select(async host =>
        {
            var mine = new HashSet<string>(StringComparer.Ordinal);
            while (await host.Signals.FindDueAsync(host.Now, 10, signal => mine.Contains(signal.Resource), default) is { Count: > 0 } some)
                mine.UnionWith(some.Select(signal => signal.Resource));
            return mine;
        }));

        found.Sum(mine => mine.Count).ShouldBe(200);
        found.SelectMany(mine => mine).Distinct(StringComparer.Ordinal).Count().ShouldBe(200);
    }

    [Fact]
    public async Task Of_turns_that_race_on_several_hosts_one_commits()
    {
        var conversations = Enumerable.Range(1, 40).Select(number => Some.AnyConversation(number)).ToArray();
        var snapshots = await Task.WhenAll(conversations.Select(conversation => Some.WithQuestionsAsync(_store, 1, conversation)));
        var hosts = Enumerable.Range(0, Hosts).Select(_ => Another()).ToArray();
        var results = await Task.WhenAll(hosts.Select(host => Task.WhenAll(snapshots.Select(snapshot => host.Turns.CommitAsync(
            Some.Commit(snapshot, snapshot.Activities[0].Id) with
            {
                Effects = [Some.Plan(host, $"7:answer:{snapshot.Conversation.Id}")],
                Writes = [new State.StateWrite(Some.Account, "counted", null, "x"), new State.StateWrite(Some.Account, snapshot.Conversation.Id, 0, "x")],
            },
            host.Now,
            default)))));

        for (var i = 0; i < snapshots.Length; i++)
            results.Count(host => host[i].Committed).ShouldBe(1);
        (await _store.State.ReadAsync([(Some.Account, "counted")], default))[0].Version.ShouldBe(40);
    }

    [Fact]
    public async Task A_state_that_was_read_as_absent_and_made_by_another_host_loses_the_turn()
    {
        var snapshots = await Task.WhenAll(Enumerable.Range(1, Hosts).Select(number => Some.WithQuestionsAsync(_store, 1, Some.AnyConversation(number))));
        var results = await Task.WhenAll(snapshots.Select(snapshot => Another().Turns.CommitAsync(
            Some.Commit(snapshot, snapshot.Activities[0].Id) with { Reads = [new State.StateRead(Some.Account, "buyer", 0)], Writes = [new State.StateWrite(Some.Account, "buyer", null, "x")] },
            _store.Now,
            default)));

        results.Count(result => result.Committed).ShouldBe(1);
        results.Where(result => !result.Committed).ShouldAllBe(result => result.Conflict == "buyer");
    }

    [Fact]
    public async Task Effects_are_claimed_once_each_and_in_order_by_however_many_hosts()
    {
        var conversations = Enumerable.Range(1, 20).Select(number => Some.AnyConversation(number)).ToArray();
        foreach (var conversation in conversations)
            foreach (var number in Enumerable.Range(1, 3))
                (await _store.Effects.PlanAsync(conversation, Some.Plan(_store, $"7:message:{conversation.Id}:{number}"), _store.Now, default)).ShouldBeTrue();
        var order = new System.Collections.Concurrent.ConcurrentQueue<(string Conversation, string Key)>();
        var hosts = Enumerable.Range(0, Hosts).Select(_ => Another()).ToArray();
        await Task.WhenAll(hosts.Select(async host =>
        {
            while ((await _store.Reader.CountsAsync(default)) is { PlannedEffects: > 0 } or { SendingEffects: > 0 })
            {
                foreach (var lease in await host.Effects.ClaimAsync(host.Now, 7, TimeSpan.FromMinutes(1), default))
                {
                    order.Enqueue((lease.Slot.Conversation, lease.Slot.Key));
                    (await host.Effects.MarkAsync(lease, new EffectOutcome.Sent(null), host.Now, default)).ShouldBeTrue();
                }
            }
        }));

        foreach (var conversation in conversations)
            order.Where(claim => claim.Conversation == conversation.Id).Select(claim => claim.Key).ShouldBe(Enumerable.Range(1, 3).Select(number => $"7:message:{conversation.Id}:{number}"));
    }

    [Fact]
    public async Task Hosts_that_start_at_once_on_an_empty_database_make_its_tables_once()
    {
        var empty = PostgresServer.NewStore();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var services = new ServiceCollection().AddPostgresDelivery(options => options.ConnectionString = empty).BuildServiceProvider();
            await services.GetRequiredService<Signals.ISignalStore>().RaiseAsync(Some.Hint(_store), default);
        }));

        await using var connection = new NpgsqlConnection(empty);
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand("SELECT generation FROM signals", connection);
        (await count.ExecuteScalarAsync()).ShouldBe(6L);
    }

    private PostgresFixture Another()
    {
        var other = _store.Another();
        _others.Add(other);
        return other;
    }

    private void Run(string sql) => PostgresServer.Execute($"SET search_path TO {new NpgsqlConnectionStringBuilder(_store.ConnectionString).SearchPath}; {sql}");

    private Task RaiseAsync(int count) => Task.WhenAll(Enumerable.Range(1, count).Select(number => _store.Signals.RaiseAsync(Some.Hint(_store, $"/questions/{number}"), default)));
}
