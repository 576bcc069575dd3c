using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Inbound;

/// <summary>What became of an answer, as an entry that awaits a turn of the bot.</summary>
public sealed class AnswerEvents(string serviceUrl)
{
    /// <param name="name">One of <see cref="MercadoLibreEvents"/>.</param>
    /// <param name="slot">The answer's slot.</param>
    /// <param name="reason">What happened.</param>
    /// <param name="text">What was said, or was to be said.</param>
    /// <param name="open">True while a person could still answer the question.</param>
    /// <param name="at">When we learnt of it.</param>
    public ActivityEntry Create(string name, EffectSlot slot, Reason reason, string? text, bool open, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return Create(name, slot.Account, slot.Conversation, QuestionKeys.QuestionOf(slot.Key), slot.Revision, reason, text, open, at);
    }

    /// <inheritdoc cref="Create(string, EffectSlot, Reason, string, bool, DateTimeOffset)"/>
    public ActivityEntry Create(string name, long account, string conversationId, long question, int revision, Reason reason, string? text, bool open, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(name);
        // One event per name and revision: seeing the same end again appends nothing.
        var id = $"{QuestionKeys.Answer(account, question)}:{name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]}:{revision}";
        var activityId = QuestionKeys.Activity(account, question);
        var bot = new ChannelAccount { Id = QuestionKeys.Bot(account), Role = RoleTypes.Bot };
        var user = new ChannelAccount { Id = UserOf(conversationId, account), Role = RoleTypes.User };
        var conversation = new ConversationAccount { Id = conversationId, ConversationType = MercadoLibreChannel.Questions, IsGroup = false };
        var site = Sites.OfItem(ItemOf(conversationId));
        var activity = new Activity
        {
            Type = ActivityTypes.Event,
            Name = name,
            Id = id,
            Timestamp = at.ToUniversalTime(),
            ServiceUrl = serviceUrl,
            ChannelId = MercadoLibreChannel.Id,
            From = user,
            Recipient = bot,
            Conversation = conversation,
            Locale = Sites.Locale(site),
            RelatesTo = new ConversationReference
            {
                ActivityId = activityId,
                ChannelId = MercadoLibreChannel.Id,
                ServiceUrl = serviceUrl,
                Locale = Sites.Locale(site),
                Conversation = conversation,
                User = user,
                Bot = bot,
            },
            Value = new JObject { ["reason"] = reason.Text, ["text"] = text, ["open"] = open },
            ChannelData = new QuestionChannelData
            {
                Kind = QuestionChannelData.EventKind,
                Account = account,
                SiteId = site,
                ItemId = ItemOf(conversationId),
                QuestionId = question,
            }.ToJson(),
        };
        return new ActivityEntry
        {
            Id = id,
            Conversation = conversationId,
            Account = account,
            Role = ActivityRole.Event,
            OrderKey = QuestionKeys.EventOrder(at, question),
            Payload = ActivityJson.Write(activity),
            At = at,
            Turn = ActivityTurn.Pending,
            DueAt = at,
        };
    }

    private static string ItemOf(string conversation) => conversation.Split(':') is [_, _, var item, ..] ? item : "";

    private static string UserOf(string conversation, long account) =>
        QuestionKeys.User(account, conversation.Split(':') is [_, _, _, var buyer] && long.TryParse(buyer, out var id) ? id : null);
}
