using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(MeliBot.Browser.Tests.Stage.BrowserFixture))]
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

namespace MeliBot.Browser.Tests.Stage;

/// <summary>One browser and one stage for all journeys that leave both as they found them.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private InboxStage? _stage;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException(Chromium.Missing);

    internal InboxStage Stage => _stage ?? throw new InvalidOperationException(Chromium.Missing);

    /// <summary>Of the stage, beside its own.</summary>
    internal IReadOnlyDictionary<string, string>? Settings { get; init; }

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is not { } path) return;
        Assertions.SetDefaultExpectTimeout(Patience.Milliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path });
        _stage = await InboxStage.SetAsync(Settings);
        await _stage.ComeInAsync(_browser);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_stage is not null) await _stage.DisposeAsync();
    }
}
