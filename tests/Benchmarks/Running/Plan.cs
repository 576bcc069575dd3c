namespace MeliBot.Benchmarks.Running;

internal enum Size
{
    /// <summary>Proves that everything runs; its figures mean nothing.</summary>
    Smoke,

    /// <summary>While developing: a fifth of the counts.</summary>
    Quick,

    Full,
}

/// <summary>How much is run.</summary>
internal sealed record Plan(Size Size, int Pairs)
{
    public int Count(int full, int smoke) => Size switch { Size.Full => full, Size.Quick => Math.Max(smoke, full / 5), _ => smoke };

    public TimeSpan Time(double seconds) => TimeSpan.FromSeconds(Size switch { Size.Full => seconds, Size.Quick => seconds / 3, _ => 0.2 });

    /// <summary>Our side of a pair whose peer is missing: once, so that it has run.</summary>
    public static async Task<Line> AloneAsync(string name, string what, string unit, Func<Task<double>> ours) =>
        new(name, what, $"{Spread.Of(await ours()).Text("N0")} {unit}", "", null, null);

    /// <summary>Runs both sides in turn: A-B-A-B. In the first rounds, which are thrown away, both warm up.</summary>
    /// <param name="warmUps">None where each run brings a process of its own that warms up inside it.</param>
    public async Task<Pairs> AlternateAsync(string name, string unit, Func<Task<double>> ours, Func<Task<double>> peer, int warmUps)
    {
        var pairs = new List<(double Ours, double Peer)>();
        for (var round = Size == Size.Smoke ? 1 : 1 - warmUps; round <= Pairs; round++)
        {
            var pair = (Ours: await ours(), Peer: await peer());
            Console.Error.WriteLine($"  {name} {(round < 1 ? "warm-up" : $"pair {round}")}: ours {pair.Ours:N1}, peer {pair.Peer:N1} {unit}, ratio {pair.Ours / pair.Peer:0.00}");
            if (round >= 1)
                pairs.Add(pair);
        }

        return new(pairs, unit);
    }
}

/// <summary>The measured pairs. A ratio is taken within its pair, because the machine's mood changes more between pairs than within one.</summary>
internal sealed record Pairs(IReadOnlyList<(double Ours, double Peer)> Values, string Unit)
{
    public Spread Ours => Spread.Of(Values.Select(pair => pair.Ours));

    public Spread Peer => Spread.Of(Values.Select(pair => pair.Peer));

    public Spread Ratio => Spread.Of(Values.Select(pair => pair.Ours / pair.Peer));

    public Line Line(string name, string what, Bar? bar, string format = "N0") =>
        new(name, what, $"{Ours.Text(format)} {Unit}", $"{Peer.Text(format)} {Unit}", Ratio, bar);
}
