namespace MeliBot.Browser.Tests.Measures;

/// <summary>How long something took, over many times, in milliseconds.</summary>
internal sealed record Figure(string Group, string Name, int Count, double P50, double P95, double Max)
{
    public static Figure Of(string group, string name, IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new Figure(group, name, sorted.Length, At(0.5), At(0.95), sorted[^1]);

        double At(double part) => sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Length) - 1)];
    }
}
