using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Hosting;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Turns;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using System.Globalization;

namespace MeliBot.Adapter.Inbound;

/// <summary>Reads a question with its seller's own token, which proves the hint, and stores what it finds.</summary>
public sealed class QuestionSignalHandler(
    IMercadoLibreClient client,
    AccountStore accounts,
    IEffectStore effects,
    ITurnStore turns,
    QuestionSight sight,
    IOptions<MercadoLibreAdapterOptions> options,
    TimeProvider time,
    ILogger<QuestionSignalHandler> logger) : ITopicHandler
{
    /// <summary>Far above what the platform lets buyers write.</summary>
    private const int LongestText = 64 * 1024;

    public string Topic => MercadoLibre.Topic.Questions.Value!;

    public async Task<SignalOutcome> HandleAsync(Signal signal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        if (!ResourcePath.TryParse(MercadoLibre.Topic.Questions, signal.Resource, out var path, out var why) || path.NumericId is not { } id)
            return new SignalOutcome.Park(SignalReasons.Unreadable.With(why ?? "it names no question."));
        if (await accounts.FindAsync(signal.Account, cancellationToken).ConfigureAwait(false) is not { } account)
            return Drop(signal, "the account isn't linked (any more)");

        Question question;
        try
        {
            question = await client.For(signal.Account).Questions.GetAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure)
        {
            return await NotReadAsync(signal, id, failure.Error, cancellationToken).ConfigureAwait(false);
        }

        if (question.SellerId is { } seller && seller != signal.Account)
            return Drop(signal, "the question belongs to another seller");
        if (string.IsNullOrEmpty(question.ItemId))
            return new SignalOutcome.Park(SignalReasons.NoItem.With(Number(id)));

        if (question.Text?.Length > LongestText)
            return new SignalOutcome.Failed(UnreadResource.Backoff(signal, TimeSpan.FromMinutes(5), time.GetUtcNow()), SignalReasons.TooLong.With(Number(id), question.Text.Length.ToString("#,0", CultureInfo.InvariantCulture)));

        var slot = await effects.FindAsync(QuestionKeys.Answer(signal.Account, id), cancellationToken).ConfigureAwait(false);
        var handled = slot is null && QuestionSight.IsPast(question.Status) && await WasHandledAsync(question, signal.Account, cancellationToken).ConfigureAwait(false);
        var seen = sight.See(question, signal.Account, account.Nickname, slot, handled, options.Value.QuestionSettle, time.GetUtcNow());
        return new SignalOutcome.Done(new Ingest([seen]));
    }

    private async Task<bool> WasHandledAsync(Question question, long account, CancellationToken cancellationToken)
    {
        var snapshot = await turns.LoadAsync(QuestionActivities.Reference(question, account), cancellationToken).ConfigureAwait(false);
        var id = QuestionKeys.Activity(account, question.Id);
        return snapshot.Activities.Any(entry => string.Equals(entry.Id, id, StringComparison.Ordinal) && (entry.Turn is ActivityTurn.Done or ActivityTurn.Parked));
    }

    private async Task<SignalOutcome> NotReadAsync(Signal signal, long question, MercadoLibreError error, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (error.Kind != ErrorKind.NotFound)
            return UnreadResource.Outcome(signal, error, SignalReasons.NotRead.With(Number(question), PlatformReasons.Of(error).Store()), options.Value, now);

        // A read right after the notice may come too early.
        if (now - signal.LastAt < options.Value.NotFoundPatience)
            return new SignalOutcome.Later(UnreadResource.Backoff(signal, TimeSpan.FromSeconds(30), now), SignalReasons.NotYet);
        if (await effects.FindAsync(QuestionKeys.Answer(signal.Account, question), cancellationToken).ConfigureAwait(false) is { } slot)
            return new SignalOutcome.Done(new Ingest([sight.Gone(slot, MercadoLibreChannel.Questions, now)]));
        return Drop(signal, "Mercado Libre doesn't find the question");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private SignalOutcome.Done Drop(Signal signal, string reason)
    {
        InboundLog.Dropped(logger, signal.Account, signal.Resource, reason);
        return new SignalOutcome.Done(Ingest.Nothing);
    }
}
