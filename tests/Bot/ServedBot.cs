using MeliBot.Bot.Demo;
using MeliBot.Simulator;

namespace MeliBot.Bot.Tests;

/// <summary>A Simulator with one application and two sellers, and a host that serves it as a process.</summary>
public sealed class ServedBot : IAsyncLifetime
{
    private readonly DemoFolder _folder = new();

    internal SimulatorHost Simulator { get; private set; } = null!;

    internal Worker Worker { get; private set; } = null!;

    internal WorldUser Seller { get; private set; } = null!;

    internal WorldUser OtherSeller { get; private set; } = null!;

    internal WorldUser Operator { get; private set; } = null!;

    internal HttpClient Browser { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    internal string Log => _folder.File("worker.log");

    public async ValueTask InitializeAsync()
    {
        Simulator = await SimulatorHost.StartAsync();
        Worker = new Worker(_folder);
        var application = Simulator.World.CreateApplication(new NewApplication { Secret = Worker.ClientSecret, RedirectUri = Worker.Redirect.OriginalString, CallbackUrl = Worker.Callback, Topics = ["questions"], Pkce = true });
        Seller = Simulator.World.CreateSeller(new NewUser { Nickname = "TIENDA_UNO" });
        OtherSeller = Simulator.World.CreateSeller(new NewUser { Nickname = "LOJA_DOIS", Site = "MLB" });
        Operator = Simulator.World.CreateSeller(new NewUser { Nickname = "EMPLEADO", OperatorOf = Seller.Id });
        await Worker.ConfigureAsync(Simulator.Url, application.Id, default);
        await Worker.StartAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        await Simulator.DisposeAsync();
        Browser.Dispose();
        _folder.Keep = false;
        _folder.Dispose();
    }

    internal Task<ConsoleRun> RunAsync(string? input, params string[] arguments) => ConsoleRun.OfAsync([.. arguments, "--settings", Worker.SettingsFile], input);

    /// <summary>The seller agrees; gives the address that the browser would end at.</summary>
    internal async Task<Uri> AgreeAsync(Uri authorization, WorldUser user)
    {
        using var response = await Browser.GetAsync(new Uri($"{authorization.AbsoluteUri}&auto=1&user={user.Id}"));
        return response.Headers.Location.ShouldNotBeNull();
    }
}
