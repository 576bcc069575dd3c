namespace MeliBot.Browser.Tests.Stage;

/// <summary>A stage for journeys that break something: nobody else stands on it.</summary>
public sealed class OwnStage(BrowserFixture fixture) : IAsyncLifetime
{
    private InboxStage? _stage;

    internal InboxStage Stage => _stage ?? throw new InvalidOperationException(Chromium.Missing);

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null) return;
        await fixture.StartedAsync();
        _stage = await InboxStage.SetAsync();
        await _stage.ComeInAsync(fixture.Browser);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stage is not null) await _stage.DisposeAsync();
    }
}
