using System.Text.Json;
using MeliBot.Browser.Tests.Pages;
using MeliBot.Browser.Tests.Stage;

namespace MeliBot.Browser.Tests.Measures;

/// <summary>From the moment before Mercado Libre notifies to the frame in which an open page shows the question.</summary>
internal static class OnScreen
{
    // Notes the moment of the frame after a conversation's row has come, on the clock of the machine.
    private const string Watch = """
        window.seen = {};
        new MutationObserver(() => {
          for (const link of document.querySelectorAll('.list .row a')) {
            const href = link.getAttribute('href');
            if (!(href in window.seen)) { window.seen[href] = 0; requestAnimationFrame(() => window.seen[href] = performance.timeOrigin + performance.now()); }
          }
        }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['href'] });
        """;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(int questions, CancellationToken cancellationToken)
    {
        var fixture = new BrowserFixture();
        await fixture.StartedAsync();
        await using var _ = fixture;
        var shop = await fixture.Stage.OpenShopAsync();
        await using var context = await fixture.Browser.NewContextAsync(new() { Locale = "en-US", BaseURL = fixture.Stage.Url.AbsoluteUri, StorageState = fixture.Stage.Staff.SessionOf(Who.Agent), ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Watch);
        var desk = new Desk(page);
        await desk.GoAsync(shop, "All");
        var (random, times) = (new Random(3), new List<double>());
        for (var n = -5; n < questions; n++)
        {
            var before = TimeProvider.System.GetUtcNow();
            var asked = shop.Ask();
            var seen = await page.WaitForFunctionAsync("href => window.seen[href] || null", asked.Path, new() { PollingInterval = 20 });
            var after = (await seen.JsonValueAsync<JsonElement>()).GetDouble();
            if (n >= 0) times.Add(after - (before - DateTimeOffset.UnixEpoch).TotalMilliseconds);
            fixture.Stage.World.DeleteQuestion(asked.Id);
            await Task.Delay(random.Next(20, 120), cancellationToken);
        }

        return [Figure.Of("on screen", "a new question", times)];
    }
}
