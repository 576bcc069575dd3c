using MeliBot.Adapter.Claims;
using MeliBot.Inbox.Claims;
using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Language;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Localization;

namespace MeliBot.Inbox.Pages.Claims;

/// <summary>What claims are said in; a word of the platform's that isn't known is shown as it came.</summary>
internal static class ClaimWords
{
    public static string Of(ClaimType type, IStringLocalizer<Words> words) => type.Value?.ToLowerInvariant() switch
    {
        "mediations" => words["Claim of the buyer"],
        "return" or "returns" => words["Return"],
        "fulfillment" => words["Case of Mercado Libre's own storage"],
        "ml_case" => words["Case between the buyer and Mercado Libre"],
        "cancel_sale" => words["Sale cancelled by the seller"],
        "cancel_purchase" => words["Purchase cancelled by the buyer"],
        "change" => words["Change of the product"],
        "service" => words["Cancelled service"],
        null => words["not known"],
        _ => type.Value,
    };

    public static string Of(ClaimStage stage, IStringLocalizer<Words> words) => stage.Value?.ToLowerInvariant() switch
    {
        "claim" => words["Between buyer and seller"],
        "dispute" => words["In mediation"],
        "recontact" => words["Taken up again after its end"],
        "none" => words["No stage"],
        "stale" => words["Between buyer and Mercado Libre"],
        null => words["not known"],
        _ => stage.Value,
    };

    public static string Of(ClaimStatus status, IStringLocalizer<Words> words) => status.Value?.ToLowerInvariant() switch
    {
        "opened" => words["Open claim"],
        "closed" => words["Closed claim"],
        null => words["not known"],
        _ => status.Value,
    };

    public static string Of(ClaimReasonGroup group, IStringLocalizer<Words> words) => group switch
    {
        ClaimReasonGroup.NotReceived => words["Not received"],
        ClaimReasonGroup.DifferentOrDefective => words["Different or defective"],
        ClaimReasonGroup.CancelledPurchase => words["Cancelled purchase"],
        _ => words["Another reason"],
    };

    public static string Of(ClaimTriage triage, IStringLocalizer<Words> words) => triage.Value?.ToLowerInvariant() switch
    {
        "repentant" => words["the buyer doesn't want it any more"],
        "defective" => words["defective"],
        "incomplete" => words["incomplete"],
        "different" => words["different from what was bought"],
        "not_working" => words["doesn't work"],
        _ => triage.ToString(),
    };

    public static string Of(ClaimParty party, IStringLocalizer<Words> words) => party.Value?.ToLowerInvariant() switch
    {
        "seller" => words["The seller"],
        "buyer" => words["The buyer"],
        "mediator" => words["Mercado Libre"],
        "complainant" => words["Whoever opened the claim"],
        "respondent" => words["Whoever the claim is against"],
        null => words["not known"],
        _ => party.Value,
    };

    /// <summary>Who a part is, in this claim: the seller is nearly always the respondent, but not always.</summary>
    public static string Who(ClaimRole role, StoredClaim? claim, IStringLocalizer<Words> words)
    {
        if (role == ClaimRole.Mediator) return words["Mercado Libre"];
        if (role == (claim?.Us?.Role ?? ClaimRole.Respondent)) return words["The seller"];
        return role == ClaimRole.Complainant || role == ClaimRole.Respondent ? words["The buyer"] : role.Value is { } known ? known : words["not known"];
    }

    public static string Of(ReputationEffect effect, IStringLocalizer<Words> words) => effect.Value?.ToLowerInvariant() switch
    {
        "affected" => words["It counts against your reputation"],
        "not_affected" => words["It doesn't count against your reputation"],
        "not_applies" => words["It isn't counted for reputation"],
        null => words["not known"],
        _ => effect.Value,
    };

    public static string Of(ClaimExpectation expectation, IStringLocalizer<Words> words) => expectation.Value?.ToLowerInvariant() switch
    {
        "product" => words["get the product"],
        "refund" => words["get the money back"],
        "return_product" => words["send the product back"],
        "change_product" => words["change the product"],
        "partial_refund" => words["a partial refund"],
        null => words["not known"],
        _ => expectation.Value,
    };

