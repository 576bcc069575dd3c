namespace MeliBot.Dialogs.Facts;

/// <summary>The words in which claims are told. But for the groups and receivers they are Mercado Libre's, which may add others: what isn't here is kept and compared like any other.</summary>
public static class ClaimWords
{
    public const string NotReceived = "not_received";
    public const string DifferentOrDefective = "different_or_defective";
    public const string Cancelled = "cancelled";
    public const string Other = "other";

    public const string Complainant = "complainant";
    public const string Respondent = "respondent";
    public const string Mediator = "mediator";
    public const string Nobody = "nobody";

    public static IReadOnlyList<string> Types { get; } = ["mediations", "return", "returns", "fulfillment", "ml_case", "cancel_sale", "cancel_purchase", "change", "service"];

    public static IReadOnlyList<string> Stages { get; } = ["claim", "dispute", "recontact", "none", "stale"];

    public static IReadOnlyList<string> Statuses { get; } = ["opened", "closed"];

    /// <summary>Ours, and all that there are.</summary>
    public static IReadOnlyList<string> Groups { get; } = [NotReceived, DifferentOrDefective, Cancelled, Other];

    public static IReadOnlyList<string> Triages { get; } = ["repentant", "defective", "incomplete", "different", "not_working"];

    public static IReadOnlyList<string> Quantities { get; } = ["total", "partial", "incomplete"];

    public static IReadOnlyList<string> Actions { get; } =
    [
        "send_message_to_complainant", "send_message_to_respondent", "send_message_to_mediator", "refund", "open_dispute", "send_potential_shipping", "add_shipping_evidence", "send_attachments",
        "allow_return", "allow_return_label", "allow_partial_refund", "allow_replace", "send_tracking_number", "return_review", "return_review_ok", "return_review_fail", "return_review_unified",
        "return_review_ok_unified", "return_review_fail_unified", "recontact",
    ];

    public static IReadOnlyList<string> MustAct { get; } = ["seller", "buyer", "mediator"];

    public static IReadOnlyList<string> Reputations { get; } = ["affected", "not_affected", "not_applies"];

    public static IReadOnlyList<string> Resolutions { get; } = ["product", "refund", "return_product", "change_product", "partial_refund"];

    public static IReadOnlyList<string> ReturnStatuses { get; } =
    [
        "pending", "label_generated", "shipped", "delivered", "expired", "failed", "cancelled", "not_delivered", "return_to_buyer", "scheduled", "pending_cancel", "pending_delivered",
        "pending_expiration", "pending_failure",
    ];

    public static IReadOnlyList<string> ReturnMoney { get; } = ["retained", "refunded", "available"];

    public static IReadOnlyList<string> Roles { get; } = [Respondent, Complainant];

    /// <summary>Ours, and all that there are.</summary>
    public static IReadOnlyList<string> Receivers { get; } = [Complainant, Respondent, Mediator, Nobody];

    /// <summary>The group that a reason's id begins with: PNR9508 is one of what wasn't received. Null without a reason.</summary>
    public static string? GroupOf(string? reason) => reason?.Trim() is not { Length: > 0 } id ? null : new string([.. id.TakeWhile(char.IsAsciiLetter)]).ToUpperInvariant() switch
    {
        "PNR" => NotReceived,
        "PDD" => DifferentOrDefective,
        "CS" => Cancelled,
        _ => Other,
    };
}
