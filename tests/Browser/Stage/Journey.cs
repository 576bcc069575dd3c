using MeliBot.Browser.Tests.Pages;
using Microsoft.Playwright;

namespace MeliBot.Browser.Tests.Stage;

/// <summary>What every journey has: people's browsers, a shop, and a picture of each page when it fails.</summary>
public abstract class Journey : IAsyncLifetime
{
    /// <summary>What the page says, and what stands in its fields.</summary>
    private const string Words = "() => [document.body.innerText, ...[...document.querySelectorAll('textarea, input')].map(field => `${field.id || field.name}: ${field.value}`)].join('\\n').slice(0, 4000)";

    private readonly BrowserFixture _fixture;
    private readonly List<IBrowserContext> _contexts = [];
    private readonly List<IPage> _pages = [];

    protected Journey(BrowserFixture fixture)
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        _fixture = fixture;
    }

    private protected virtual InboxStage Stage => _fixture.Stage;

    protected IBrowser Browser => _fixture.Browser;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => await _fixture.StartedAsync();

    public virtual async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed) await PictureFailureAsync();
        foreach (var context in _contexts) await context.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A browser of this person's own, signed in; of nobody's when it is null.</summary>
    protected async Task<IPage> PageOfAsync(string? who, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.Locale ??= "en-US";
        options.BaseURL ??= Stage.Url.AbsoluteUri;
        options.ReducedMotion = ReducedMotion.Reduce;
        if (who is not null) options.StorageState = Stage.Staff.SessionOf(who);
        var context = await Browser.NewContextAsync(options);
        _contexts.Add(context);
        context.SetDefaultTimeout(Patience.Milliseconds);
        var page = await context.NewPageAsync();
        _pages.Add(page);
        return page;
    }

    private protected async Task<Desk> DeskOfAsync(string who, BrowserNewContextOptions? options = null) => new(await PageOfAsync(who, options));

    private async Task PictureFailureAsync()
    {
        var name = string.Concat(TestContext.Current.Test!.TestDisplayName.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        foreach (var (page, number) in _pages.Select((page, number) => (page, number)))
        {
            try
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(Artifacts.Pictures, $"{name}-{number}.png"), FullPage = true, Timeout = 5_000 });
                await File.WriteAllTextAsync(Path.Combine(Artifacts.Pictures, $"{name}-{number}.html"), await page.ContentAsync());
                // Of a machine that is gone afterwards, what was printed is all that stays.
                Console.WriteLine($"{name}-{number} showed {page.Url}:\n{await page.EvaluateAsync<string>(Words)}");
            }
            catch (PlaywrightException)
            {
                // A closed page has no picture; the failure itself is what counts.
            }
        }
    }
}
