using System.Diagnostics;
using MeliBot.Benchmarks.Rigs;
using MeliBot.Benchmarks.Running;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Benchmarks.Curves;

/// <summary>What keeping one account's tokens alive costs (lease, refresh, encryption, durable row) while the number of accounts grows; one refresh after the other.</summary>
internal sealed class TokenUpkeep : IBenchmark
{
    public string Name => "tokens";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        int[] points = plan.Size switch { Size.Full => [1, 10, 100, 1_000, 10_000], Size.Quick => [1, 100, 1_000], _ => [1, 5] };
        var refreshes = plan.Count(1_000, 10);
        await using var platform = await Child.ServeAsync(null, "platform");
        using var folder = new WorkFolder();
        await using var services = await AdapterServices.OpenAsync(folder.Database, platform.Url.AbsoluteUri);
        var tokens = services.GetRequiredService<ITokenSource>();
        var linked = 0;
        var costs = points.Select(_ => new List<double>()).ToList();
        for (var i = 0; i < points.Length; i++)
        {
            await DeliveryRig.InParallelAsync(Enumerable.Range(linked + 1, points[i] - linked).Select(account => (long)account), 64, account => tokens.LinkAsync(account, Tokens.Answer(account), cancellationToken));
            linked = points[i];
            // The first warms up.
            for (var round = 0; round <= plan.Pairs; round++)
            {
                var cost = await RefreshAsync(linked);
                if (round > 0)
                    costs[i].Add(cost);
            }

            await Console.Error.WriteLineAsync($"  {Name}: {linked:N0} accounts, {Spread.Of(costs[i]).Text("0.0")} us");
        }

        var spreads = costs.Select(Spread.Of).ToList();
        return new Section(
            [new Line(Name, $"cost of a token refresh with {points[^1]:N0} accounts, against one", $"{spreads[^1].Text("0")} µs", $"{spreads[0].Text("0")} µs", Spread.Of(spreads[^1].Median / spreads[0].Median), Bar.Most(1.2))],
            [Scaling.Table("Token upkeep by accounts", "accounts", "µs per refresh", points, spreads)],
            []);

        async Task<double> RefreshAsync(int accounts)
        {
            // Spread over all of them.
            var step = Math.Max(1, accounts / refreshes);
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < refreshes; i++)
            {
                var account = (i * step % accounts) + 1;
                await tokens.ReplaceAccessTokenAsync(account, await tokens.GetAccessTokenAsync(account, cancellationToken), cancellationToken);
            }

            return watch.Elapsed.TotalMicroseconds / refreshes;
        }
    }
}
