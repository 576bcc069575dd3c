using MeliBot.Delivery.Records;
using MeliBot.Inbox.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Inbox.Tests;

public sealed class QuickTextTests : IAsyncDisposable
{
    private static readonly TextVariables Known = new(new Dictionary<string, string?>(StringComparer.Ordinal) { ["buyer.nickname"] = "NICO88", ["item.title"] = "Taza", ["item.price"] = null });

    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-texts-").FullName;
    private readonly ServiceProvider _services;
    private readonly QuickTextStore _texts;

    public QuickTextTests()
    {
        _services = new ServiceCollection().AddLogging().AddDelivery().AddSqliteDelivery(sqlite => sqlite.Path = Path.Combine(_folder, "texts.db")).BuildServiceProvider();
        _texts = new(_services.GetRequiredService<IRecordStore>());
    }

    [Fact]
    public void Variables_become_what_the_conversation_knows()
    {
        var expanded = Known.Expand("Hola {{buyer.nickname}}, la {{ item.title }} está.");

        expanded.Text.ShouldBe("Hola NICO88, la Taza está.");
        expanded.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Cuesta {{item.cost}}", "text.unknown-variable")]
    [InlineData("Cuesta {{item.price}}", "text.not-known")]
    [InlineData("Cuesta {{item.stock}}", "text.not-known")]
    [InlineData("Cuesta {{item.price", "text.loose-braces")]
    [InlineData("Cuesta {{}}", "text.unknown-variable")]
    public void What_cant_be_filled_in_is_a_clear_problem(string text, string code)
    {
        var expanded = Known.Expand(text);

        expanded.Problems.ShouldHaveSingleItem().Code.ShouldBe(code);
        expanded.Text.ShouldBe(text);
    }

    [Fact]
    public void A_value_that_looks_like_a_variable_stays_a_value() =>
        new TextVariables(new Dictionary<string, string?>(StringComparer.Ordinal) { ["item.title"] = "Taza {{agent.name}}", ["agent.name"] = "Ana" }).Expand("{{item.title}}").Text.ShouldBe("Taza {{agent.name}}");

    [Theory]
    [InlineData("/ho", 3, 0, "ho")]
    [InlineData("Sí. /", 5, 4, "")]
    [InlineData("Sí. /gar y más", 8, 4, "gar")]
    [InlineData("Sí.\n/env-1", 10, 4, "env-1")]
    public void A_code_is_what_stands_between_a_slash_that_begins_a_word_and_the_caret(string text, int caret, int start, string begins) =>
        TypedCode.Find(text, caret).ShouldBe(new TypedCode(start, begins));

    [Theory]
    [InlineData("3/4", 3)]
    [InlineData("https://x", 9)]
    [InlineData("hola", 4)]
    [InlineData("/ho la", 6)]
    [InlineData("", 0)]
    [InlineData("/x", 99)]
    public void Other_slashes_are_only_slashes(string text, int caret) => (TypedCode.Find(text, caret) is null || caret > text.Length).ShouldBeTrue();

    [Fact]
    public void Codes_that_begin_so_come_before_those_that_hold_it()
    {
        QuickText[] texts = [new("envio", "x"), new("reenvio", "y"), new("stock", "hay envío mañana"), new("hola", "z")];

        new TypedCode(0, "env").Among(texts, 8).Select(text => text.Code).ShouldBe(["envio", "reenvio", "stock"]);
        new TypedCode(0, "").Among(texts, 2).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_accounts_own_text_counts_before_the_general_one()
    {
        await _texts.SaveAsync(new QuickText("hola", "general"), isNew: true, Cancel);
        await _texts.SaveAsync(new QuickText("hola", "own", 7), isNew: true, Cancel);

        (await _texts.ForAsync(7, Cancel)).ShouldHaveSingleItem().Text.ShouldBe("own");
        (await _texts.ForAsync(8, Cancel)).ShouldHaveSingleItem().Text.ShouldBe("general");
    }

    [Fact]
    public async Task A_new_text_never_replaces_another_and_a_change_does()
    {
        (await _texts.SaveAsync(new QuickText("hola", "one"), isNew: true, Cancel)).ShouldBeTrue();
        (await _texts.SaveAsync(new QuickText("hola", "two"), isNew: true, Cancel)).ShouldBeFalse();
        (await _texts.SaveAsync(new QuickText("hola", "three"), isNew: false, Cancel)).ShouldBeTrue();
        (await _texts.ListAsync(Cancel)).ShouldHaveSingleItem().Text.ShouldBe("three");

        await _texts.DeleteAsync(new QuickText("hola", "three"), Cancel);
        (await _texts.ListAsync(Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/Hola", "Hola", null)]
    [InlineData("ho la", "Hola", "text.bad-code")]
    [InlineData("", "Hola", "text.bad-code")]
    [InlineData("hola", " ", "text.empty")]
    [InlineData("hola", "{{item.color}}", "text.unknown-variable")]
    [InlineData("hola", "{{item.price}}", null)]
    public void What_is_wrong_with_a_text_is_said_before_it_is_kept(string code, string text, string? problem) =>
        QuickTextRules.Problems(new QuickText(QuickTextRules.Code(code), text)).Select(reason => reason.Code).FirstOrDefault().ShouldBe(problem);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
