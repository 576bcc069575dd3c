using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Replies;
using MeliBot.Dialogs.Templates;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace MeliBot.Dialogs.Running;

/// <summary>Answers by the playbook as it is now: understands, runs its dialogs, hands over what they don't settle. Events of the channel need no words from it.</summary>
public sealed class PlaybookBot : ActivityHandler
{
    private readonly Func<Playbook> _playbook;
    private readonly IRecognizer _recognizer;
    private readonly IFactSource _facts;
    private readonly PlaybookState _state;
    private readonly PlaybookDialogs _dialogs;

    internal PlaybookBot(Func<Playbook> playbook, IRecognizer recognizer, IFactSource facts, PlaybookState state, PlaybookDialogs dialogs) =>
        (_playbook, _recognizer, _facts, _state, _dialogs) = (playbook, recognizer, facts, state, dialogs);

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var playbook = CompiledPlaybook.Of(_playbook());
        var talk = await PrepareAsync(turnContext, playbook, cancellationToken).ConfigureAwait(false);
        turnContext.TurnState.Add(talk);

        if (talk.Kind == IntentPlaces.Orders && talk.Facts.Sale is null) talk.Speech.HandOver("The sale isn't known here, so nothing about it is.");
        else if (talk.IsQuestion && talk.Facts.Item is null) talk.Speech.HandOver("The listing can't be read, so nothing about it is known.");
        else await TalkAsync(turnContext, talk, cancellationToken).ConfigureAwait(false);

        await talk.Speech.EndAsync(cancellationToken).ConfigureAwait(false);
        await turnContext.SendActivityAsync(PlaybookTrace.Of(talk), cancellationToken).ConfigureAwait(false);
        await _state.KeepAsync(turnContext, talk, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TurnTalk> PrepareAsync(ITurnContext turn, CompiledPlaybook playbook, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        var kind = QuestionInfo.Kind(activity);
        var listing = QuestionInfo.Listing(activity);
        var saleOf = kind == IntentPlaces.Orders ? QuestionInfo.Sale(activity) : null;
        var recognized = await _recognizer.RecognizeAsync(turn, cancellationToken).ConfigureAwait(false);
        var question = RecognizedQuestion.Read(recognized, activity.Text ?? "");
        var item = listing is null ? null : await _facts.ItemAsync(listing, cancellationToken).ConfigureAwait(false);
        var sale = saleOf is null ? null : await _facts.SaleAsync(saleOf, cancellationToken).ConfigureAwait(false);
        var account = (listing?.Account ?? saleOf?.Account) is { } seller ? await _facts.AccountAsync(seller, cancellationToken).ConfigureAwait(false) : null;
        var variables = await _state.VariablesAsync(turn, playbook.ReadsUser, cancellationToken).ConfigureAwait(false);

        var clock = turn.TurnState.Get<TimeProvider>() ?? TimeProvider.System;
        var site = account?.SiteId ?? listing?.SiteId ?? saleOf?.SiteId;
        var named = Postcodes.Find(activity.Text ?? "", site);
        if (named is not null && kind != IntentPlaces.Orders) variables.Set("conversation.postcode", named);
        var zone = Zones.Of(account?.TimeZone, site);
        var facts = new TurnFacts(_facts, listing, item, account, question, activity.Id ?? "", clock.GetUtcNow())
        {
            BuyerNickname = activity.From?.Name,
            Postcode = variables.Conversation.GetValueOrDefault("postcode"),
            Conversation = variables.Conversation,
            User = variables.User ?? [],
            Sale = sale,
            SaleOf = saleOf,
            Zone = zone,
        };
        var notes = new List<string>();
        var style = new TextStyle(activity.Locale ?? "es", item?.Price?.Value.Currency ?? sale?.Total?.Value.Currency, zone);
        return new TurnTalk
        {
            Playbook = playbook,
            Kind = kind,
            Question = question,
            Facts = facts,
            Style = style,
            Renderer = new ReplyRenderer(facts, style, VoiceChain.Of(playbook.Source.Voices, site, activity.Locale), activity.Id ?? "", notes, namesWording: kind == IntentPlaces.Orders),
            Speech = new Speech(turn, [.. question.Intents.Select(i => i.Name)], notes),
            Variables = variables,
            Notes = notes,
        };
    }

    private async Task TalkAsync(ITurnContext turn, TurnTalk talk, CancellationToken cancellationToken)
    {
        var dialogs = await _dialogs.ContextAsync(turn, talk, cancellationToken).ConfigureAwait(false);
        var result = await dialogs.ContinueDialogAsync(cancellationToken).ConfigureAwait(false);
        if (result.Status != DialogTurnStatus.Empty && !talk.StartAnew) return;

        talk.StartAnew = false;
        if (await StarterAsync(talk, cancellationToken).ConfigureAwait(false) is { } starter) await dialogs.BeginDialogAsync(starter, null, cancellationToken).ConfigureAwait(false);
        else talk.Speech.HandOver($"The playbook has no dialog that starts on {talk.Kind} like this.");
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
