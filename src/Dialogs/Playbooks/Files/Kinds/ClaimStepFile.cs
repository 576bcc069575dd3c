using MeliBot.Dialogs.Claims;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>The steps that only claims have.</summary>
internal static class ClaimStepFile
{
    private static readonly Key Reason = new("reason", Scalars.Template, "why, for the person who decides") { Required = true };

    private static readonly Key Action = new("action", Scalars.Choice("what is proposed", [.. ClaimProposals.All]), "what the person would do") { Required = true };
    private static readonly Key Percentage = new("percentage", new Scalar("a number from 1 to 99", ScalarType.Whole) { Min = 1, Max = 99, Example = "50" }, "how much of the price a partial_refund gives back; it is compulsory there, because without one Mercado Libre takes 50");

    private static readonly Key EvidenceType = new("type", Scalars.Choice("a kind of evidence", "shipping_evidence", "handling_shipping_evidence"), "shipping_evidence shows how it was sent, handling_shipping_evidence promises when it will be") { Default = "shipping_evidence" };
    private static readonly Key Method = new("method", Scalars.Choice("a way of sending", "mail", "entrusted", "personal_delivery", "email"), "how it was sent");
    private static readonly Key Company = new("company", Scalars.Template, "who carries it, such as {{ shipment.carrier }}");
    private static readonly Key Tracking = new("tracking", Scalars.Template, "the number by which it is followed, such as {{ shipment.tracking }}");
    private static readonly Key Shipped = new("shipped", Scalars.Template, "the day on which it was sent, year-month-day");
    private static readonly Key Handling = new("handling", Scalars.Template, "of handling_shipping_evidence: the day on which it will be sent, year-month-day");

    private static readonly Key In = new("in", ClaimKeys.Wait, "after so much time");
    private static readonly Key BeforeDue = new("before_due", ClaimKeys.Wait, "so long before the claim's due date; where that isn't known, or too near, no reminder is set");

    /// <summary>By our keys, the platform's names.</summary>
    private static readonly (Key Key, string Name)[] Fields = [(Method, "shipping_method"), (Company, "shipping_company_name"), (Tracking, "tracking_number"), (Shipped, "date_shipped"), (Handling, "handling_date")];

    public static readonly Keyed ProposeShape = new("propose", "a proposal", [Action, Percentage, Reason]);

    public static readonly Keyed EvidenceShape = new("evidence", "evidence", [EvidenceType, Method, Company, Tracking, Shipped, Handling, Reason]);

    public static readonly Keyed RemindShape = new("remind", "a reminder", [In, BeforeDue, Reason]) { OneOf = [In, BeforeDue] };

    public static ProposeStep? ReadPropose(MapNode map, SourceSpan at)
    {
        if (map.Text(Action) is not { } action || TextShapes.ReadTemplate(map.Get(Reason)) is not { } reason) return null;
        return new ProposeStep(action, (int?)map.Whole(Percentage), reason, at);
    }

    public static AttachEvidenceStep? ReadEvidence(MapNode map, SourceSpan at)
    {
        if (TextShapes.ReadTemplate(map.Get(Reason)) is not { } reason) return null;
        var with = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var (key, name) in Fields)
        {
            if (TextShapes.ReadTemplate(map.Get(key)) is { } template) with[name] = template;
        }

        return new AttachEvidenceStep(map.Text(EvidenceType) ?? "shipping_evidence", with, reason, at);
    }

    public static RemindStep? ReadRemind(MapNode map, SourceSpan at)
    {
        var (after, before) = (Span(In), Span(BeforeDue));
        return (after ?? before) is not null && TextShapes.ReadTemplate(map.Get(Reason)) is { } reason ? new RemindStep(after, before, reason, at) : null;

        TimeSpan? Span(Key key) => map.Text(key) is { } text ? TimeLeft.Span(text) : null;
    }
}
