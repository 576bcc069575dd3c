using MeliBot.Delivery.Reasons;

namespace MeliBot.Inbox.Conversations;

/// <summary>What the inbox itself says about a question.</summary>
internal static class ConversationReasons
{
    public static readonly ReasonCode TakenDown = new("inbox.taken-down", "Mercado Libre's moderation took the answer down.");
    public static readonly ReasonCode BotFailed = new("inbox.bot-failed", "The bot failed on it.");
}
