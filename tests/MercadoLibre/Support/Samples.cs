namespace MeliBot.MercadoLibre.Tests;

/// <summary>The collection of captured payloads, where this machine has it.</summary>
internal static class Samples
{
    public const string Variable = "MELIBOT_SAMPLES";

    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;

    /// <summary>Which kind a sample is of, by its file name; null for kinds that this client doesn't read.</summary>
    public static string? KindOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return _kinds.Where(k => name.StartsWith(k.Prefix, StringComparison.Ordinal) && name[k.Prefix.Length..].All(c => char.IsAsciiDigit(c)))
            .Select(k => k.Kind).FirstOrDefault();
    }

    public static IEnumerable<(string File, string Kind)> All() =>
        Directory.EnumerateFiles(Folder!, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => (f, KindOf(f)))
            .Where(f => f.Item2 is not null)
            .Select(f => (f.f, f.Item2!));

    private static readonly (string Prefix, string Kind)[] _kinds =
    [
        ("notification-", "notification"),
        ("question-", "question"),
        ("answer-response-", "question"),
        ("question-search-", "questions-search"),
        ("question-error-", "error"),
        ("question-response-time-", "response-time"),
        ("question-response-time-error-", "error"),
        ("auth-error-", "error"),
        ("error-", "error"),
        ("claim-error-", "error"),
        ("return-error-", "error"),
        ("message-send-error-", "error"),
        ("message-option-error-", "error"),
        ("message-attachment-error-", "error"),
        ("seller-notification-v2-error-", "error"),
        ("item-", "item"),
        ("items-bulk-", "items"),
        ("items-multiget-legacy-", "items"),
        ("item-description-", "item-description"),
        ("item-variations-", "item-variations"),
        ("item-search-", "items-search"),
        ("sale-price-", "sale-price"),
        ("user-", "user"),
        ("user-multiget-", "user"),
        ("token-", "token"),
        ("missed-feeds-", "missed-feeds"),
        ("blacklist-search-", "blacklist"),
        ("moderation-infractions-", "infractions"),
        ("moderation-last-", "last-moderation"),
        ("application-", "application"),
        ("grants-", "grants"),
        ("revoke-", "revocation"),
        ("order-", "order"),
        ("order-search-", "orders-search"),
        ("pack-", "pack"),
        ("payment-", "payment"),
        ("shipment-", "shipment"),
        ("shipment-history-", "shipment-history"),
        ("shipment-sla-", "dispatch-deadline"),
        ("message-thread-", "messages"),
        ("message-legacy-2", "messages"),
        ("message-single-", "message"),
        ("message-legacy-1", "message"),
        ("message-legacy-3", "message"),
        ("message-option-response-", "message"),
        ("message-unread-", "unread"),
        ("message-action-guide-", "action-guide"),
        ("message-action-guide-caps-", "action-guide"),
        ("message-attachment-upload-", "attachment"),
        ("claim-", "claim"),
        ("claim-search-", "claim-search"),
        ("claim-detail-", "claim-detail"),
        ("claim-messages-", "claim-messages"),
        ("claim-reason-", "claim-reason"),
        ("claim-affects-reputation-", "affects-reputation"),
        ("claim-expected-resolutions-", "expected-resolutions"),
        ("claim-status-history-", "claim-status-history"),
        ("claim-actions-history-", "claim-actions-history"),
        ("claim-partial-refund-offers-", "partial-refund-offers"),
        ("claim-evidence-", "claim-evidences"),
        ("claim-attachment-", "claim-attachment"),
        ("change-", "change"),
        ("return-", "return"),
        ("return-reviews-", "return-reviews"),
        ("return-reasons-", "return-reasons"),
        ("return-cost-", "return-cost"),
    ];
}
