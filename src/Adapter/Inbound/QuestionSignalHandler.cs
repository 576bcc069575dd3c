using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Outbound.Senders;
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
            return new SignalOutcome.Failed(Backoff(signal, TimeSpan.FromMinutes(5)), SignalReasons.TooLong.With(Number(id), question.Text.Length.ToString("#,0", CultureInfo.InvariantCulture)));

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
        switch (error.Kind)
        {
            case ErrorKind.NotFound:
                // A read right after the notice may come too early.
                var age = time.GetUtcNow() - signal.LastAt;
                if (age < options.Value.NotFoundPatience)
                    return new SignalOutcome.Later(Backoff(signal, TimeSpan.FromSeconds(30)), SignalReasons.NotYet);
                if (await effects.FindAsync(QuestionKeys.Answer(signal.Account, question), cancellationToken).ConfigureAwait(false) is { } slot)
                    return new SignalOutcome.Done(new Ingest([sight.Gone(slot, MercadoLibreChannel.Questions, time.GetUtcNow())]));
                return Drop(signal, "Mercado Libre doesn't find the question");

            case ErrorKind.ReconnectRequired or ErrorKind.Unauthorized:
                return new SignalOutcome.Later(options.Value.ReconnectRecheck, AnswerReasons.Reconnect.With(Number(signal.Account), error.Message));

            case ErrorKind.ApplicationRejected:
                return new SignalOutcome.Later(options.Value.ReconnectRecheck, PlatformReasons.Of(error));

            case ErrorKind.MissingPermission or ErrorKind.Forbidden or ErrorKind.LegalBlock:
                return new SignalOutcome.Park(PlatformReasons.Of(error), Detail(error));

            case ErrorKind.Unreadable:
                // Cut short on its way, or a shape that nobody knows: the first passes, the second ends in the parking.
                return new SignalOutcome.Failed(TimeSpan.Zero, SignalReasons.NotRead.With(Number(question), PlatformReasons.Of(error).Store()), Detail(error));

            case ErrorKind.RateLimited or ErrorKind.HeldBack or ErrorKind.Unavailable or ErrorKind.Conflict:
                return new SignalOutcome.Later(error.RetryAfter ?? Backoff(signal, TimeSpan.FromMinutes(5)), error.Message);

            default:
                return new SignalOutcome.Failed(Backoff(signal, TimeSpan.FromMinutes(5)), PlatformReasons.Of(error), Detail(error));
        }
    }

    // As long again as it has waited already.
    private TimeSpan Backoff(Signal signal, TimeSpan cap)
    {
        var age = time.GetUtcNow() - signal.LastAt;
        return age < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : age > cap ? cap : age;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Detail(MercadoLibreError error) => $"{error.Request} {error.Status} {error.Code}".Trim();

    private SignalOutcome.Done Drop(Signal signal, string reason)
    {
        InboundLog.Dropped(logger, signal.Account, signal.Resource, reason);
        return new SignalOutcome.Done(Ingest.Nothing);
    }
}
