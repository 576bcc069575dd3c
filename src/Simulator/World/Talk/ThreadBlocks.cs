namespace MeliBot.Simulator;

/// <summary>The platform's words for a blocked thread, as far as the Simulator gives them by itself; a test may set any other.</summary>
public static class ThreadBlocks
{
    public const string Time = "blocked_by_time";
    public const string Buyer = "blocked_by_buyer";
    public const string Mediation = "blocked_by_mediation";
    public const string Fulfillment = "blocked_by_fulfillment";
    public const string Payment = "blocked_by_payment";
    public const string StartedBySeller = "blocked_by_conversation_initiated_by_seller";
    public const string StartedBySellerLimited = "blocked_by_conversation_initiated_by_seller_limited";
    public const string UseMessages = "blocked_by_conversation_use_message_api";
    public const string Refund = "blocked_by_refund";
    public const string Cancelled = "blocked_by_cancelled_order";
    public const string CancelledByFraud = "blocked_by_cancelled_order_by_fraud";
    public const string Expired = "blocked_by_conversation_expired";
    public const string Deactivated = "blocked_by_deactivated_account";
    public const string Agent = "blocked_by_ai_assistant";
    public const string AgentExpired = "blocked_by_ai_assistant_expired";
    public const string Excepted = "blocked_by_excepted_case";
}
