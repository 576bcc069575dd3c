namespace MeliBot.Dialogs.Claims;

/// <summary>Which dialog a turn of a claim begins, and why that one; or why a person gets it.</summary>
/// <param name="Dialog">Null for a person.</param>
/// <param name="Candidates">Every dialog on claims, the most specific first.</param>
public sealed record ClaimRoute(ClaimSituation Situation, string? Dialog, IReadOnlyList<RouteCandidate> Candidates)
{
    /// <summary>In one sentence.</summary>
    public string Reason => Candidates.FirstOrDefault(c => c.Dialog == Dialog) is { } chosen
        ? $"The dialog '{chosen.Dialog}' begins, the most specific that fits: {chosen.Why}."
        : Candidates.Count == 0
            ? "The playbook has no dialog on claims."
            : $"No dialog on claims fits: {Words(Situation)}.";

    /// <summary>The reason, and below it a line for each dialog.</summary>
    public IReadOnlyList<string> Explain() => [Reason, .. Candidates.Select(c => $"{(c.Outcome == RouteOutcome.Chosen ? "->" : c.Outcome == RouteOutcome.Outranked ? " =" : "  ")} {c.Dialog}: {c.Why}")];

    /// <summary>Only what comes close: the chosen one, what it outranks, and what fits but for one thing that it names.</summary>
    public IReadOnlyList<RouteCandidate> Near => [.. Candidates.Where(c => c.Outcome != RouteOutcome.Unfit || c.IsNear)];

    private static string Words(ClaimSituation at) => string.Join(", ", new[]
    {
        $"{string.Join("+", at.Events)}",
        at.Status is null or "opened" ? null : at.Status,
        $"type {at.Type ?? "unknown"}",
        $"stage {at.Stage ?? "unknown"}",
        $"reason {at.Group ?? "unknown"}{(at.Triage is null ? "" : $"/{at.Triage}")}",
        at.MustAct is null ? null : $"{at.MustAct} must act",
        $"actions {(at.Actions is null ? "unknown" : at.Actions.Count == 0 ? "none" : string.Join("+", at.Actions))}",
        at.Intents.Count == 0 ? null : $"asked {string.Join("+", at.Intents)}",
    }.OfType<string>());
}

public enum RouteOutcome
{
    Chosen,

    /// <summary>It fits, and a more specific one does too.</summary>
    Outranked,

    Unfit,
}

/// <param name="Why">Why it was chosen, or wasn't: a sentence without its capital and full stop.</param>
public sealed record RouteCandidate(string Dialog, RouteOutcome Outcome, string Why)
{
    /// <summary>Everything fits but one thing that it asks for.</summary>
    public bool IsNear { get; init; }
}
