namespace MeliBot.MercadoLibre;

/// <summary>Tags of an order that mean something to this client; the platform has more, and they are kept.</summary>
public static class OrderTags
{
    public const string Paid = "paid";
    public const string NotPaid = "not_paid";
    public const string Delivered = "delivered";
    public const string NotDelivered = "not_delivered";
    public const string PackOrder = "pack_order";
    public const string NoShipping = "no_shipping";
    public const string Unfulfilled = "unfulfilled";
    public const string TestOrder = "test_order";
    public const string ClaimOpened = "claim_opened";
    public const string ClaimClosed = "claim_closed";

    /// <summary>Do not ship: cancel.</summary>
    public const string FraudRiskDetected = "fraud_risk_detected";
}