    public static string Of(ExpectationStatus status, IStringLocalizer<Words> words) => status.Value?.ToLowerInvariant() switch
    {
        "pending" => words["pending"],
        "accepted" => words["accepted"],
        "rejected" => words["rejected"],
        null => "",
        _ => status.Value,
    };

    public static string Of(ClaimResolutionGroup group, IStringLocalizer<Words> words) => group switch
    {
        ClaimResolutionGroup.Refund => words["The buyer got money back"],
        ClaimResolutionGroup.Return => words["The product came back, or was to"],
        ClaimResolutionGroup.NoCoverage => words["Mercado Libre covered nothing"],
        ClaimResolutionGroup.Coverage => words["Mercado Libre covered it"],
        ClaimResolutionGroup.BuyerClosed => words["The buyer closed it"],
        ClaimResolutionGroup.Time => words["Somebody's time ran out"],
        ClaimResolutionGroup.Change => words["The product was changed, or was to be"],
        _ => words["Ended otherwise"],
    };

    public static string Of(ClaimAuthor author, IStringLocalizer<Words> words) => author switch
    {
        ClaimAuthor.Buyer => words["The buyer"],
        ClaimAuthor.Mediator => words["Mercado Libre's mediator"],
        ClaimAuthor.Bot => words["Bot"],
        ClaimAuthor.Elsewhere => words["The seller, on Mercado Libre"],
        _ => words["A person of ours"],
    };

    public static string Of(ReturnStatus status, IStringLocalizer<Words> words) => status.Value?.ToLowerInvariant() switch
    {
        "pending" => words["being prepared"],
        "label_generated" => words["the buyer has the label"],
        "shipped" => words["on its way back"],
        "delivered" => words["came back"],
        "expired" => words["never sent, its time is over"],
        "failed" => words["failed"],
        "cancelled" => words["called off"],
        "not_delivered" => words["not delivered"],
        "return_to_buyer" => words["goes back to the buyer"],
        "scheduled" => words["will be fetched"],
        null => words["not known"],
        _ => status.Value,
    };

    public static string Of(ReturnMoneyStatus status, IStringLocalizer<Words> words) => status.Value?.ToLowerInvariant() switch
    {
        "retained" => words["kept back for now"],
        "refunded" => words["given back"],
        "available" => words["yours"],
        null => words["not known"],
        _ => status.Value,
    };

    /// <summary>Null for what needs no line of its own.</summary>
    public static string? Of(HappeningView happening, IReadOnlyDictionary<string, string> people, IStringLocalizer<Words> words) => happening.Name switch
    {
        ClaimEventNames.ProposalDismissed => words["{0} decided against the proposal: {1}.", NameOf(happening.By, people), ActionWords.Title(happening.Text ?? "", words)],
        ClaimEventNames.Opened => words["The claim was opened."],
        ClaimEventNames.Reopened => words["The claim was opened again."],
        ClaimEventNames.StageChanged => words["The claim's stage is now: {0}.", Of(ClaimStage.From(happening.Text ?? ""), words)],
        ClaimEventNames.ActionRequired => words["Mercado Libre wants: {0}.", ActionWords.Of(ClaimActionName.From(happening.Text ?? ""), words)],
        ClaimEventNames.ReturnChanged => words["The return is now: {0}.", Of(ReturnStatus.From(happening.Text ?? ""), words)],
        ClaimEventNames.Reminder => string.IsNullOrWhiteSpace(happening.Text) ? words["The bot's reminder."] : words["The bot's reminder: {0}", happening.Text],
        ClaimEventNames.DueSoon => words["It is due soon: {0}.", ActionWords.Of(ClaimActionName.From(happening.Text ?? ""), words)],
        ClaimEventNames.Overdue => words["It wasn't done in time: {0}.", ActionWords.Of(ClaimActionName.From(happening.Text ?? ""), words)],
        ClaimEventNames.Closed => words["The claim was closed."],
        _ => Conversations.HappeningText.Of(happening) is { } text ? words[text, happening.Text ?? ""].Value : null,
    };

    private static string NameOf(string? by, IReadOnlyDictionary<string, string> people) => by?.Split(':', 2) is [_, var agent] ? people.GetValueOrDefault(agent, agent) : by ?? "";
}
