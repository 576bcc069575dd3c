using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>Every reply to a write is lost in one way or another, after the platform did what it was asked, or will do it late.</summary>
internal static class LostReplies
{
    /// <returns>Numbers of the faults; the last of them takes what the others left.</returns>
    public static List<long> Arm(World world, string endpoint)
    {
        Fault[] kinds =
        [
            new() { Kind = FaultKind.ResetAfter },
            new() { Kind = FaultKind.HangAfter, Hold = TimeSpan.FromSeconds(30) },
            new() { Kind = FaultKind.BadGatewayAfter },
            new() { Kind = FaultKind.TruncatedJson },
            new() { Kind = FaultKind.CutReply },
            new() { Kind = FaultKind.LateEffect, Hold = TimeSpan.FromSeconds(1), Lag = TimeSpan.FromSeconds(4) },
        ];
        return [.. kinds.Select((fault, i) => world.AddFault(fault with { Endpoint = endpoint, Probability = 1d / (kinds.Length - i) }))];
    }
}
