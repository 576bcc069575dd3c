using System.Text.Json;
using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Conversations;
using MeliBot.MercadoLibre;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Messages;

/// <summary>A message of a sale as an activity. The same message always gives the same activity, to the byte.</summary>
public sealed class MessageActivities(string serviceUrl)
{
    /// <param name="message">Must have its id.</param>
    /// <param name="account">The seller.</param>
    /// <param name="pack">The pack, or the order of a sale without one.</param>
    /// <param name="buyer">As the sale names it: in the thread Mercado Libre's agent may stand for the buyer.</param>
    /// <param name="by">Of the seller's own: <c>bot</c>, <c>agent:{id}</c> or <c>elsewhere</c>.</param>
    /// <param name="turn">Whether the bot is to see it.</param>
    /// <param name="now">The time, for a message that names none.</param>
    public ActivityEntry Entry(Message message, long account, long pack, long? buyer, string? by, ActivityTurn turn, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(message);
        var id = message.Key ?? throw new ArgumentException("The message has no id.", nameof(message));
        var at = message.At ?? now;
        var sellers = message.From?.UserId == account;
        var activity = Activity(message, id, account, pack, buyer, sellers ? by : null);
        return new ActivityEntry
        {
            Id = activity.Id,
            Conversation = activity.Conversation.Id,
            Account = account,
            Role = sellers ? ActivityRole.Outgoing : ActivityRole.Incoming,
            OrderKey = MessageKeys.Order(at, id),
            Payload = ActivityJson.Write(activity),
            At = at,
            Turn = sellers ? ActivityTurn.None : turn,
            DueAt = now,
        };
    }

    private Activity Activity(Message message, string id, long account, long pack, long? buyer, string? by)
    {
        var seller = new ChannelAccount { Id = QuestionKeys.Bot(account), Role = RoleTypes.Bot };
        var other = new ChannelAccount { Id = QuestionKeys.User(account, buyer), Role = RoleTypes.User };
        var sellers = message.From?.UserId == account;
        var site = message.SiteId;
        return new Activity
        {
            Type = ActivityTypes.Message,
            Id = MessageKeys.Activity(account, id),
            Timestamp = message.At?.ToUniversalTime(),
            ServiceUrl = serviceUrl,
            ChannelId = MercadoLibreChannel.Id,
            From = sellers ? seller : other,
            Recipient = sellers ? other : seller,
            Conversation = new ConversationAccount { Id = MessageKeys.Conversation(account, pack), ConversationType = MercadoLibreChannel.Orders, IsGroup = false },
            Locale = Sites.Locale(site),
            Text = message.Text ?? "",
            TextFormat = TextFormatTypes.Plain,
            ChannelData = Data(message, id, account, pack, buyer, by),
        };
    }

    private static JObject Data(Message message, string id, long account, long pack, long? buyer, string? by)
    {
        var data = new JObject { ["kind"] = "message", ["account"] = account, ["packId"] = pack, ["messageId"] = id };
        if (message.SiteId is not null) data["siteId"] = message.SiteId;
        if (buyer is not null) data["buyerId"] = buyer;
        if (message.Status.Value is { } status) data["status"] = status;
        if (!message.IsDelivered) data["moderation"] = message.Moderated?.Reason.Value ?? message.Moderated?.Status.Value;
        if (message.From?.UserId is { } from && from != account && from != buyer) data["agent"] = from;
        if (by is not null) data["by"] = by;
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(JsonSerializer.Serialize(message, MercadoLibreJson.Options))) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None };
        data["resource"] = JObject.Load(reader);
        return data;
    }
}
