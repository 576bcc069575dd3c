using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeliBot.Adapter.Inbound;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Demo;
using MeliBot.Bot.Local;
using MeliBot.Contracts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Sending;
using MeliBot.MercadoLibre;
using MeliBot.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Bot.Tests;

/// <summary>Hosts of one role each over one PostgreSQL, as a deployment runs them.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private readonly DemoFolder _folder = new();
    private readonly List<WebApplication> _hosts = [];
    private readonly List<Worker> _addresses = [];
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly string _store = PostgresServer.NewStore();
    private SimulatorHost _simulator = null!;
    private WorldApplication _application = null!;
    private Worker _ingress = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_took_in_another_answers_and_all_fall_silent_together()
    {
        var worker = await StartAsync("worker", Address());
        var ingress = await StartAsync("ingress", _ingress);
        var pages = Address();
        var inbox = await StartAsync("inbox", pages);
        var seller = _simulator.World.CreateSeller();
        var item = _simulator.World.CreateItem(new NewItem { SellerId = seller.Id, Title = "Pava", Price = 46500, Stock = 5 });
        await LinkAsync(inbox, seller);

        (await StatusAsync(new Uri(_ingress.Url, "sign-in"))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(new Uri(pages.Url, "oauth/callback"))).ShouldBe(HttpStatusCode.NotFound);

        var first = Ask(item);
        (await AnswerAsync(first)).ShouldContain("$ 46.500");

        // Stopped where people are, silent where the work is.
        await inbox.Services.GetRequiredService<SendSwitch>().StopAsync("Ana", "Wrong prices.", Cancel);
        var second = Ask(item);
        var key = QuestionKeys.Answer(seller.Id, second);
        while (await ingress.Services.GetRequiredService<IEffectStore>().FindAsync(key, Cancel) is not { State: EffectState.Waiting }) await Task.Yield();
        _simulator.World.Question(second)!.Answer.ShouldBeNull();
        await ingress.Services.GetRequiredService<IBotControl>().ResumeSendsAsync("Bruno", null, Cancel);
        await AnswerAsync(second);

        // Together they have the whole budget and no more, and read what the others protect.
        _hosts.Sum(host => host.Services.GetRequiredService<BudgetShare>().Current).ShouldBeLessThanOrEqualTo(1 + 1e-9);
        worker.Services.GetRequiredService<BudgetShare>().Current.ShouldBeGreaterThan(0.5);
        var cookie = inbox.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("Ana");
        foreach (var host in _hosts) host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie).ShouldBe("Ana");

        // A deployment: what comes while no worker is there waits for the next.
        await worker.StopAsync(Cancel);
        var third = Ask(item);
        await StartAsync("worker", Address());
        await AnswerAsync(third);

        ((long[])[first, second, third]).ShouldAllBe(id => _simulator.World.Journal.AnswersAccepted(id) == 1);
        (await inbox.Services.GetRequiredService<IParkingStore>().ListAsync(null, 10, Cancel)).ShouldBeEmpty();
    }

    public async ValueTask InitializeAsync()
    {
        // A first notice may find a host that is still cold.
        _simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Notices = new NoticeOptions { RetryGaps = [.. Enumerable.Repeat(TimeSpan.FromSeconds(1), 20)] } });
        _ingress = Address();
        _application = _simulator.World.CreateApplication(new NewApplication { Secret = _ingress.ClientSecret, RedirectUri = _ingress.Redirect.OriginalString, CallbackUrl = _ingress.Callback, Topics = ["questions"], Pkce = true });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync(CancellationToken.None);
            await host.DisposeAsync();
        }

        foreach (var address in _addresses) await address.DisposeAsync();
        await _simulator.DisposeAsync();
        _browser.Dispose();
        _folder.Keep = false;
        _folder.Dispose();
    }

    private Worker Address()
    {
        var address = new Worker(_folder);
        _addresses.Add(address);
        return address;
    }

    private async Task<WebApplication> StartAsync(string role, Worker address)
    {
        var settings = JsonSerializer.SerializeToNode(DemoSettings.For(_ingress, _simulator.Url, _application.Id, _folder.File("melibot.db")))!;
        settings["Bot"]!["Url"] = address.Url.OriginalString;
        settings["Bot"]!["Roles"] = role;
        settings["Delivery"]!["Postgres"] = new JsonObject { ["ConnectionString"] = _store };
        settings["MercadoLibre"]!["Adapter"]!["SendsRecheck"] = "00:00:00.2";
        settings["Logging"]!["LogLevel"]!["Default"] = "None";
        var file = _folder.File($"{role}-{address.Url.Port}.json");
        await File.WriteAllTextAsync(file, settings.ToJsonString(), Cancel);
        var host = BotHost.Build(new HostSettings(file), pages: true);
        SettingsException.ThrowIfInvalid(host.Services);
        host.MapBot();
        await host.StartAsync(Cancel);
        _hosts.Add(host);
        return host;
    }

    /// <summary>Begun where the pages are; the browser comes back to whoever takes in.</summary>
    private async Task LinkAsync(WebApplication inbox, WorldUser seller)
    {
        var link = await inbox.Services.GetRequiredService<IBotControl>().BeginLinkAsync(seller.SiteId, Cancel);
        using var consent = await _browser.GetAsync(new Uri($"{link.Url.AbsoluteUri}&auto=1&user={seller.Id}"), Cancel);
        (await StatusAsync(consent.Headers.Location!)).ShouldBe(HttpStatusCode.OK);
    }

    private long Ask(WorldItem item) => _simulator.World.Ask(_simulator.World.CreateBuyer().Id, item.Id, "Hola! cuánto sale?").Id;

    private async Task<string> AnswerAsync(long question) => (await _simulator.World.WaitForAnswerAsync(question, Cancel)).Text;

    private async Task<HttpStatusCode> StatusAsync(Uri address)
    {
        using var response = await _browser.GetAsync(address, Cancel);
        return response.StatusCode;
    }
}
