namespace MeliBot.Dialogs.Claims;

/// <summary>What a dialog may propose, and which of a claim's actions each needs.</summary>
public static class ClaimProposals
{
    public const string EventName = "mercadolibre/claim-proposal";
    public const string ReminderName = "mercadolibre/claim-reminder";

    public const string PartialRefund = "partial_refund";
    public const string AddEvidence = "add_evidence";

    private static readonly Dictionary<string, string[]> Needed = new(StringComparer.Ordinal)
    {
        ["refund"] = ["refund"],
        [PartialRefund] = ["allow_partial_refund"],
        ["allow_return"] = ["allow_return", "allow_return_label"],
        ["allow_replace"] = ["allow_replace"],
        ["open_dispute"] = ["open_dispute"],
        [AddEvidence] = ["add_shipping_evidence"],
        ["return_review"] = ["return_review", "return_review_ok", "return_review_fail", "return_review_unified", "return_review_ok_unified", "return_review_fail_unified"],
    };

    public static IReadOnlyList<string> All { get; } = [.. Needed.Keys];

    /// <summary>The claim's actions of which one allows it; empty for what isn't a proposal.</summary>
    public static IReadOnlyList<string> Needs(string action) => Needed.GetValueOrDefault(action, []);

    /// <param name="actions">What the claim lets us do.</param>
    public static bool IsOffered(string action, IReadOnlyList<string> actions) => Needs(action).Intersect(actions, StringComparer.OrdinalIgnoreCase).Any();
}
