using System.Text.Json;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Delivery.Conversations;
using MeliBot.MercadoLibre;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Claims;

/// <summary>What is written in a claim, and what happens to it, as activities. The same always gives the same activity, to the byte.</summary>
public sealed class ClaimActivities(string serviceUrl)
{
    /// <param name="message">What somebody wrote.</param>
    /// <param name="claim">Where.</param>
    /// <param name="by">Of the account's own: <c>bot</c>, <c>agent:{id}</c> or <c>elsewhere</c>.</param>
    /// <param name="turn">Whether the bot is to see it.</param>
    /// <param name="now">The time, for a message that names none.</param>
    public ActivityEntry Message(ClaimMessage message, StoredClaim claim, string? by, ActivityTurn turn, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(claim);
        var ours = IsOurs(message, claim);
        var data = Data(claim, "claim-message");
        data["message"] = message.Key;
        data["sender"] = message.SenderRole.Value;
        data["receiver"] = message.ReceiverRole.Value;
        if (message.Stage.Value is { } stage) data["stage"] = stage;
        if (message.Status.Value is { } status) data["status"] = status;
        if (!message.IsDelivered) data["moderation"] = message.MessageModeration?.Reason.Value ?? message.MessageModeration?.Status.Value;
        if (ours && by is not null) data["by"] = by;
        data["resource"] = Raw(message);
        var activity = Activity(claim, ActivityTypes.Message, ClaimKeys.Message(claim.Account, claim.Id, message.Key), message.At ?? now, ours, data);

        // A mediator's text is HTML; whoever reads or answers it gets words.
        activity.Text = HtmlText.Strip(message.Message ?? "").Trim();
        activity.TextFormat = TextFormatTypes.Plain;
        return Entry(activity, claim, ours ? ActivityRole.Outgoing : ActivityRole.Incoming, ours ? ActivityTurn.None : turn, message.At ?? now, now, isMessage: true);
    }

    /// <param name="happening">What happened.</param>
    /// <param name="claim">To which claim.</param>
    /// <param name="turn">Whether the bot is to see it.</param>
    /// <param name="now">The time, for what has none of its own.</param>
    /// <param name="value">What the bot needs beside the claim.</param>
    /// <param name="duty">What it says is due, with its date.</param>
    public ActivityEntry Event(ClaimHappening happening, StoredClaim claim, ActivityTurn turn, DateTimeOffset now, JObject? value = null, string? duty = null)
    {
        ArgumentNullException.ThrowIfNull(happening);
        ArgumentNullException.ThrowIfNull(claim);
        var data = Data(claim, "claim");
        if (happening.Says is not null) data["says"] = happening.Says;
        if (duty is not null) data["duty"] = duty;
        var activity = Activity(claim, ActivityTypes.Event, ClaimKeys.Event(claim.Account, claim.Id, happening.What), happening.At ?? now, ours: false, data);
        activity.Name = happening.Name;
        activity.Value = value;
        return Entry(activity, claim, happening.Wants ? ActivityRole.Incoming : ActivityRole.Event, turn, happening.At ?? now, now, isMessage: false);
    }

    /// <summary>Whether the account wrote it: by its side in the claim, which for claims that the seller opened is the complainant's.</summary>
    public static bool IsOurs(ClaimMessage message, StoredClaim claim)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(claim);
        return message.SenderRole == (claim.Us?.Role ?? ClaimRole.Respondent);
    }

    private Activity Activity(StoredClaim claim, string type, string id, DateTimeOffset at, bool ours, JObject data)
    {
        var seller = new ChannelAccount { Id = QuestionKeys.Bot(claim.Account), Role = RoleTypes.Bot };
        var other = new ChannelAccount { Id = QuestionKeys.User(claim.Account, claim.Counterpart), Role = RoleTypes.User };
        return new Activity
        {
            Type = type,
            Id = id,
            Timestamp = at.ToUniversalTime(),
            ServiceUrl = serviceUrl,
            ChannelId = MercadoLibreChannel.Id,
            From = ours ? seller : other,
            Recipient = ours ? other : seller,
            Conversation = new ConversationAccount { Id = ClaimKeys.Conversation(claim.Account, claim.Id), ConversationType = MercadoLibreChannel.Claims, IsGroup = false },
            Locale = Sites.Locale(claim.Claim.SiteId),
            ChannelData = data,
        };
    }

    private static ActivityEntry Entry(Activity activity, StoredClaim claim, ActivityRole role, ActivityTurn turn, DateTimeOffset at, DateTimeOffset now, bool isMessage) => new()
    {
        Id = activity.Id,
        Conversation = activity.Conversation.Id,
        Account = claim.Account,
        Role = role,
        OrderKey = ClaimKeys.Order(at, activity.Id, isMessage),
        Payload = ActivityJson.Write(activity),
        At = at,
        Turn = turn,
        DueAt = now,
    };

    private static JObject Data(StoredClaim claim, string kind)
    {
        var data = new JObject { ["kind"] = kind, ["account"] = claim.Account, ["claimId"] = claim.Id };
        if (claim.Claim.SiteId is { } site) data["siteId"] = site;
        if (claim.Counterpart is { } buyer) data["buyerId"] = buyer;
        if (claim.Claim.Type.Value is { } type) data["type"] = type;
        if (claim.Sale is { } sale) data["packId"] = sale.Conversation;
        return data;
    }

    private static JObject Raw(ClaimMessage message)
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(JsonSerializer.Serialize(message, MercadoLibreJson.Options))) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None };
        return JObject.Load(reader);
    }
}
