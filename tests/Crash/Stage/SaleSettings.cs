using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>Settings for stages on which buyers write in sales: no waiting for further lines, and no limit on how often the counting bot says nearly the same.</summary>
internal static class SaleSettings
{
    /// <summary>A platform that neither limits nor moderates what these stages say, and waits for a busy host.</summary>
    public static SimulatorOptions Platform(int seed) => new()
    {
        Seed = seed,
        MessageCallsPerMinute = null,
        Moderation = new() { SameMessages = 0 },
        Notices = new() { SwitchOffAfter = 0, AckWithin = TimeSpan.FromSeconds(60) },
    };

    public static IReadOnlyDictionary<string, string> Fast { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["MercadoLibre:Adapter:MessageSettle"] = "00:00:00",
        ["MercadoLibre:Adapter:MessageReadBackAfter"] = "00:00:00.3",
        ["MercadoLibre:Budget:MessageCallsPerMinute"] = "100000",
        ["MercadoLibre:Policy:MostRepeats"] = "10000",
        // A busy machine is no outage of the platform's, nor ours.
        ["MercadoLibre:AttemptTimeout"] = "00:02:00",
        ["MercadoLibre:Notifications:WriteBudget"] = "00:00:30",
    };
}
