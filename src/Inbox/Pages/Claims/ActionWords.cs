using MeliBot.Adapter.Claims.Actions;
using MeliBot.Delivery.Effects;
using MeliBot.Inbox.Language;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Localization;

namespace MeliBot.Inbox.Pages.Claims;

/// <summary>What may be done in a claim, and what it leads to; a word of the platform's that isn't known is shown as it came.</summary>
internal static class ActionWords
{
    /// <summary>As Mercado Libre offers it.</summary>
    public static string Of(ClaimActionName action, IStringLocalizer<Words> words) => action.Value?.ToLowerInvariant() switch
    {
        "send_message_to_complainant" or "send_message_to_respondent" => words["write to the buyer"],
        "send_message_to_mediator" => words["write to the mediator"],
        "send_attachments" => words["send files"],
        "refund" => words["give back the money"],
        "open_dispute" => words["ask for mediation"],
        "send_potential_shipping" => words["promise a shipping date"],
        "add_shipping_evidence" => words["prove the shipment"],
        "send_tracking_number" => words["give the tracking number"],
        "allow_return" or "allow_return_label" => words["let the product come back"],
        "allow_partial_refund" => words["offer part of the money back"],
        "allow_replace" => words["offer another one"],
        "return_review" or "return_review_ok" or "return_review_fail" or "return_review_unified" or "return_review_ok_unified" or "return_review_fail_unified" => words["say how it came back"],
        "recontact" => words["take it up again"],
        "open_claim" => words["open the claim"],
        "close_claim" => words["close the claim"],
        "generate_return" => words["begin the return"],
        "" or null => words["answer"],
        _ => action.Value,
    };

    /// <summary>As this house calls what a person may confirm.</summary>
    public static string Title(string action, IStringLocalizer<Words> words) => action switch
    {
        ClaimActionNames.Refund => words["Give back everything"],
        ClaimActionNames.PartialRefund => words["Offer a partial refund"],
        ClaimActionNames.AllowReturn => words["Let the buyer send it back"],
        ClaimActionNames.AllowReplace => words["Offer a replacement"],
        ClaimActionNames.OpenDispute => words["Ask Mercado Libre to mediate"],
        ClaimActionNames.AddEvidence => words["Show that it was sent"],
        ClaimActionNames.ReviewReturn => words["Review what came back"],
        _ => action,
    };

    /// <summary>How far it is.</summary>
    public static string Of(EffectState state, IStringLocalizer<Words> words) => state switch
    {
        EffectState.Sent => words["it was done"],
        EffectState.Refused => words["refused, nothing was done"],
        EffectState.Parked => words["not known whether it was done"],
        EffectState.AnsweredElsewhere => words["done elsewhere"],
        _ => words["being done"],
    };

    /// <summary>What comes of it.</summary>
    /// <param name="action">One of the house's.</param>
    /// <param name="amount">What the buyer gets back; null where nobody knows.</param>
    /// <param name="percentage">Of a partial refund.</param>
    /// <param name="words">The reader's.</param>
    public static string Effect(string action, string? amount, int? percentage, IStringLocalizer<Words> words) => action switch
    {
        ClaimActionNames.Refund when amount is not null => words["The buyer gets back {0}: everything. The claim closes.", amount],
        ClaimActionNames.Refund => words["The buyer gets back everything that was paid; how much that is isn't known here. The claim closes."],
        ClaimActionNames.PartialRefund when amount is not null => words["The buyer is offered {0} % of the price, which is {1}, and keeps the product. If the buyer accepts, that money goes back.", percentage ?? 0, amount],
        ClaimActionNames.PartialRefund => words["The buyer is offered {0} % of the price and keeps the product. If the buyer accepts, that money goes back.", percentage ?? 0],
        ClaimActionNames.AllowReturn when amount is not null => words["The buyer gets a label to send the product back, and then {0}. The way back may cost you.", amount],
        ClaimActionNames.AllowReturn => words["The buyer gets a label to send the product back, and then the money. The way back may cost you."],
        ClaimActionNames.AllowReplace => words["The buyer is offered the same product again. If the buyer accepts, you send another one, and the first comes back."],
        ClaimActionNames.OpenDispute => words["Mercado Libre steps in and decides. From then on you can write to the mediator only."],
        ClaimActionNames.AddEvidence => words["Mercado Libre and the buyer see what you show about the shipment."],
        ClaimActionNames.ReviewReturn => words["You say how the product came back. By that Mercado Libre decides about the money."],
        _ => "",
    };
}
