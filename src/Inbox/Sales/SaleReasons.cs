using MeliBot.Delivery.Reasons;

namespace MeliBot.Inbox.Sales;

/// <summary>What the inbox itself says about a sale.</summary>
internal static class SaleReasons
{
    public static readonly ReasonCode SiteUnknown = new("sale.site-unknown", "The country of this sale isn't known yet, so no file can be uploaded for it. Read the sale again.");
}
