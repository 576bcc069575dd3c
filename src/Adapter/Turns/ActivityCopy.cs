using MeliBot.Adapter.Inbound;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Turns;

/// <summary>An activity as its JSON would come back: nothing of it is shared with the bot's instance.</summary>
internal static class ActivityCopy
{
    public static Activity Of(Activity activity) => IsPlain(activity) ? Plain(activity) : ActivityJson.Read(ActivityJson.Write(activity));

    // What nearly every message is made of: its JSON would cost a tenth of the turn.
    private static bool IsPlain(Activity activity) => activity is
    {
        MembersAdded: null, MembersRemoved: null, ReactionsAdded: null, ReactionsRemoved: null, SuggestedActions: null, Attachments: null or { Count: 0 }, ChannelData: null,
        ListenFor: null, TextHighlights: null, SemanticAction: null, Properties: null or { Count: 0 },
    }
        && activity.GetType() == typeof(Activity)
        && activity.Value is null or JObject && IsPlain(activity.Value as JObject)
        && IsPlain(activity.From) && IsPlain(activity.Recipient) && IsPlain(activity.Conversation) && IsPlain(activity.RelatesTo)
        && activity.Entities?.All(entity => entity is { Properties: not null } && entity.GetType() == typeof(Entity)) != false;

    private static bool IsPlain(ChannelAccount? account) => account is null || (account.Properties is null or { Count: 0 } && account.GetType() == typeof(ChannelAccount));

    private static bool IsPlain(ConversationAccount? account) => account is null || (account.Properties is null or { Count: 0 } && account.GetType() == typeof(ConversationAccount));

    private static bool IsPlain(ConversationReference? reference) =>
        reference is null || (reference.GetType() == typeof(ConversationReference) && IsPlain(reference.User) && IsPlain(reference.Bot) && IsPlain(reference.Conversation));

    // Dates, bytes and broken numbers come back from JSON as something else.
    private static bool IsPlain(JToken? json) => json?.Type switch
    {
        null or JTokenType.String or JTokenType.Integer or JTokenType.Boolean or JTokenType.Null => true,
        JTokenType.Object or JTokenType.Array or JTokenType.Property => json.Children().All(IsPlain),
        _ => false,
    };

    private static Activity Plain(Activity activity) => new()
    {
        Type = activity.Type,
        Id = activity.Id,
        Timestamp = activity.Timestamp,
        LocalTimestamp = activity.LocalTimestamp,
        LocalTimezone = activity.LocalTimezone,
        CallerId = activity.CallerId,
        ServiceUrl = activity.ServiceUrl,
        ChannelId = activity.ChannelId,
        From = Copy(activity.From),
        Conversation = Copy(activity.Conversation),
        Recipient = Copy(activity.Recipient),
        TextFormat = activity.TextFormat,
        AttachmentLayout = activity.AttachmentLayout,
        TopicName = activity.TopicName,
        HistoryDisclosed = activity.HistoryDisclosed,
        Locale = activity.Locale,
        Text = activity.Text,
        Speak = activity.Speak,
        InputHint = activity.InputHint,
        Summary = activity.Summary,
        Attachments = activity.Attachments is null ? null : [],
        Value = (activity.Value as JObject)?.DeepClone(),
        RelatesTo = Copy(activity.RelatesTo),
        Entities = activity.Entities?.Select(entity => new Entity(entity.Type) { Properties = (JObject)entity.Properties.DeepClone() }).ToList(),
        Action = activity.Action,
        ReplyToId = activity.ReplyToId,
        Label = activity.Label,
        ValueType = activity.ValueType,
        Name = activity.Name,
        Code = activity.Code,
        Expiration = activity.Expiration,
        Importance = activity.Importance,
        DeliveryMode = activity.DeliveryMode,
    };

    private static ChannelAccount? Copy(ChannelAccount? account) => account is null ? null : new()
    {
        Id = account.Id,
        Name = account.Name,
        AadObjectId = account.AadObjectId,
        Role = account.Role,
    };

    private static ConversationReference? Copy(ConversationReference? reference) => reference is null ? null : new()
    {
        ActivityId = reference.ActivityId,
        User = Copy(reference.User),
        Bot = Copy(reference.Bot),
        Conversation = Copy(reference.Conversation),
        ChannelId = reference.ChannelId,
        Locale = reference.Locale,
        ServiceUrl = reference.ServiceUrl,
    };

    private static ConversationAccount? Copy(ConversationAccount? account) => account is null ? null : new()
    {
        IsGroup = account.IsGroup,
        ConversationType = account.ConversationType,
        Id = account.Id,
        Name = account.Name,
        AadObjectId = account.AadObjectId,
        Role = account.Role,
        TenantId = account.TenantId,
    };
}
