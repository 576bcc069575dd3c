using MeliBot.Adapter.Claims;
using MeliBot.Delivery.Conversations;
using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Turns;

/// <summary>What a bot wants beside words in a claim: an action for a person to decide on, a reminder for itself. Each is kept as an entry; nothing of it is done by itself, and the bot goes on speaking beside it.</summary>
internal static class ClaimWishes
{
    public static IReadOnlyList<ActivityEntry> Of(TurnRun run) => run.Scope.Venue.IsClaim
        ? [.. run.Sent.Select(sent => sent.Activity).Where(activity => activity is { Type: ActivityTypes.Event, Name: ClaimEventNames.Proposal or ClaimEventNames.SetReminder }).Select(activity => TurnOutcomes.OwnEntry(run.Scope, activity))]
        : [];
}
