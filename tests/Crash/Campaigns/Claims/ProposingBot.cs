using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Claims.Actions;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Crash.Tests.Campaigns.Claims;

/// <summary>Says something of its own in every turn of a claim, so that what is said twice shows, and proposes every action there is.</summary>
internal sealed class ProposingBot : IBot
{
    public const string Says = "Lo estamos revisando, referencia ";

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (activity.Type != ActivityTypes.Message && activity.Name?.StartsWith("claim.", StringComparison.Ordinal) != true) return;
        await turnContext.SendActivityAsync(Says + new string([.. Reference(activity.Id).Select(digit => (char)('a' + digit))]), cancellationToken: cancellationToken);
        foreach (var action in ClaimActionNames.All)
            await turnContext.SendActivityAsync(new Activity { Type = ActivityTypes.Event, Name = ClaimEventNames.Proposal, Value = JObject.FromObject(new { action, percentage = 50, reason = "Because." }) }, cancellationToken);
    }

    /// <summary>Of the turn; letters only, because a code would look like a telephone to the guards.</summary>
    private static IEnumerable<int> Reference(string id) =>
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id)).Take(10).Select(value => value % 20);
}
