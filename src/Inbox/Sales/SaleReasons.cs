using MeliBot.Delivery.Reasons;

namespace MeliBot.Inbox.Sales;

/// <summary>What the inbox itself says about a sale.</summary>
internal static class SaleReasons
{
    public static readonly ReasonCode SiteUnknown = new("sale.site-unknown", "The country of this sale isn't known yet, so no file can be uploaded for it. Read the sale again.");
    public static readonly ReasonCode ContactUnknown = new("sale.contact-unknown", "It isn't known whether Mercado Libre took the message: {0:reason} Look at the thread before you write it again.");
    public static readonly ReasonCode ContactModerated = new("sale.contact-moderated", "Mercado Libre's moderation kept the message from the buyer: {0}.");
}
