using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Why a thread is blocked. The platform adds words and misspells some: both spellings are known.</summary>
[JsonConverter(typeof(OpenEnumConverter<ThreadBlock>))]
public readonly record struct ThreadBlock(string? Value) : IOpenEnum<ThreadBlock>
{
    public static readonly ThreadBlock Time = new("blocked_by_time");
    public static readonly ThreadBlock Buyer = new("blocked_by_buyer");
    public static readonly ThreadBlock Mediation = new("blocked_by_mediation");
    public static readonly ThreadBlock MediationFbm = new("blocked_by_mediation_fbm");
    public static readonly ThreadBlock MediationMisspelt = new("bloqued_by_mediation");
    public static readonly ThreadBlock Fulfillment = new("blocked_by_fulfillment");
    public static readonly ThreadBlock Payment = new("blocked_by_payment");
    public static readonly ThreadBlock ConversationInitiatedBySeller = new("blocked_by_conversation_initiated_by_seller");
    public static readonly ThreadBlock ConversationInitiatedBySellerLimited = new("blocked_by_conversation_initiated_by_seller_limited");
    public static readonly ThreadBlock ConversationStartedBySeller = new("blocked_by_conversation_started_by_seller");
    public static readonly ThreadBlock ConversationUseMessageApi = new("blocked_by_conversation_use_message_api");
    public static readonly ThreadBlock Refund = new("blocked_by_refund");
    public static readonly ThreadBlock CancelledOrder = new("blocked_by_cancelled_order");
    public static readonly ThreadBlock CancelledOrderByFraud = new("blocked_by_cancelled_order_by_fraud");
    public static readonly ThreadBlock CancelledOrderHidden = new("blocked_by_cancelled_order_hidden");
    public static readonly ThreadBlock ConversationExpired = new("blocked_by_conversation_expired");
    public static readonly ThreadBlock ClaimChangeOpen = new("blocked_by_claim_change_open");
    public static readonly ThreadBlock ClaimChangeClosed = new("blocked_by_claim_change_closed");
    public static readonly ThreadBlock ReturnToBuyerFulfillment = new("blocked_by_return_to_buyer_fulfillment");
    public static readonly ThreadBlock DeactivatedAccount = new("blocked_by_deactivated_account");
    public static readonly ThreadBlock Restrictions = new("blocked_by_restrictions");
    public static readonly ThreadBlock MessagePendingReview = new("blocked_by_message_pending_review");
    public static readonly ThreadBlock AiAssistant = new("blocked_by_ai_assistant");
    public static readonly ThreadBlock AiAssistantExpired = new("blocked_by_ai_assistant_expired");
    public static readonly ThreadBlock AiAssistantContactClosed = new("blocked_by_ai_assistant_contact_closed");
    public static readonly ThreadBlock AiAssistantInitiatedBySellerExpiredMisspelt = new("block_by_ai_assistant_initiated_by_seller_expired");
    public static readonly ThreadBlock AiAssistantInitiatedBySellerExpired = new("blocked_by_ai_assistant_initiated_by_seller_expired");
    public static readonly ThreadBlock Resale = new("blocked_by_resale");
    public static readonly ThreadBlock ProximityGroceries = new("blocked_by_proximity_groceries");
    public static readonly ThreadBlock GuestShops = new("blocked_by_guest_shops");
    public static readonly ThreadBlock ExceptedCase = new("blocked_by_excepted_case");

    public static IReadOnlyList<ThreadBlock> Known { get; } =
    [
        Time, Buyer, Mediation, MediationFbm, MediationMisspelt, Fulfillment, Payment, ConversationInitiatedBySeller,
        ConversationInitiatedBySellerLimited, ConversationStartedBySeller, ConversationUseMessageApi, Refund, CancelledOrder, CancelledOrderByFraud,
        CancelledOrderHidden, ConversationExpired, ClaimChangeOpen, ClaimChangeClosed, ReturnToBuyerFulfillment, DeactivatedAccount, Restrictions,
        MessagePendingReview, AiAssistant, AiAssistantExpired, AiAssistantContactClosed, AiAssistantInitiatedBySellerExpiredMisspelt,
        AiAssistantInitiatedBySellerExpired, Resale, ProximityGroceries, GuestShops, ExceptedCase,
    ];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ThreadBlock From(string value) => new(value);

    public bool Equals(ThreadBlock other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
