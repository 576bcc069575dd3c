using MeliBot.Bot.Demo;
using MeliBot.Simulator;

namespace MeliBot.Bot.Tests;

/// <summary>A designer's folder under a running host.</summary>
public sealed class LiveEditTests : IAsyncLifetime
{
    private readonly DemoFolder _folder = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(3));
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private SimulatorHost _simulator = null!;
    private Worker _worker = null!;
    private WorldItem _item = null!;

    private string Playbook => _folder.File("playbook");

    private string Reply => Path.Combine(Playbook, "replies", "warranty.yaml");

    [Fact]
    public async Task An_edit_answers_without_a_restart_and_a_broken_one_leaves_the_last_good_version_answering()
    {
        (await AskAsync()).ShouldContain("Tres meses por fábrica.");

        await File.WriteAllTextAsync(Reply, WarrantyOf("Seis meses por fábrica."));
        await UntilAsync(answer => answer.Contains("Seis meses por fábrica.", StringComparison.Ordinal));

        await File.WriteAllTextAsync(Reply, WarrantyOf("Un año, {{ item.waranty.text }}."));
        await UntilAsync(_ => LogText().Contains("item.waranty.text", StringComparison.Ordinal));
        (await AskAsync()).ShouldContain("Seis meses por fábrica.");
        LogText().ShouldContain("replies/warranty.yaml:4:");
        LogText().ShouldContain("did you mean");

        var shown = await ConsoleRun.OfAsync(["playbook", "--settings", _worker.SettingsFile]);
        shown.ExitCode.ShouldBe(1);
        shown.Out.ShouldContain("has errors and doesn't count");
        shown.Out.ShouldContain("replies/warranty.yaml:4:");

        await File.WriteAllTextAsync(Reply, WarrantyOf("Un año por fábrica."));
        await UntilAsync(answer => answer.Contains("Un año por fábrica.", StringComparison.Ordinal));
        (await ConsoleRun.OfAsync(["playbook", "--settings", _worker.SettingsFile])).ExitCode.ShouldBe(0);
    }

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorHost.StartAsync();
        _worker = new Worker(_folder, Playbook);
        var world = _simulator.World;
        var application = world.CreateApplication(new NewApplication { Secret = _worker.ClientSecret, RedirectUri = _worker.Redirect.OriginalString, CallbackUrl = _worker.Callback, Topics = ["questions"], Pkce = true });
        var seller = world.CreateSeller();
        _item = world.CreateItem(new() { SellerId = seller.Id, Title = "Termo de acero 1 L", Price = 1000, Stock = 10 });

        Directory.CreateDirectory(Path.GetDirectoryName(Reply)!);
        await File.WriteAllTextAsync(Path.Combine(Playbook, "playbook.yaml"), "playbook: termos\nextends: shipped\nvoices: [MLA]\n");
        await File.WriteAllTextAsync(Reply, WarrantyOf("Tres meses por fábrica."));
        await _worker.ConfigureAsync(_simulator.Url, application.Id, _patience.Token);
        await _worker.StartAsync(_patience.Token);
        await Linking.LinkAsync(_worker.Control, _browser, new SimulatorUser(seller.Id, seller.Nickname, seller.SiteId, true, null), _patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _simulator.DisposeAsync();
        _browser.Dispose();
        _patience.Dispose();
        _folder.Keep = false;
        _folder.Dispose();
    }

    private static string WarrantyOf(string text) => $"reply: warranty\nintents: [warranty]\nfragments:\n  - say: \"{text}\"\n";

    /// <summary>Each by a buyer of its own: a conversation that waits for a person says nothing new.</summary>
    private async Task<string> AskAsync()
    {
        var question = _simulator.World.Ask(_simulator.World.CreateBuyer().Id, _item.Id, "Hola, qué garantía tiene?");
        return (await _simulator.World.WaitForAnswerAsync(question.Id, _patience.Token)).Text;
    }

    /// <summary>Asks until it is so.</summary>
    private async Task UntilAsync(Func<string, bool> holds)
    {
        while (!holds(await AskAsync()))
            _patience.Token.ThrowIfCancellationRequested();
    }

    private string LogText()
    {
        using var log = new StreamReader(new FileStream(_folder.File("worker.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return log.ReadToEnd();
    }
}
