using System.Globalization;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Curves;

internal static class Scaling
{
    /// <summary>The points, each against the first, and the exponent that fits them best: 0 is flat, 1 grows in proportion.</summary>
    public static Table Table(string title, string what, string unit, IReadOnlyList<int> points, IReadOnlyList<Spread> costs) => new(
        $"{title} (exponent {Exponent(points, costs).ToString("0.000", CultureInfo.InvariantCulture)})",
        [what, unit, "against the first"],
        [.. points.Select(IReadOnlyList<string> (point, i) => [point.ToString("N0", CultureInfo.InvariantCulture), costs[i].Text("0.0"), (costs[i].Median / costs[0].Median).ToString("0.00", CultureInfo.InvariantCulture)])]);

    // Least squares of the logarithms.
    private static double Exponent(IReadOnlyList<int> points, IReadOnlyList<Spread> costs)
    {
        var (x, y) = (points.Select(point => Math.Log(point)).ToList(), costs.Select(cost => Math.Log(cost.Median)).ToList());
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }
}
