using System.Diagnostics;
using System.Text.Json;
using MeliBot.Bot.Rehearsal;

namespace MeliBot.Bot.Tests.Dialogs;

public sealed class BatchCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("melibot-batch-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Merging_answers_each_line_in_order_and_tells_the_bad_ones()
    {
        var run = await ConsoleRun.OfAsync(
            ["dialogs", "merge", "--batch", "-"],
            """
            {"id":"a","locale":"es-AR","replies":["¡Hola! Sí, tenemos stock.","¡Hola! El envío es gratis.",{"text":"¡Saludos!","role":"closing"}]}
            {"id":7,"locale":"pt-BR","replies":["Ligue para 11 98765-4321."]}

            not json
            {"id":"c","replies":[{"text":"x","role":"chorus"}]}
            """);

        run.ExitCode.ShouldBe(1);
        var lines = run.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Count.ShouldBe(4);
        lines[0].GetProperty("id").GetString().ShouldBe("a");
        lines[0].GetProperty("answer").GetString().ShouldBe("¡Hola! Sí, tenemos stock. El envío es gratis. ¡Saludos!");
        lines[0].GetProperty("dropped").EnumerateArray().Single().GetProperty("text").GetString().ShouldBe("¡Hola!");
        lines[0].GetProperty("decision").GetString().ShouldBe("send");
        lines[1].GetProperty("id").GetInt32().ShouldBe(7);
        lines[1].GetProperty("decision").GetString().ShouldBe("draft");
        lines[2].GetProperty("error").GetString()!.ShouldStartWith("line 4: ");
        lines[3].GetProperty("id").GetString().ShouldBe("c");
        lines[3].GetProperty("error").GetString()!.ShouldContain("chorus");
    }

    [Fact]
    public async Task Merging_goes_by_the_guards_of_the_playbook()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "playbook.yaml"), "playbook: shop\nextends: shipped\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "guards.yaml"), "forbid: [liquidación]\nallow: [once.com]\n", TestContext.Current.CancellationToken);

        var run = await ConsoleRun.OfAsync(
            ["dialogs", "merge", "--playbook", _folder.FullName, "--batch", "-"],
            """
            {"id":"a","locale":"es-AR","replies":["Está en liquidación."]}
            {"id":"b","locale":"es-AR","replies":["La marca es once.com y es original."]}
            """);

        run.ExitCode.ShouldBe(0, run.Error + run.Out);
        run.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("decision").GetString()).ShouldBe(["draft", "send"]);
    }

    [Fact]
    public async Task Trying_answers_each_line_in_order_without_account_settings_or_database()
    {
        var run = await ConsoleRun.OfAsync(
            ["dialogs", "try", "--batch", "-", "--json"],
            """
            {"id":1,"text":"Hola, ¿tenés stock? ¿Tiene garantía?","locale":"es-AR","item":{"id":"MLA5","site_id":"MLA","title":"Taladro","price":100,"currency_id":"ARS","available_quantity":3,"status":"active","warranty":"Garantía del vendedor: 6 meses"}}
            {"id":2}
            {"id":3,"text":"quanto custa?","locale":"pt-BR","item":"nowhere.json"}
            """);

        run.ExitCode.ShouldBe(1, run.Error);
        var lines = run.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines[0].GetProperty("intents").EnumerateArray().Select(intent => intent.GetString()!).ShouldBe(["availability", "warranty"]);
        lines[0].GetProperty("segments").GetArrayLength().ShouldBeGreaterThan(1);
        lines[0].GetProperty("answer").GetString()!.ShouldContain("6 meses");
        lines[0].GetProperty("decision").GetString().ShouldBe("send");
        lines[1].GetProperty("error").GetString()!.ShouldStartWith("line 2: ");
        lines[2].GetProperty("error").GetString()!.ShouldContain("nowhere.json");
    }

    [Fact]
    public async Task Trying_on_a_broken_playbook_answers_no_line_and_tells_what_is_wrong()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "playbook.yaml"), "playbook: shop\nextends: shiped\n", TestContext.Current.CancellationToken);

        var run = await ConsoleRun.OfAsync(["dialogs", "try", "--playbook", _folder.FullName, "--batch", "-"], """{"id":1,"text":"¿Tenés stock?","locale":"es-AR"}""");

        run.ExitCode.ShouldNotBe(0);
        run.Out.ShouldBeEmpty();
        run.Error.ShouldContain("shiped");
    }

    [Fact]
    public async Task Whoever_waits_for_an_answer_before_the_next_line_gets_it_and_what_is_stopped_leaves_no_process_behind()
    {
        using var running = ConsoleRun.Start(["dialogs", "try", "--batch", "-"]);
        await running.StandardInput.WriteLineAsync("""{"id":1,"text":"¿Tenés stock?","locale":"es-AR"}""".AsMemory(), TestContext.Current.CancellationToken);
        await running.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        (await running.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.ShouldContain("availability");

        using var kill = Process.Start("kill", ["-TERM", $"{running.Id}"]);
        // The pipe ends when the last process that could write to it has.
        (await running.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        await running.WaitForExitAsync(TestContext.Current.CancellationToken);
        running.ExitCode.ShouldNotBe(0);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("1", false)]
    public async Task The_questions_of_a_batch_are_answered_by_a_process_whose_runtime_compiles_once_unless_whoever_starts_it_decided(string? setting, bool second)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked for in /proc.");
        const string QuickJit = "DOTNET_TC_QuickJit";
        using var running = ConsoleRun.Start(["dialogs", "try", "--batch", "-"], environment: setting is null ? null : new Dictionary<string, string> { [QuickJit] = setting });
        await running.StandardInput.WriteLineAsync("""{"id":1,"text":"¿Tenés stock?","locale":"es-AR"}""".AsMemory(), TestContext.Current.CancellationToken);
        await running.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        (await running.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull();

        var children = Directory.GetDirectories($"/proc/{running.Id}/task").SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();

        children.Count.ShouldBe(second ? 1 : 0);
        foreach (var child in children)
            (await File.ReadAllTextAsync($"/proc/{child}/environ", TestContext.Current.CancellationToken)).Split('\0').ShouldContain($"{QuickJit}=0");
        running.StandardInput.Close();
        await running.WaitForExitAsync(TestContext.Current.CancellationToken);
        running.ExitCode.ShouldBe(0);
    }

    [Fact]
    public Task The_question_that_nobody_asked_is_answered_without_a_fault() => WarmUp.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Why_says_which_rule_holds_and_until_when()
    {
        var run = await ConsoleRun.OfAsync(["dialogs", "why", "--item", "MLA1", "--at", "2026-11-26T22:00-03:00", "--kind", "critical", "--kind", "compatibility"]);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("send from: 0.80, by kind \"critical\" of the general rule");
        run.Out.ShouldContain("Thu 26 Nov 2026 22:00 in America/Argentina/Buenos_Aires");
    }
}
