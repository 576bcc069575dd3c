using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Claims;

/// <summary>Whom Mercado Libre lets us write to: one party at most, by the stage, and only where the message is among our actions.</summary>
public static class ClaimReceiver
{
    private static readonly Dictionary<string, (string Action, string Receiver)[]> ByStage = new(StringComparer.OrdinalIgnoreCase)
    {
        ["claim"] = [("send_message_to_complainant", ClaimWords.Complainant), ("send_message_to_respondent", ClaimWords.Respondent)],
        ["dispute"] = [("send_message_to_mediator", ClaimWords.Mediator)],
    };

    /// <summary>Of <see cref="ClaimWords.Receivers"/>: nobody where it is closed, has no messages, or isn't known well enough to write.</summary>
    public static string Of(ClaimFacts claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim is not { Stage.Value: { } stage, Actions.Value: { } actions }) return ClaimWords.Nobody;
        if (!string.Equals(claim.Status?.Value, "opened", StringComparison.OrdinalIgnoreCase) || IsWithoutMessages(claim.Type?.Value)) return ClaimWords.Nobody;
        foreach (var (action, receiver) in ByStage.GetValueOrDefault(stage, []))
        {
            if (actions.Contains(action, StringComparer.OrdinalIgnoreCase)) return receiver;
        }

        return ClaimWords.Nobody;
    }

    /// <summary>Why nobody may be written to, for people.</summary>
    public static string WhyNobody(ClaimFacts claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (string.Equals(claim.Status?.Value, "closed", StringComparison.OrdinalIgnoreCase)) return "the claim is closed";
        if (claim.Status is null || claim.Stage is null || claim.Actions is null) return "what the claim allows isn't known";
        if (IsWithoutMessages(claim.Type?.Value)) return "returns have no messages";
        return ByStage.ContainsKey(claim.Stage.Value)
            ? $"Mercado Libre offers us no message at the stage {claim.Stage.Value}"
            : $"the stage {claim.Stage.Value} has nobody to write to";
    }

    /// <summary>Whether anybody can ever be written to at a stage.</summary>
    public static bool MayTalkAt(string stage) => ByStage.ContainsKey(stage);

    public static bool IsWithoutMessages(string? type) => type is not null && type.StartsWith("return", StringComparison.OrdinalIgnoreCase);
}
