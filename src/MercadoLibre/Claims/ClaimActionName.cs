using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What somebody may do in a claim, or did. A seller may do only what is among his available actions.</summary>
[JsonConverter(typeof(OpenEnumConverter<ClaimActionName>))]
public readonly record struct ClaimActionName(string? Value) : IOpenEnum<ClaimActionName>
{
    public static readonly ClaimActionName SendMessageToComplainant = new("send_message_to_complainant");
    public static readonly ClaimActionName SendMessageToRespondent = new("send_message_to_respondent");
    public static readonly ClaimActionName SendMessageToMediator = new("send_message_to_mediator");
    public static readonly ClaimActionName SendAttachments = new("send_attachments");
    public static readonly ClaimActionName Refund = new("refund");
    public static readonly ClaimActionName OpenDispute = new("open_dispute");
    public static readonly ClaimActionName SendPotentialShipping = new("send_potential_shipping");
    public static readonly ClaimActionName AddShippingEvidence = new("add_shipping_evidence");
    public static readonly ClaimActionName SendTrackingNumber = new("send_tracking_number");
    public static readonly ClaimActionName AllowReturn = new("allow_return");
    public static readonly ClaimActionName AllowReturnLabel = new("allow_return_label");
    public static readonly ClaimActionName AllowPartialRefund = new("allow_partial_refund");
    public static readonly ClaimActionName AllowReplace = new("allow_replace");
    public static readonly ClaimActionName ReturnReview = new("return_review");
    public static readonly ClaimActionName ReturnReviewOk = new("return_review_ok");
    public static readonly ClaimActionName ReturnReviewFail = new("return_review_fail");
    public static readonly ClaimActionName ReturnReviewUnified = new("return_review_unified");
    public static readonly ClaimActionName ReturnReviewOkUnified = new("return_review_ok_unified");
    public static readonly ClaimActionName ReturnReviewFailUnified = new("return_review_fail_unified");
    public static readonly ClaimActionName Recontact = new("recontact");
    public static readonly ClaimActionName OpenClaim = new("open_claim");
    public static readonly ClaimActionName CloseClaim = new("close_claim");
    public static readonly ClaimActionName GenerateReturn = new("generate_return");

    public static IReadOnlyList<ClaimActionName> Known { get; } =
    [
        SendMessageToComplainant, SendMessageToRespondent, SendMessageToMediator, SendAttachments, Refund, OpenDispute, SendPotentialShipping,
        AddShippingEvidence, SendTrackingNumber, AllowReturn, AllowReturnLabel, AllowPartialRefund, AllowReplace, ReturnReview, ReturnReviewOk,
        ReturnReviewFail, ReturnReviewUnified, ReturnReviewOkUnified, ReturnReviewFailUnified, Recontact, OpenClaim, CloseClaim, GenerateReturn,
    ];

    public bool IsKnown => OpenEnum.IsKnown(this);

    /// <summary>Sends a text to somebody; what it costs is nothing.</summary>
    public bool IsMessage => this == SendMessageToComplainant || this == SendMessageToRespondent || this == SendMessageToMediator || this == SendAttachments;

    /// <summary>Gives back money, or gives away the product or its way back. Only a person does these.</summary>
    public bool CostsMoney => this == Refund || this == AllowPartialRefund || this == AllowReturn || this == AllowReturnLabel || this == AllowReplace;

    /// <summary>Looks at what came back, in any of the platform's spellings.</summary>
    public bool IsReturnReview => Value?.StartsWith("return_review", StringComparison.OrdinalIgnoreCase) == true;

    public static ClaimActionName From(string value) => new(value);

    public bool Equals(ClaimActionName other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
