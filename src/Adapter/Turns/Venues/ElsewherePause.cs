using System.Globalization;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Messages;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reasons;
using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Turns.Venues;

/// <summary>A seller who writes in a sale outside MeliBot is speaking with the buyer: the bot keeps out of it for a while.</summary>
internal static class ElsewherePause
{
    /// <summary>Null when the bot may speak.</summary>
    public static Reason? Why(ConversationSnapshot snapshot, DateTimeOffset now, TimeSpan pause)
    {
        if (snapshot.Conversation.Kind != MercadoLibreChannel.Orders) return null;
        for (var i = snapshot.Activities.Count - 1; i >= 0; i--)
        {
            var entry = snapshot.Activities[i];
            if (now - entry.At >= pause) return null;
            if (entry.Role == ActivityRole.Event && IsHandedBack(entry)) return null;
            if (entry.Role == ActivityRole.Outgoing && SaleVenue.By(entry) == QuestionSight.Elsewhere)
                return MessageReasons.PausedElsewhere.With(Time(entry.At), Time(entry.At + pause));
        }

        return null;
    }

    private static bool IsHandedBack(ActivityEntry entry)
    {
        var activity = ActivityJson.Read(entry.Payload);
        return activity is { Name: HandoffEventNames.HandoffStatus, Value: Newtonsoft.Json.Linq.JObject value } && (string?)value["state"] == "completed";
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
