using System.Globalization;
using MeliBot.Dialogs.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Dialogs.Running;

/// <summary>What dialogs on claims ask for beyond talk. Proposals and reminders leave the turn as events; the channel keeps them, and only a person carries a proposal out.</summary>
internal static class ClaimActs
{
    public static async Task ProposeAsync(string dialog, Propose propose, TurnTalk talk, ITurnContext turn, CancellationToken cancellationToken)
    {
        var reason = await talk.TextAsync(propose.Reason, propose.Needs, cancellationToken).ConfigureAwait(false);
        if (WhyNot(propose.Action, talk) is { } why)
        {
            talk.Notes.Add($"{dialog}.{propose.Path}: {propose.Action} isn't proposed, because {why}.");
            talk.Speech.HandOver($"The dialog '{dialog}' would propose {propose.Action} ({reason.TrimEnd('.')}), and can't: {why}.");
            return;
        }

        var value = new JObject { ["action"] = propose.Action, ["reason"] = reason };
        if (propose.Percentage is { } percentage) value["percentage"] = percentage;
        if (propose.Evidence is { } evidence) value["evidence"] = await EvidenceAsync(evidence, talk, cancellationToken).ConfigureAwait(false);
        await turn.SendActivityAsync(Event(ClaimProposals.EventName, value), cancellationToken).ConfigureAwait(false);
    }

    public static async Task RemindAsync(string dialog, Remind remind, TurnTalk talk, ITurnContext turn, CancellationToken cancellationToken)
    {
        var now = talk.Facts.Now;
        if (WhenOf(remind, talk) is not { } at || at <= now)
        {
            talk.Notes.Add(talk.Facts.Claim?.Due is null ? $"{dialog}.{remind.Path}: no reminder is set, because the due date isn't known." : $"{dialog}.{remind.Path}: no reminder is set, because its time is over.");
            return;
        }

        var reason = await talk.TextAsync(remind.Reason, remind.Needs, cancellationToken).ConfigureAwait(false);
        var value = new JObject { ["at"] = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), ["reason"] = reason };
        await turn.SendActivityAsync(Event(ClaimProposals.ReminderName, value), cancellationToken).ConfigureAwait(false);
    }

    private static DateTimeOffset? WhenOf(Remind remind, TurnTalk talk) => remind.In is { } after ? talk.Facts.Now + after : talk.Facts.Claim?.Due?.Value - remind.BeforeDue;

    /// <summary>The page that a person decides on is there only for what Mercado Libre offers.</summary>
    private static string? WhyNot(string action, TurnTalk talk) => talk.Facts.Claim?.Actions is not { Value: var actions } ? "what the claim allows isn't known"
        : ClaimProposals.IsOffered(action, actions) ? null
        : $"Mercado Libre doesn't offer {string.Join(" or ", ClaimProposals.Needs(action))} now";

    private static async Task<JObject> EvidenceAsync(IReadOnlyList<(string Name, Templates.CompiledText Value, Facts.Needs Needs)> evidence, TurnTalk talk, CancellationToken cancellationToken)
    {
        var shown = new JObject();
        foreach (var (name, text, needs) in evidence)
        {
            if (await talk.TextAsync(text, needs, cancellationToken).ConfigureAwait(false) is { Length: > 0 } value) shown[name] = value;
        }

        return shown;
    }

    private static Activity Event(string name, JObject value) => new() { Type = ActivityTypes.Event, Name = name, Value = value };
}
