using MeliBot.Browser.Tests.Pages;
using MeliBot.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Measures;

/// <summary>From a person's click or letter to the frame in which the page shows the other list.</summary>
internal static class PageQueries
{
    // Acts, and waits until the first row is another one, or none, and nothing is being waited for.
    private const string Act = """
        ([what, value]) => new Promise(done => {
          const first = () => document.querySelector('.list .row a')?.getAttribute('href') ?? document.querySelector('.empty')?.textContent ?? null;
          const total = () => document.querySelector('.queue [aria-live]')?.textContent;
          const before = first(), had = total();
          const began = performance.now();
          const look = () => {
            const now = first();
            if (now !== null && (now !== before || total() !== had) && !document.querySelector('.list .placeholder')) done(performance.now() - began);
            else if (performance.now() - began > 20000) done(-1);
            else requestAnimationFrame(look);
          };
          if (what === 'tab') document.querySelectorAll('[role=tab]')[value].click();
          else { const field = document.getElementById('search'); field.value = value; field.dispatchEvent(new Event('input', { bubbles: true })); }
          requestAnimationFrame(look);
        })
        """;

    private const int ForAPerson = 0, Done = 2, All = 3;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(int conversations, int runs, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("melibot-lists-");
        var path = Path.Combine(folder.FullName, "inbox");
        await Console.Error.WriteLineAsync($"  filling an index with {conversations:N0} conversations ...");
        (await CrowdedIndex.FillAsync(path, conversations, cancellationToken)).Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var fixture = new BrowserFixture { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Inbox:IndexPath"] = path } };
        await fixture.StartedAsync();
        await using var _ = fixture;
        await using var context = await fixture.Browser.NewContextAsync(new() { Locale = "en-US", BaseURL = fixture.Stage.Url.AbsoluteUri, StorageState = fixture.Stage.Staff.SessionOf(Who.Agent), ViewportSize = new() { Width = 1280, Height = 900 } });
        var desk = new Desk(await context.NewPageAsync());
        await desk.Page.GotoAsync("/inbox");
        await Expect(desk.Rows.First).ToBeVisibleAsync();

        var (lists, searches) = (new List<double>(), new List<double>());
        string[] words = ["camila", "envios", "bicicleta", "stock", "fiat palio", "13000000001", "retirar persona", "voltagem", "z", "cor preta"];
        for (var run = -1; run < runs; run++)
        {
            foreach (var tab in (int[])[Done, ForAPerson, Done, All]) Keep(lists, run, await ActAsync(desk, "tab", tab));
            foreach (var word in words) Keep(searches, run, await ActAsync(desk, "search", word));
            await ActAsync(desk, "search", "");
        }

        folder.Delete(recursive: true);
        return [Figure.Of("list", "a tab's list, in the page", lists), Figure.Of("search", "what is searched for, in the page", searches)];
    }

    private static Task<double> ActAsync(Desk desk, string what, object value) => desk.Page.EvaluateAsync<double>(Act, new[] { what, value });

    private static void Keep(List<double> times, int run, double time)
    {
        if (time < 0) throw new InvalidOperationException("The list didn't change within 20 seconds.");
        if (run >= 0) times.Add(time);
    }
}
