namespace MeliBot.Benchmarks.Running;

/// <summary>What several runs gave.</summary>
internal sealed record Spread(double Median, double Min, double Max)
{
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return new(sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, sorted[0], sorted[^1]);
    }

    public static Spread Of(double value) => new(value, value, value);

    public string Text(string format) => Min == Max ? Invariant(Median, format) : $"{Invariant(Median, format)} ({Invariant(Min, format)} to {Invariant(Max, format)})";

    private static string Invariant(double value, string format) => value.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
}
