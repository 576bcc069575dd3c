namespace MeliBot.Bot.Tests;

public sealed class ServeCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("melibot-serve-");

    [Fact]
    public async Task Serve_refuses_to_start_with_a_list_of_everything_that_is_missing()
    {
        var run = await ConsoleRun.OfAsync(["serve", "--settings", Settings("{}")], folder: _folder.FullName);

        run.ExitCode.ShouldBe(2);
        foreach (var key in new[] { "MercadoLibre:Application:ClientId", "MercadoLibre:Application:ClientSecret", "MercadoLibre:Application:RedirectUri", "MercadoLibre:Notifications:Secrets:0" }) run.Error.ShouldContain(key);
        run.Error.ShouldContain("MercadoLibre__Application__ClientSecret");
        run.Error.ShouldNotContain("   at ");
        run.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Wrong_settings_of_every_room_are_told_at_once_without_their_secrets()
    {
        var settings = Settings("""{"Bot":{"Url":"nonsense"},"Delivery":{"MaxAttempts":0},"MercadoLibre":{"BaseUrl":"ftp://x","Application":{"ClientSecret":"canary"}}}""");
        var run = await ConsoleRun.OfAsync(["serve", "--settings", settings], folder: _folder.FullName);

        run.ExitCode.ShouldBe(2);
        foreach (var key in new[] { "Bot:Url", "Delivery:MaxAttempts", "MercadoLibre:BaseUrl", "MercadoLibre:Application:ClientId" }) run.Error.ShouldContain(key);
        run.Error.ShouldNotContain("canary");
    }

    [Fact]
    public async Task The_environment_gives_settings_too()
    {
        var run = await ConsoleRun.OfAsync(["serve"], folder: _folder.FullName, environment: new Dictionary<string, string> { ["MercadoLibre__Application__ClientId"] = "1", ["MercadoLibre__Application__RedirectUri"] = "http://x/callback" });

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("MercadoLibre:Application:ClientSecret");
        run.Error.ShouldNotContain("- MercadoLibre:Application:ClientId");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Settings(string json)
    {
        var path = Path.Combine(_folder.FullName, "settings.json");
        File.WriteAllText(path, json);
        return path;
    }
}
