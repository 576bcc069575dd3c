using MeliBot.Adapter.Turns;
using Microsoft.Bot.Schema;

// Where a bot's author has it open already.
namespace Microsoft.Bot.Builder;

/// <summary>What a turn of <see cref="MeliBot.Adapter.MercadoLibreAdapter"/> knows beyond its activity.</summary>
public static class MercadoLibreTurnExtensions
{
    /// <summary>The turn's clock, which stands still; also in <c>TurnState.Get&lt;TimeProvider&gt;()</c>.</summary>
    public static TimeProvider GetTurnClock(this ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<TimeProvider>() ?? TimeProvider.System;
    }

    /// <summary>The turn's chance, seeded from the activity's id, so that a turn that runs twice says the same; also in <c>TurnState.Get&lt;Random&gt;()</c>.</summary>
    public static Random GetTurnRandom(this ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.TurnState.Get<Random>() is { } random)
            return random;
        random = new Random(TurnSeed.Of(turnContext.Activity.Id ?? ""));
        turnContext.TurnState.Add(random);
        return random;
    }

    /// <summary>The conversation's committed activities before this one, oldest first; empty outside a turn of this channel.</summary>
    public static IReadOnlyList<Activity> GetEarlierActivities(this ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<TurnScope>() is { } scope ? EarlierActivities.Of(scope.Snapshot, turnContext.Activity.Id) : [];
    }
}
