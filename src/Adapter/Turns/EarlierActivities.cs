using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Conversations;
using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Turns;

internal static class EarlierActivities
{
    /// <summary>Everything in the platform's order up to, and without, the named one; all of it when it isn't there.</summary>
    public static IReadOnlyList<Activity> Of(ConversationSnapshot snapshot, string? activityId) =>
        [.. snapshot.Activities
            .TakeWhile(entry => !string.Equals(entry.Id, activityId, StringComparison.Ordinal))
            .Select(entry => ActivityJson.Read(entry.Payload))];
}
