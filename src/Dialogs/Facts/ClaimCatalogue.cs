namespace MeliBot.Dialogs.Facts;

/// <summary>The part of <see cref="FactCatalogue"/> that only dialogs on claims know.</summary>
internal static class ClaimCatalogue
{
    public static IReadOnlyList<FactVariable> All { get; } =
    [
        Unsure("claim", FactType.Group, "The claim that the turn is about. The sale that it is of stands under order and shipment.", "claim"),
        Unsure("claim.id", FactType.Text, "Its number.", "claim"),
        Words("claim.type", ClaimWords.Types, "mediations, return, cancel_sale, cancel_purchase, change, fulfillment, ml_case, service and others.", "claim"),
        Words("claim.stage", ClaimWords.Stages, "claim (between buyer and seller), dispute (with the mediator), recontact, none, stale and others.", "claim"),
        Words("claim.status", ClaimWords.Statuses, "opened or closed.", "claim"),
        Unsure("claim.reason", FactType.Group, "Why it was opened.", "claim"),
        Unsure("claim.reason.id", FactType.Text, "The reason's id, such as PDD9549.", "claim"),
        Unsure("claim.reason.name", FactType.Text, "The platform's name of it, such as repentant_buyer.", "claim-reason"),
        Unsure("claim.reason.detail", FactType.Text, "The reason in words, as the buyer chose it.", "claim-reason") with { Private = true },
        Words("claim.group", ClaimWords.Groups, "not_received, different_or_defective, cancelled or other, by the reason's id.", "claim") with { IsClosed = true },
        Words("claim.triage", ClaimWords.Triages, "repentant, defective, incomplete, different, not_working and others; unknown where the reason names none, or several.", "claim-reason"),
        Words("claim.quantity", ClaimWords.Quantities, "total, partial and others: whether all that was bought is claimed.", "claim"),
        Words("claim.actions", ClaimWords.Actions, "What Mercado Libre lets us do: refund, allow_return, open_dispute and others; for contains.", "claim") with { Type = FactType.List },
        Words("claim.mandatory", ClaimWords.Actions, "The action that it requires of us; unknown where it requires none.", "claim"),
        Unsure("claim.due", FactType.Date, "Until when whoever must act must have acted.", "claim"),
        Unsure("claim.hours_left", FactType.Number, "Whole hours until then; below zero once it is over.", "claim"),
        Unsure("claim.overdue", FactType.Boolean, "That time is over.", "claim"),
        Words("claim.must_act", ClaimWords.MustAct, "Who must act: seller, buyer or mediator.", "claim-detail"),
        Words("claim.affects_reputation", ClaimWords.Reputations, "affected, not_affected or not_applies.", "affects-reputation"),
        Unsure("claim.has_incentive", FactType.Boolean, "Solving it in time spares the reputation.", "affects-reputation"),
        Unsure("claim.incentive_until", FactType.Date, "The end of that time.", "affects-reputation"),
        Words("claim.expected", ClaimWords.Resolutions, "What the buyer asks for: refund, product, return_product, change_product, partial_refund and others; for contains.", "expected-resolutions") with { Type = FactType.List },
        Unsure("claim.fulfilled", FactType.Boolean, "The product counts as delivered.", "claim"),
        Unsure("claim.return", FactType.Group, "The return that belongs to it; unknown where there is none.", "return"),
        Words("claim.return.status", ClaimWords.ReturnStatuses, "pending, label_generated, shipped, delivered and others.", "return"),
        Words("claim.return.money", ClaimWords.ReturnMoney, "retained, refunded or available: where the buyer's money is.", "return"),
        Words("claim.role", ClaimWords.Roles, "respondent, or complainant where the seller claims.", "claim"),
        Words("claim.receiver", ClaimWords.Receivers, "Whom Mercado Libre lets us write to now: complainant, respondent, mediator or nobody.", "claim") with { IsClosed = true },
        Words("claim.sender", [ClaimWords.Complainant, ClaimWords.Respondent, ClaimWords.Mediator], "Who wrote the message; unknown where the turn is about an event.", "message"),
        Unsure("claim.title", FactType.Text, "Mercado Libre's heading of it, spoken to the seller.", "claim-detail") with { Private = true },
        Unsure("claim.problem", FactType.Text, "Mercado Libre's words for what went wrong, spoken to the seller.", "claim-detail") with { Private = true },
        Unsure("claim.resolution", FactType.Text, "Why it was closed: payment_refunded, respondent_timeout and others; unknown while it is open.", "claim"),
    ];

    private static FactVariable Words(string name, IReadOnlyList<string> words, string about, string source) => Unsure(name, FactType.Text, about, source) with { Words = words };

    private static FactVariable Unsure(string name, FactType type, string about, string source) => new(name, type, true, about, source);
}
