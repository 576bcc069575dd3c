using System.Globalization;
using MeliBot.Adapter.Accounts;
using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Writing;
using MeliBot.MercadoLibre;
using MeliBot.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MeliBot.Browser.Tests.Races;

/// <summary>The whole route and what the pages call, in this process, so that a thousand races need no thousand browsers.</summary>
internal sealed class RaceStage : IAsyncDisposable
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-races-").FullName;
    private readonly SimulatorHost _simulator;
    private readonly WebApplication _host;

    private RaceStage(SimulatorHost simulator, string mode)
    {
        _simulator = simulator;
        Application = World.CreateApplication();
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Inbox:Enabled"] = "true",
            ["Delivery:Sqlite:Path"] = Path.Combine(_folder, "melibot.db"),
            ["MercadoLibre:BaseUrl"] = simulator.Url.AbsoluteUri,
            ["MercadoLibre:AuthorizationUrl"] = new Uri(simulator.Url, "authorization").AbsoluteUri,
            ["MercadoLibre:Application:ClientId"] = Application.Id.ToString(CultureInfo.InvariantCulture),
            ["MercadoLibre:Application:ClientSecret"] = Application.Secrets[0],
            ["MercadoLibre:Application:RedirectUri"] = Application.RedirectUri,
            ["MercadoLibre:Budget:CallsPerSecond"] = "1000",
            ["MercadoLibre:Budget:LowestCallsPerSecond"] = "1000",
            ["MercadoLibre:Budget:Burst"] = "1000",
            ["MercadoLibre:AttemptTimeout"] = "00:02:00",
            ["MercadoLibre:Notifications:Secrets:0"] = Secret,
            ["MercadoLibre:Notifications:PerAddress"] = "1000000",
            ["MercadoLibre:Notifications:WriteBudget"] = "00:00:30",
            ["MercadoLibre:Adapter:QuestionSettle"] = "00:00:00",
            ["MercadoLibre:Policy:Mode"] = mode,
            ["MercadoLibre:Sweep:Enabled"] = "false",
        });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddTransient<IBot, QuickBot>();
        builder.Services.AddMercadoLibreAdapter();
        builder.Services.AddInbox(builder.Configuration);
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        _host = builder.Build();
        _host.UseRouting();
        _host.MapMercadoLibre();
    }

    public World World => _simulator.World;

    public WorldApplication Application { get; }

    public ConversationDesk Conversations => _host.Services.GetRequiredService<ConversationDesk>();

    public AgentDesk Acts => _host.Services.GetRequiredService<AgentDesk>();

    /// <param name="mode">Of the bot: Auto or Draft.</param>
    public static async Task<RaceStage> SetAsync(string mode, CancellationToken cancellationToken)
    {
        var simulator = await SimulatorHost.StartAsync(
            new() { Notices = new() { SwitchOffAfter = 0, AckWithin = TimeSpan.FromSeconds(60), RetryGaps = [.. Enumerable.Repeat(TimeSpan.FromSeconds(1), 300)] } }, null, cancellationToken);
        var stage = new RaceStage(simulator, mode);
        await stage._host.StartAsync(cancellationToken);
        stage.World.Subscribe(stage.Application.Id, new Uri(new Uri(stage._host.Urls.First()), $"notifications/{Secret}"), "questions");
        return stage;
    }

    /// <summary>A listing of a seller whose tokens the application holds.</summary>
    public async Task<WorldItem> OpenShopAsync(CancellationToken cancellationToken)
    {
        var seller = World.CreateSeller();
        var issued = World.Grant(Application.Id, seller.Id);
        await _host.Services.GetRequiredService<ITokenSource>().LinkAsync(
            seller.Id,
            new TokenAnswer { AccessToken = issued.AccessToken, RefreshToken = issued.RefreshToken, ExpiresIn = issued.ExpiresIn, Scope = issued.Scope, UserId = issued.UserId, TokenType = TokenType.Bearer },
            cancellationToken);
        await _host.Services.GetRequiredService<AccountStore>().SaveAsync(
            new Account { UserId = seller.Id, Nickname = seller.Nickname, SiteId = seller.SiteId, TimeZone = "America/Argentina/Buenos_Aires", ApplicationId = Application.Id, LinkedAt = TimeProvider.System.GetUtcNow() },
            cancellationToken);
        return World.CreateItem(new NewItem { SellerId = seller.Id, Title = "Taza" });
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
        await _simulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class QuickBot : ActivityHandler
    {
        public const string Says = "Sí, hay stock.";

        protected override async Task OnMessageActivityAsync(ITurnContext<Microsoft.Bot.Schema.IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            await turnContext.SendActivityAsync(MessageFactory.Text(Says), cancellationToken);
    }
}
