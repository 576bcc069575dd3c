using MeliBot.Adapter.Orders;
using MeliBot.Inbox.Language;
using MeliBot.Inbox.Sales;
using Microsoft.Extensions.Localization;

namespace MeliBot.Inbox.Pages.Sales;

/// <summary>What sales are said in. English wordings, which are also the keys of the others; a word of the platform's that isn't known is shown as it came.</summary>
internal static class SaleText
{
    public static string Of(OrderStage stage) => stage switch
    {
        OrderStage.PaymentRequired => "Payment required",
        OrderStage.PaymentInProcess => "Payment in process",
        OrderStage.Paid => "Paid",
        OrderStage.Cancelled => "Cancelled",
        OrderStage.Invalid => "Invalid",
        _ => "Unknown",
    };

    public static string Of(MessageAuthor author) => author switch
    {
        MessageAuthor.Buyer => "Buyer",
        MessageAuthor.Bot => "Bot",
        MessageAuthor.Elsewhere => "The seller, on Mercado Libre",
        MessageAuthor.Assistant => "Mercado Libre's AI agent",
        _ => "A person of ours",
    };

    public static string Of(MessageState state) => state switch
    {
        MessageState.Shown => "Sent",
        MessageState.OnItsWay => "On its way",
        MessageState.Waiting => "Waits for Mercado Libre",
        MessageState.Moderated => "Moderated",
        MessageState.Refused => "Refused",
        _ => "Parked",
    };

    public static string Shipment(string status, IStringLocalizer<Words> words) => Known(status) is { } english ? words[english] : status;

    public static string Payment(string status, IStringLocalizer<Words> words) => status.ToLowerInvariant() switch
    {
        "approved" => words["approved"],
        "in_process" or "in_mediation" => words["in process"],
        "pending" => words["pending"],
        "rejected" => words["rejected"],
        "refunded" => words["refunded"],
        "cancelled" => words["called off"],
        _ => status,
    };

    public static string Moderation(string reason, IStringLocalizer<Words> words) => reason.ToUpperInvariant() switch
    {
        "OUT_OF_PLACE_LANGUAGE" => words["rude language"],
        "SOCIAL_NETWORK_LINK" => words["a social network"],
        "LINK_SHORT_URL" => words["a shortened link"],
        "AUTOMATIC_MESSAGE" => words["it reads like an automatic message"],
        "PERSONAL_DATA" => words["personal data"],
        "LINK_MERCADOPAGO" or "ML_LINKS_PAYPAL" => words["a payment link"],
        "EVASION_CLAIM_SELLER" => words["it talks the buyer out of a claim"],
        _ => reason,
    };

    public static string Contact(string option, IStringLocalizer<Words> words) => option.ToUpperInvariant() switch
    {
        "REQUEST_VARIANTS" => words["Ask which variant the buyer wants"],
        "REQUEST_BILLING_INFO" => words["Ask for the data of the invoice"],
        "SEND_INVOICE_LINK" => words["Send the link of the invoice"],
        "DELIVERY_PROMISE" => words["Say when it will be delivered"],
        "OTHER" => words["Something else"],
        _ => option,
    };

    private static string? Known(string status) => status.ToLowerInvariant() switch
    {
        "pending" => "pending",
        "handling" => "being prepared",
        "ready_to_ship" => "ready to ship",
        "shipped" => "shipped",
        "delivered" => "delivered",
        "not_delivered" => "not delivered",
        "cancelled" => "called off",
        _ => null,
    };
}
