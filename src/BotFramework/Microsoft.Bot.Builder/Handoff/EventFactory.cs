using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

public static class EventFactory
{
    /// <summary>Asks for a person. The event comes from the user as it is; sending it makes the bot its sender.</summary>
    public static IEventActivity CreateHandoffInitiation(ITurnContext turnContext, object handoffContext, Transcript transcript = null)
    {
        BotAssert.ContextNotNull(turnContext);
        var incoming = turnContext.Activity;
        var handoff = Create(HandoffEventNames.InitiateHandoff, handoffContext, incoming.Conversation);
        handoff.From = incoming.From;
        handoff.RelatesTo = incoming.GetConversationReference();
        handoff.ReplyToId = incoming.Id;
        handoff.ServiceUrl = incoming.ServiceUrl;
        handoff.ChannelId = incoming.ChannelId;
        if (transcript is not null)
            handoff.Attachments.Add(new Attachment("application/json", content: transcript, name: "Transcript"));

        return handoff;
    }

    /// <param name="state">accepted, failed or completed.</param>
    public static IEventActivity CreateHandoffStatus(ConversationAccount conversation, string state, string message = null)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(state);
        return Create(HandoffEventNames.HandoffStatus, new { state, message }, conversation);
    }

    private static Activity Create(string name, object value, ConversationAccount conversation) => new(ActivityTypes.Event)
    {
        Name = name,
        Value = value is null ? null : JObject.FromObject(value),
        Id = Guid.NewGuid().ToString(),
        Timestamp = DateTimeOffset.UtcNow,
        Conversation = conversation,
        Attachments = new List<Attachment>(),
        Entities = new List<Entity>(),
    };
}
