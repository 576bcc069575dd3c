using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace MeliBot.Dialogs.Running;

/// <summary>Answers by the playbook as it is now: understands, runs its dialogs, hands over what they don't settle. Of the channel's events only those of a claim need a dialog.</summary>
public sealed class PlaybookBot : ActivityHandler
{
    private readonly Func<Playbook> _playbook;
    private readonly TalkPreparation _preparation;
    private readonly PlaybookState _state;
    private readonly PlaybookDialogs _dialogs;

    internal PlaybookBot(Func<Playbook> playbook, IRecognizer recognizer, IFactSource facts, PlaybookState state, PlaybookDialogs dialogs) =>
        (_playbook, _preparation, _state, _dialogs) = (playbook, new TalkPreparation(recognizer, facts, state), state, dialogs);

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => RunAsync(turnContext, cancellationToken);

    protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        QuestionInfo.Kind(turnContext.Activity) == ClaimPlace.Name && turnContext.Activity.Name?.StartsWith(ClaimEvents.Prefix, StringComparison.Ordinal) == true
            ? RunAsync(turnContext, cancellationToken)
            : Task.CompletedTask;

    private async Task RunAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var playbook = CompiledPlaybook.Of(_playbook());
        var talk = await _preparation.PrepareAsync(turnContext, playbook, cancellationToken).ConfigureAwait(false);
        turnContext.TurnState.Add(talk);

        if (Unknown(talk) is { } unknown) talk.Speech.HandOver(unknown);
        else await TalkAsync(turnContext, talk, cancellationToken).ConfigureAwait(false);

        await talk.Speech.EndAsync(cancellationToken).ConfigureAwait(false);
        await turnContext.SendActivityAsync(PlaybookTrace.Of(talk), cancellationToken).ConfigureAwait(false);
        await _state.KeepAsync(turnContext, talk, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the turn is about and nothing is known of, so that no dialog could say anything.</summary>
    private static string? Unknown(TurnTalk talk) => talk.Kind switch
    {
        IntentPlaces.Orders when talk.Facts.Sale is null => "The sale isn't known here, so nothing about it is.",
        IntentPlaces.Claims when talk.Facts.Claim is null => "The claim isn't known here, so nothing about it is.",
        IntentPlaces.Questions when talk.Facts.Item is null => "The listing can't be read, so nothing about it is known.",
        _ => null,
    };

    private async Task TalkAsync(ITurnContext turn, TurnTalk talk, CancellationToken cancellationToken)
    {
        var dialogs = await _dialogs.ContextAsync(turn, talk, cancellationToken).ConfigureAwait(false);

        // A message answers what was asked; that the claim has changed begins anew.
        if (turn.Activity.Type == ActivityTypes.Message)
        {
            talk.Dialog = dialogs.Stack.Count > 0 ? dialogs.Stack[^1].Id : null;
            var result = await dialogs.ContinueDialogAsync(cancellationToken).ConfigureAwait(false);
            if (result.Status != DialogTurnStatus.Empty && !talk.StartAnew) return;
        }

        talk.StartAnew = false;
        talk.Dialog = talk.IsClaim ? await RouteAsync(talk, cancellationToken).ConfigureAwait(false) : await StarterAsync(talk, cancellationToken).ConfigureAwait(false);
        if (talk.Dialog is null)
        {
            talk.Speech.HandOver(talk.Route?.Reason ?? $"The playbook has no dialog that starts on {talk.Kind} like this.");
            return;
        }

        if (dialogs.Stack.Count > 0)
        {
            talk.Notes.Add($"The dialog '{dialogs.Stack[^1].Id}' waited for an answer; '{talk.Dialog}' begins in its place.");
            await dialogs.CancelAllDialogsAsync(cancellationToken).ConfigureAwait(false);
        }

        await dialogs.BeginDialogAsync(talk.Dialog, null, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<string?> RouteAsync(TurnTalk talk, CancellationToken cancellationToken)
    {
        var situation = ClaimSituation.Of(talk.Facts.Claim!, talk.Events, [.. talk.Question.Intents.Select(i => i.Name)], talk.Facts.Now);
        talk.Facts.About(talk.Question.Intents.Count > 0 ? talk.Question.Intents[0] : null);
        talk.Route = await talk.Playbook.Claims.RouteAsync(situation, dialog => HoldsAsync(dialog.Name)).ConfigureAwait(false);
        return talk.Route.Dialog;

        ValueTask<bool> HoldsAsync(string dialog) => talk.Playbook.Dialogs[dialog] is { When: { } when } program ? talk.HoldsAsync(when, program.WhenNeeds, cancellationToken) : ValueTask.FromResult(true);
    }

    private static async ValueTask<string?> StarterAsync(TurnTalk talk, CancellationToken cancellationToken)
    {
        foreach (var program in talk.Playbook.Starters(talk.Kind))
        {
            var first = program.Intents.Count == 0 ? (talk.Question.Intents.Count > 0 ? talk.Question.Intents[0] : null) : talk.Question.Intents.FirstOrDefault(i => program.Intents.Contains(i.Name));
            if (program.Intents.Count > 0 && first is null) continue;
            talk.Facts.About(first);
            if (program.When is null || await talk.HoldsAsync(program.When, program.WhenNeeds, cancellationToken).ConfigureAwait(false)) return program.Name;
        }

        return null;
    }
}
