using System.Diagnostics;
using MeliBot.Adapter.Orders;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Index.Sqlite;

namespace MeliBot.Browser.Tests.Measures;

/// <summary>Everything that the board asks of the index at once: counters, the first cards of every column, the tags to choose from.</summary>
internal static class BoardQueries
{
    private const int Cards = 30;

    private static readonly (string Name, SaleQuery Query)[] All =
    [
        ("all", new()),
        ("of one account", new(Account: CrowdedIndex.Account(1))),
        ("by a tag that most have", new(Tag: "not_delivered")),
        ("by tag and account", new(Account: CrowdedIndex.Account(1), Tag: "paid")),
        ("an order's number", new(Text: "2000010000054321")),
        ("a tracking number", new(Text: "AR000054321")),
        ("a contact's name", new(Text: "rosa nunez")),
        ("a word of an eighth of all", new(Text: "zapatillas")),
        ("deleted", new(Deleted: true)),
    ];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(int sales, int runs, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("melibot-board-");
        try
        {
            using var database = new IndexDatabase(() => Path.Combine(folder.FullName, "inbox"));
            var index = new SqliteSaleIndex(database);
            await Console.Error.WriteLineAsync($"  filling a board with {sales:N0} sales ...");
            var filling = Stopwatch.StartNew();
            await CrowdedBoard.FillAsync(index, sales, cancellationToken);
            await Console.Error.WriteLineAsync($"  filled in {filling.Elapsed.TotalSeconds:N1} s");
            var figures = new List<Figure>();
            foreach (var (name, query) in All)
            {
                var times = new List<double>();
                for (var run = -2; run < runs; run++)
                {
                    var watch = Stopwatch.StartNew();
                    var counts = await index.CountAsync(query, cancellationToken);
                    foreach (var stage in OrderStages.All.Where(counts.ContainsKey)) await index.FindAsync(query with { Stage = stage }, 0, Cards, cancellationToken);
                    await index.TagsAsync(cancellationToken);
                    if (run >= 0) times.Add(watch.Elapsed.TotalMilliseconds);
                }

                figures.Add(Figure.Of("board", name, times));
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
