using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Replies;
using MeliBot.Dialogs.Templates;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MeliBot.Dialogs.Running;

/// <summary>From an activity to all that its dialogs share: what was understood, what is known, and how it is said.</summary>
internal sealed class TalkPreparation(IRecognizer recognizer, IFactSource source, PlaybookState state)
{
    public async Task<TurnTalk> PrepareAsync(ITurnContext turn, CompiledPlaybook playbook, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        var kind = QuestionInfo.Kind(activity);
        var listing = QuestionInfo.Listing(activity);
        var claimOf = kind == IntentPlaces.Claims ? QuestionInfo.Claim(activity) : null;
        var question = await UnderstandAsync(turn, cancellationToken).ConfigureAwait(false);
        var item = listing is null ? null : await source.ItemAsync(listing, cancellationToken).ConfigureAwait(false);
        var claim = claimOf is null ? null : await source.ClaimAsync(claimOf, cancellationToken).ConfigureAwait(false);
        var saleOf = kind == IntentPlaces.Orders ? QuestionInfo.Sale(activity) : claim?.Sale is { } sold ? new SaleRequest(claimOf!.Account, claimOf.SiteId, sold) { Order = claim.Order } : null;
        var sale = saleOf is null ? null : await source.SaleAsync(saleOf, cancellationToken).ConfigureAwait(false);
        var account = (listing?.Account ?? claimOf?.Account ?? saleOf?.Account) is { } seller ? await source.AccountAsync(seller, cancellationToken).ConfigureAwait(false) : null;
        var variables = await state.VariablesAsync(turn, playbook.ReadsUser, cancellationToken).ConfigureAwait(false);

        var clock = turn.TurnState.Get<TimeProvider>() ?? TimeProvider.System;
        var site = account?.SiteId ?? listing?.SiteId ?? claimOf?.SiteId ?? saleOf?.SiteId;
        var named = Postcodes.Find(activity.Text ?? "", site);
        if (named is not null && kind == IntentPlaces.Questions) variables.Set("conversation.postcode", named);
        var zone = Zones.Of(account?.TimeZone, site);
        var facts = new TurnFacts(source, listing, item, account, question, activity.Id ?? "", clock.GetUtcNow())
        {
            BuyerNickname = activity.From?.Name,
            Postcode = variables.Conversation.GetValueOrDefault("postcode"),
            Conversation = variables.Conversation,
            User = variables.User ?? [],
            Sale = sale,
            SaleOf = saleOf,
            Claim = claim,
            ClaimSender = activity.Type == ActivityTypes.Message ? QuestionInfo.ClaimSender(activity) : null,
            Zone = zone,
        };
        var notes = new List<string>();
        var style = new TextStyle(activity.Locale ?? "es", item?.Price?.Value.Currency ?? sale?.Total?.Value.Currency, zone);
        var receiver = claim is null ? null : ClaimReceiver.Of(claim);
        return new TurnTalk
        {
            Playbook = playbook,
            Kind = kind,
            Events = QuestionInfo.ClaimEventsOf(activity),
            Question = question,
            Facts = facts,
            Style = style,
            Renderer = new ReplyRenderer(facts, style, VoiceChain.Of(playbook.Source.Voices, site, activity.Locale), activity.Id ?? "", notes, namesWording: kind != IntentPlaces.Questions),
            Speech = new Speech(turn, [.. question.Intents.Select(i => i.Name)], notes, receiver, receiver == ClaimWords.Nobody ? ClaimReceiver.WhyNobody(claim!) : null),
            Variables = variables,
            Notes = notes,
            Receiver = receiver,
        };
    }

    /// <summary>An event says nothing.</summary>
    private async Task<UnderstoodQuestion> UnderstandAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var text = turn.Activity.Text ?? "";
        return turn.Activity.Type == ActivityTypes.Message
            ? RecognizedQuestion.Read(await recognizer.RecognizeAsync(turn, cancellationToken).ConfigureAwait(false), text)
            : UnderstoodQuestion.Nothing(text);
    }
}
