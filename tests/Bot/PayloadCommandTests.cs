using System.Text.Json;

namespace MeliBot.Bot.Tests;

public sealed class PayloadCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("melibot-payload-");

    [Fact]
    public async Task Each_file_becomes_one_normalised_line_that_names_what_is_unknown()
    {
        var question = Write("q.json", """{"id":"42","seller_id":7,"item_id":"MLA1","status":"SHINY","text":"¿Hay?","from":{"id":"9"},"glow":true,"date_created":"2026-09-25T08:00:00.0000000-04:00"}""");
        var notification = Write("n.json", """{"_id":"a","resource":"/questions/42","user_id":"7","topic":"questions","application_id":1,"attempts":1}""");

        var run = await ConsoleRun.OfAsync(["payload", "question", question, question]);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Lines.Count.ShouldBe(2);
        var line = JsonDocument.Parse(run.Lines[0]).RootElement;
        line.GetProperty("id").GetInt64().ShouldBe(42);
        line.GetProperty("unknown").EnumerateArray().Select(u => u.GetString()!).ShouldBe(["status=SHINY", "glow"], ignoreOrder: true);
        (await ConsoleRun.OfAsync(["payload", "notification", notification])).Out.ShouldContain("\"user_id\":7");
    }

    [Fact]
    public async Task One_that_cannot_be_read_makes_exit_code_1_and_the_others_are_still_read()
    {
        var good = Write("good.json", """{"id":1,"text":"a"}""");
        var run = await ConsoleRun.OfAsync(["payload", "question", Write("bad.json", "{"), good, Path.Combine(_folder.FullName, "missing.json")]);

        run.ExitCode.ShouldBe(1);
        run.Lines.Count.ShouldBe(3);
        JsonDocument.Parse(run.Lines[1]).RootElement.GetProperty("id").GetInt64().ShouldBe(1);
        run.Error.ShouldContain("bad.json");
        run.Error.ShouldContain("missing.json");
    }

    [Fact]
    public async Task A_dash_is_the_standard_input() =>
        (await ConsoleRun.OfAsync(["payload", "question", "-"], """{"id":5,"text":"a"}""")).Out.ShouldContain("\"id\":5");

    [Fact]
    public async Task An_unknown_kind_is_told_with_those_that_are_known()
    {
        var run = await ConsoleRun.OfAsync(["payload", "quest", "-"], "{}");
        run.ExitCode.ShouldBe(1);
        foreach (var kind in new[] { "notification", "question", "questions-search", "item", "items", "user", "token", "missed-feeds", "error" }) run.Error.ShouldContain(kind);
    }

    [Fact]
    public async Task A_tokens_secrets_are_never_shown()
    {
        var run = await ConsoleRun.OfAsync(["payload", "token", "-"], """{"access_token":"APP_USR-canary","token_type":"Bearer","expires_in":21600,"refresh_token":"TG-canary","user_id":7}""");
        run.ExitCode.ShouldBe(0, run.Error);
        (run.Out + run.Error).ShouldNotContain("canary");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
