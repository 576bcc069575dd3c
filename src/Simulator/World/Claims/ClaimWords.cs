namespace MeliBot.Simulator;

/// <summary>The platform's words about claims, as far as the Simulator does something by itself; a test may use any other.</summary>
public static class ClaimTypes
{
    public const string Mediations = "mediations";
    public const string Return = "return";
    public const string Fulfillment = "fulfillment";
    public const string MlCase = "ml_case";
    public const string CancelSale = "cancel_sale";
    public const string CancelPurchase = "cancel_purchase";
    public const string Change = "change";
    public const string Service = "service";

    public static readonly IReadOnlyList<string> All = [Mediations, Return, Fulfillment, MlCase, CancelSale, CancelPurchase, Change, Service];
}

public static class ClaimStages
{
    public const string Claim = "claim";
    public const string Dispute = "dispute";
    public const string Recontact = "recontact";
    public const string None = "none";
    public const string Stale = "stale";
}

public static class ClaimStatuses
{
    public const string Opened = "opened";
    public const string Closed = "closed";
}

public static class ClaimRoles
{
    public const string Complainant = "complainant";
    public const string Respondent = "respondent";
    public const string Mediator = "mediator";
}

public static class ClaimActions
{
    public const string SendMessageToComplainant = "send_message_to_complainant";
    public const string SendMessageToRespondent = "send_message_to_respondent";
    public const string SendMessageToMediator = "send_message_to_mediator";
    public const string Refund = "refund";
    public const string OpenDispute = "open_dispute";
    public const string SendPotentialShipping = "send_potential_shipping";
    public const string AddShippingEvidence = "add_shipping_evidence";
    public const string SendAttachments = "send_attachments";
    public const string AllowReturn = "allow_return";
    public const string AllowPartialRefund = "allow_partial_refund";
    public const string AllowReplace = "allow_replace";
    public const string SendTrackingNumber = "send_tracking_number";
    public const string ReturnReview = "return_review";
    public const string ReturnReviewOk = "return_review_ok";
    public const string ReturnReviewFail = "return_review_fail";

    public static string SendMessageTo(string role) => $"send_message_to_{role}";
}

public static class ResolutionReasons
{
    public const string PaymentRefunded = "payment_refunded";
    public const string PartialRefunded = "partial_refunded";
    public const string ItemReturned = "item_returned";
    public const string ReturnExpired = "return_expired";
    public const string ReturnCanceled = "return_canceled";
    public const string ItemChanged = "item_changed";
    public const string ChangeExpired = "change_expired";
    public const string RespondentTimeout = "respondent_timeout";
    public const string Timeout = "timeout";
    public const string CoverageDecision = "coverage_decision";

    /// <summary>Those by which the buyer has the money back.</summary>
    public static bool PaysBack(string reason) => reason is PaymentRefunded or ItemReturned or RespondentTimeout or CoverageDecision or "reimbursed" or "charged_back" or "low_cost";
}

public static class ExpectedResolutions
{
    public const string ReturnProduct = "return_product";
    public const string ChangeProduct = "change_product";
    public const string PartialRefund = "partial_refund";
    public const string Refund = "refund";
    public const string Product = "product";
}

public static class ReturnStatuses
{
    public const string LabelGenerated = "label_generated";
    public const string Shipped = "shipped";
    public const string Delivered = "delivered";
    public const string Expired = "expired";
    public const string Cancelled = "cancelled";
    public const string Failed = "failed";
    public const string NotDelivered = "not_delivered";
}
