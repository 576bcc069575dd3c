using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MeliBot.MercadoLibre.Tests;

/// <summary>The client as a host would compose it, against a <see cref="FakePlatform"/>.</summary>
internal sealed class TestClient : IAsyncDisposable
{
    public const long Account = 700001001;
    public const long ClientId = 1234567890123456;
    public const string Secret = "canary-client-secret";

    private readonly ServiceProvider _services;

    public TestClient(
        FakePlatform platform,
        Action<MercadoLibreOptions>? configure = null,
        TimeProvider? time = null,
        ITokenStore? store = null,
        Action<IServiceCollection>? more = null)
    {
        Time = time ?? TimeProvider.System;
        Store = store ?? new InMemoryTokenStore(Time);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        services.AddSingleton(Time);
        services.AddSingleton(Store);
        services.AddSingleton(new Jitter(new Random(1)));
        more?.Invoke(services);
        services.AddMercadoLibre(options =>
        {
            options.BaseUrl = platform.Url;
            options.Application.ClientId = ClientId;
            options.Application.ClientSecret = Secret;
            options.Application.RedirectUri = new Uri("https://seller.example/callback");
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
        });
        _services = services.BuildServiceProvider();
    }

    public TimeProvider Time { get; }

    public ITokenStore Store { get; }

    public LogCollector Log { get; } = new();

    public IMercadoLibreClient Client => Get<IMercadoLibreClient>();

    public AccountClient Me => Client.For(Account);

    public ITokenSource Tokens => Get<ITokenSource>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Gives the account a token for six hours from now.</summary>
    public async Task<TestClient> LinkedAsync(string access = "APP_USR-canary-access-1", string? refresh = "TG-canary-refresh-1", long account = Account)
    {
        await Tokens.LinkAsync(account, new TokenAnswer { AccessToken = access, RefreshToken = refresh, ExpiresIn = 21600, Scope = "offline_access read write", UserId = account });
        return this;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

internal sealed class LogCollector : ILoggerProvider
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<(LogLevel Level, int Id, string Text)> _lines = [];

    public IReadOnlyCollection<(LogLevel Level, int Id, string Text)> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private sealed class Logger(LogCollector owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            owner._lines.Enqueue((logLevel, eventId.Id, formatter(state, exception) + exception));
    }
}
