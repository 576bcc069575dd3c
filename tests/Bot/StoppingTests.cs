using MeliBot.Bot.Composition;
using MeliBot.Bot.Demo;
using MeliBot.Bot.Local;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reading;
using MeliBot.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Bot.Tests;

/// <summary>A deployment stops a host in the middle of its work: what it began ends or is given back, the rest waits for the next, and nothing needs a person.</summary>
public sealed class StoppingTests : IAsyncLifetime
{
    /// <summary>More than a host has in hand at once, and more than its rate budget lets it answer within some seconds.</summary>
    private const int Questions = 40;

    private readonly DemoFolder _folder = new();
    private SimulatorHost _simulator = null!;
    private Worker _settings = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_that_is_stopped_in_mid_work_parks_nothing_and_the_next_goes_on()
    {
        var seller = _simulator.World.CreateSeller();
        var item = _simulator.World.CreateItem(new NewItem { SellerId = seller.Id, Title = "Pava", Price = 46500, Stock = 5 });
        var first = await StartAsync();
        await LinkAsync(first, seller);
        var asked = Enumerable.Range(0, Questions).Select(_ => _simulator.World.Ask(_simulator.World.CreateBuyer().Id, item.Id, "Hola! cuánto sale?").Id).ToList();
        await _simulator.World.WaitUntilAsync(world => asked.Any(id => world.Question(id)!.Answer is not null), Cancel);

        await first.StopAsync(Cancel);
        var left = await first.Services.GetRequiredService<IDeliveryReader>().CountsAsync(Cancel);
        await first.DisposeAsync();
        left.SendingEffects.ShouldBe(0);
        Assert.SkipWhen(asked.All(id => _simulator.World.Question(id)!.Answer is not null), "This machine hung so long that the host had nothing left to do when it was stopped.");

        await using var next = await StartAsync();
        await _simulator.World.WaitUntilAsync(world => asked.All(id => world.Question(id)!.Answer is not null), Cancel);
        asked.ShouldAllBe(id => _simulator.World.Journal.AnswersAccepted(id) == 1);
        (await next.Services.GetRequiredService<IParkingStore>().ListAsync(null, 10, Cancel)).ShouldBeEmpty();
        await next.StopAsync(Cancel);
    }

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorHost.StartAsync();
        _settings = new Worker(_folder);
        var application = _simulator.World.CreateApplication(new NewApplication { Secret = _settings.ClientSecret, RedirectUri = _settings.Redirect.OriginalString, CallbackUrl = _settings.Callback, Topics = ["questions"], Pkce = true });
        await _settings.ConfigureAsync(_simulator.Url, application.Id, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _settings.DisposeAsync();
        await _simulator.DisposeAsync();
        _folder.Keep = false;
        _folder.Dispose();
    }

    private async Task<WebApplication> StartAsync()
    {
        var host = BotHost.Build(new HostSettings(_settings.SettingsFile), pages: true);
        host.MapBot();
        await host.StartAsync(Cancel);
        return host;
    }

    private static async Task LinkAsync(WebApplication host, WorldUser seller)
    {
        var control = host.Services.GetRequiredService<IBotControl>();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        var link = await control.BeginLinkAsync(seller.SiteId, Cancel);
        using var consent = await browser.GetAsync(new Uri($"{link.Url.AbsoluteUri}&auto=1&user={seller.Id}"), Cancel);
        (await control.CompleteLinkAsync(consent.Headers.Location!.AbsoluteUri, Cancel)).Account.ShouldNotBeNull();
    }
}
