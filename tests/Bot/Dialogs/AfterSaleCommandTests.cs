using System.Text.Json;

namespace MeliBot.Bot.Tests.Dialogs;

/// <summary>What designers do in a terminal with messages of sales. Nothing here has an account, settings or a database.</summary>
public sealed class AfterSaleCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("melibot-sale-");

    [Fact]
    public async Task Trying_a_message_on_an_order_shows_what_would_be_said_and_why()
    {
        await WriteAsync("shipped.yaml", "site: MLA\nstage: paid\nshipment: { status: shipped, carrier: Andreani, tracking: AR123456 }\n");

        var run = await RunAsync("try", "me pasás el código de seguimiento?", "--order", "shipped.yaml", "--playbook", "shipped");

        run.ExitCode.ShouldBe(0, run.Error);
        foreach (var words in (string[])["sale_tracking", "AR123456", "shipment.tracking", "Decision: send"]) run.Out.ShouldContain(words);
    }

    [Fact]
    public async Task A_batch_takes_orders_in_each_line()
    {
        await WriteAsync("cancelled.yaml", "site: MLA\nstage: cancelled\n");

        var run = await ConsoleRun.OfAsync(
            ["dialogs", "try", "--batch", "-", "--playbook", "shipped"],
            """
            {"id":1,"text":"quiero cancelar la compra","locale":"es-AR","order":{"id":5,"status":"paid","context":{"site":"MLA"}}}
            {"id":2,"text":"ya lo despacharon?","order":"cancelled.yaml"}
            {"id":3,"text":"ya lo despacharon?","locale":"es-AR","order":null}
            {"id":4,"text":"ya lo despacharon?","order":"nowhere.yaml"}
            {"id":5,"text":"cuánto sale?","locale":"es-AR"}
            """,
            folder: _folder.FullName);

        run.ExitCode.ShouldBe(1, run.Error);
        var lines = run.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines[0].GetProperty("intents").EnumerateArray().Select(i => i.GetString()).ShouldBe(["sale_cancel"]);
        lines[0].GetProperty("decision").GetString().ShouldBe("draft");
        lines[1].GetProperty("decision").GetString().ShouldBe("hold");
        lines[2].GetProperty("decision").GetString().ShouldBe("hold");
        lines[3].GetProperty("error").GetString()!.ShouldContain("there is no file nowhere.yaml");
        lines[4].GetProperty("intents").EnumerateArray().Select(i => i.GetString()).ShouldBe(["price"]);
    }

    [Fact]
    public async Task An_order_that_cannot_be_read_says_where_and_what_to_write()
    {
        await WriteAsync("wrong.yaml", "stage: payd\n");
        var run = await RunAsync("try", "hola", "--order", "wrong.yaml", "--playbook", "shipped");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("wrong.yaml:1:8");
        run.Error.ShouldContain("did you mean \"paid\"?");
    }

    [Fact]
    public async Task The_shipped_tests_of_messages_and_questions_all_hold()
    {
        var run = await RunAsync("test", "shipped");
        run.ExitCode.ShouldBe(0, run.Out);
        run.Out.ShouldContain("0 failed");
    }

    [Fact]
    public async Task A_test_that_does_not_hold_says_what_was_expected_and_what_came()
    {
        await WriteAsync("playbook.yaml", "playbook: shop\nextends: shipped\n");
        await WriteAsync("tests/first.yaml", "- { message: \"ya lo despacharon?\", order: mine.yaml, contains: \"mañana\" }\n");
        await WriteAsync("tests/orders/mine.yaml", "site: MLA\nstage: paid\nshipment: { status: handling }\n");
        var run = await RunAsync("test", ".");
        run.ExitCode.ShouldBe(1);
        run.Out.ShouldContain("expected: mañana");
        run.Out.ShouldContain("prepar");
    }

    [Fact]
    public async Task Measuring_asks_each_line_where_it_is_written()
    {
        await WriteAsync("lines.jsonl", """
            {"text":"cuánto sale?","locale":"es-AR","intents":["price"]}
            {"text":"quiero cancelar la compra","locale":"es-AR","place":"orders","intents":["sale_cancel"]}
            {"text":"quiero devolver el producto","locale":"es-AR","place":"claims","intents":["sale_return"]}
            """);
        var run = await RunAsync("eval", "lines.jsonl", "--json", "--playbook", "shipped");
        run.ExitCode.ShouldBe(0, run.Error);
        JsonDocument.Parse(run.Out).RootElement.GetProperty("exact").GetDouble().ShouldBe(1);

        await WriteAsync("wrong.jsonl", """{"text":"hola","place":"calls","intents":[]}""");
        (await RunAsync("eval", "wrong.jsonl", "--playbook", "shipped")).Error.ShouldContain("\"place\" is questions or orders or claims, not calls");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task WriteAsync(string path, string text)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, path));
        file.Directory!.Create();
        await File.WriteAllTextAsync(file.FullName, text, TestContext.Current.CancellationToken);
    }

    private Task<ConsoleRun> RunAsync(params string[] arguments) => ConsoleRun.OfAsync(["dialogs", .. arguments], folder: _folder.FullName);
}
