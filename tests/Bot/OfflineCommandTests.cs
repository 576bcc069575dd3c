using MeliBot.Simulator;

namespace MeliBot.Bot.Tests;

/// <summary>Commands open the database themselves when no host runs.</summary>
public sealed class OfflineCommandTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("melibot-offline-");
    private SimulatorHost _simulator = null!;

    private string Settings => Path.Combine(_folder.FullName, "settings.json");

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorHost.StartAsync();
        var application = _simulator.World.CreateApplication(new NewApplication { Secret = "s", RedirectUri = "https://seller.example/callback", Pkce = true });
        await File.WriteAllTextAsync(Settings, $$"""
            {"Delivery":{"Sqlite":{"Path":"{{Path.Combine(_folder.FullName, "melibot.db")}}"} },
             "MercadoLibre":{"BaseUrl":"{{_simulator.Url}}","AuthorizationUrl":"{{_simulator.Url}}authorization","Sweep":{"Polling":true},
             "Application":{"ClientId":{{application.Id}},"ClientSecret":"s","RedirectUri":"https://seller.example/callback"} } }
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_laptop_links_an_account_by_pasting_where_the_browser_ended()
    {
        var seller = _simulator.World.CreateSeller(new NewUser { Nickname = "LAPTOP" });
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var linking = ConsoleRun.Start(["accounts", "link", "--settings", Settings]);
        string? line;
        while ((line = await linking.StandardOutput.ReadLineAsync())?.StartsWith("http", StringComparison.Ordinal) == false)
        {
        }

        using var consent = await browser.GetAsync(new Uri($"{line.ShouldNotBeNull()}&auto=1&user={seller.Id}"));
        await linking.StandardInput.WriteLineAsync(consent.Headers.Location.ShouldNotBeNull().AbsoluteUri);
        linking.StandardInput.Close();
        var (output, error) = (await linking.StandardOutput.ReadToEndAsync(), await linking.StandardError.ReadToEndAsync());
        await linking.WaitForExitAsync();

        linking.ExitCode.ShouldBe(0, error);
        output.ShouldContain($"LAPTOP ({seller.Id}, MLA) is linked.");
        (await ConsoleRun.OfAsync(["accounts", "list", "--settings", Settings])).Out.ShouldContain("LAPTOP");
    }

    [Fact]
    public async Task An_unknown_site_is_told_with_those_that_are_known()
    {
        var settings = await File.ReadAllTextAsync(Settings);
        await File.WriteAllTextAsync(Settings, settings.Replace("AuthorizationUrl", "Unused", StringComparison.Ordinal));

        var run = await ConsoleRun.OfAsync(["accounts", "link", "--site", "XXX", "--settings", Settings]);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("MLA");
        run.Error.ShouldContain("MLB");
    }

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        (await ConsoleRun.OfAsync(["accounts", "list", "--settings", Settings])).Out.ShouldContain("No account is linked");
        (await ConsoleRun.OfAsync(["parked", "list", "--settings", Settings])).Out.ShouldContain("Nothing is parked");
        var replay = await ConsoleRun.OfAsync(["parked", "replay", "7", "--settings", Settings]);
        replay.ExitCode.ShouldBe(1);
        replay.Error.ShouldContain("Not replayed: 7");
        var show = await ConsoleRun.OfAsync(["conversations", "show", "questions:1:MLA1:2", "--settings", Settings]);
        show.ExitCode.ShouldBe(1);
        show.Error.ShouldContain("There is no conversation");
    }
}
