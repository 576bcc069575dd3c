using System.Diagnostics;
using MeliBot.Inbox.Index;

namespace MeliBot.Browser.Tests.Measures;

/// <summary>Everything that a page asks of the index for one list: counters, the rows in sight, their names.</summary>
internal static class IndexQueries
{
    private const int RowsInSight = 20;

    /// <summary>Lists, and searches from the rarest to the commonest word.</summary>
    public static IReadOnlyList<(string Group, string Name, InboxQuery Query, int Skip)> All { get; } =
    [
        ("list", "for a person", new(InboxState.Person), 0),
        ("list", "done", new(InboxState.Done), 0),
        ("list", "done, from the middle", new(InboxState.Done), 50_000),
        ("list", "all", new(), 0),
        ("list", "of one account", new(Account: CrowdedIndex.Account(1)), 0),
        ("list", "done, of one account", new(InboxState.Done, CrowdedIndex.Account(2)), 0),
        ("list", "by reason", new(Cause: InboxCause.Held), 0),
        ("list", "mine", new(Mine: "p0123456789ab"), 0),
        ("search", "a question's number", new(Text: "13000200001"), 0),
        ("search", "a buyer's name", new(Text: "camila"), 0),
        ("search", "a beginning of three letters", new(Text: "bic"), 0),
        ("search", "two words", new(Text: "fiat palio"), 0),
        ("search", "a word of half of all", new(Text: "envios"), 0),
        ("search", "a word of all", new(Text: "stock"), 0),
        ("search", "a word of all, done", new(InboxState.Done, Text: "stock"), 0),
        ("search", "one letter", new(Text: "s"), 0),
    ];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(int conversations, int runs, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("melibot-index-");
        try
        {
            await Console.Error.WriteLineAsync($"  filling an index with {conversations:N0} conversations ...");
            using var index = await CrowdedIndex.FillAsync(Path.Combine(folder.FullName, "inbox"), conversations, cancellationToken);
            var figures = new List<Figure>();
            foreach (var (group, name, query, skip) in All)
            {
                var times = new List<double>();
                for (var run = -2; run < runs; run++)
                {
                    var watch = Stopwatch.StartNew();
                    await index.CountAsync(query, "p0123456789ab", cancellationToken);
                    var page = await index.FindAsync(query, Math.Min(skip, conversations / 2), RowsInSight, cancellationToken);
                    await index.NamesAsync([.. page.Entries.SelectMany(entry => (string[])[entry.Item!, $"{entry.Buyer}"]).Distinct()], cancellationToken);
                    if (run >= 0) times.Add(watch.Elapsed.TotalMilliseconds);
                }

                figures.Add(Figure.Of(group, name, times));
            }

            return figures;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
