namespace MeliBot.Crash.Tests.Running;

/// <param name="Runs">How often the fault's whole course was run and judged.</param>
/// <param name="Lost">Questions that stand unanswered and that nobody is shown.</param>
/// <param name="Double">Questions with more than one accepted answer.</param>
/// <param name="OutOfOrder">Questions answered after a later one of their conversation.</param>
/// <param name="Parked">What waits for a person.</param>
/// <param name="Figures">Whatever else was counted, in the order first counted.</param>
/// <param name="Violations">Each in a sentence; empty when the promise held.</param>
internal sealed record CampaignResult(
    int Runs, long Questions, int Lost, int Double, int OutOfOrder, int Parked, IReadOnlyList<(string Name, double Value)> Figures, IReadOnlyList<string> Violations)
{
    public TimeSpan Elapsed { get; init; }

    /// <summary>Why it can't be run here; null when it was.</summary>
    public string? Skipped { get; init; }
}
