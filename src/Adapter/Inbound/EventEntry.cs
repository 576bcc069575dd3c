using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reasons;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Inbound;

/// <summary>Something that happened to what was said, as an entry that awaits a turn of the bot.</summary>
internal sealed record EventEntry
{
    public required string Id { get; init; }

    /// <summary>One of <see cref="MercadoLibreEvents"/>.</summary>
    public required string Name { get; init; }

    public required ConversationRef Conversation { get; init; }

    /// <summary>Id of the activity that it is about.</summary>
    public required string? About { get; init; }

    public long? Buyer { get; init; }

    public string? Site { get; init; }

    public required string ServiceUrl { get; init; }

    public required Reason Reason { get; init; }

    /// <summary>What was said, or was to be said.</summary>
    public string? Text { get; init; }

    /// <summary>True while a person could still say it.</summary>
    public bool Open { get; init; }

    /// <summary>The place of <see cref="At"/> among the conversation's entries.</summary>
    public required string OrderKey { get; init; }

    public required DateTimeOffset At { get; init; }

    public required JObject ChannelData { get; init; }

    public ActivityEntry ToEntry()
    {
        var bot = new ChannelAccount { Id = QuestionKeys.Bot(Conversation.Account), Role = RoleTypes.Bot };
        var user = new ChannelAccount { Id = QuestionKeys.User(Conversation.Account, Buyer), Role = RoleTypes.User };
        var conversation = new ConversationAccount { Id = Conversation.Id, ConversationType = Conversation.Kind, IsGroup = false };
        var activity = new Activity
        {
            Type = ActivityTypes.Event,
            Name = Name,
            Id = Id,
            Timestamp = At.ToUniversalTime(),
            ServiceUrl = ServiceUrl,
            ChannelId = MercadoLibreChannel.Id,
            From = user,
            Recipient = bot,
            Conversation = conversation,
            Locale = Sites.Locale(Site),
            RelatesTo = new ConversationReference
            {
                ActivityId = About,
                ChannelId = MercadoLibreChannel.Id,
                ServiceUrl = ServiceUrl,
                Locale = Sites.Locale(Site),
                Conversation = conversation,
                User = user,
                Bot = bot,
            },
            Value = new JObject { ["reason"] = Reason.Text, ["text"] = Text, ["open"] = Open },
            ChannelData = ChannelData,
        };
        return new ActivityEntry
        {
            Id = Id,
            Conversation = Conversation.Id,
            Account = Conversation.Account,
            Role = ActivityRole.Event,
            OrderKey = OrderKey,
            Payload = ActivityJson.Write(activity),
            At = At,
            Turn = ActivityTurn.Pending,
            DueAt = At,
        };
    }
}
