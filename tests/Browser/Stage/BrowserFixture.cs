using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(MeliBot.Browser.Tests.Stage.BrowserFixture))]
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

namespace MeliBot.Browser.Tests.Stage;

/// <summary>One browser and one stage for all journeys that leave both as they found them; started for the first that asks.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly Lazy<Task> _started;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private InboxStage? _stage;

    public BrowserFixture() => _started = new Lazy<Task>(StartAsync);

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("Start it first.");

    internal InboxStage Stage => _stage ?? throw new InvalidOperationException("Start it first.");

    /// <summary>Of the stage, beside its own.</summary>
    internal IReadOnlyDictionary<string, string>? Settings { get; init; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public Task StartedAsync() => _started.Value;

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_stage is not null) await _stage.DisposeAsync();
    }

    private async Task StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience.Milliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path ?? throw new InvalidOperationException(Chromium.Missing) });
        _stage = await InboxStage.SetAsync(Settings);
        await _stage.ComeInAsync(_browser);
    }
}
