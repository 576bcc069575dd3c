using System.Globalization;
using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Claims;

/// <summary>Looks at a claim that a notice names. The platform tells of claims under two topics; each leads to the same claim.</summary>
public abstract class ClaimSignalHandler(Topic topic, AccountStore accounts, ClaimKeeper keeper, IOptions<MercadoLibreAdapterOptions> options, TimeProvider time, ILogger logger) : ITopicHandler
{
    public string Topic => topic.Value!;

    public async Task<SignalOutcome> HandleAsync(Signal signal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        if (!ResourcePath.TryParse(topic, signal.Resource, out var path, out var why) || path.NumericId is not { } id)
            return new SignalOutcome.Park(SignalReasons.Unreadable.With(why ?? "it names no claim."));
        if (await accounts.FindAsync(signal.Account, cancellationToken).ConfigureAwait(false) is null) return Drop(signal, "the account isn't linked (any more)");
        try
        {
            return await keeper.LookAsync(signal.Account, id, signal.Source, cancellationToken).ConfigureAwait(false) is { } looked
                ? new SignalOutcome.Done(new Ingest([looked.Ingest]))
                : Drop(signal, "the account is no party of the claim");
        }
        catch (MercadoLibreException failure)
        {
            return NotRead(signal, id, failure.Error);
        }
    }

    private SignalOutcome NotRead(Signal signal, long id, MercadoLibreError error)
    {
        var now = time.GetUtcNow();
        if (error.Kind != ErrorKind.NotFound) return UnreadResource.Outcome(signal, error, ClaimReasons.NotRead.With(PlatformReasons.Of(error).Store()), options.Value, now);

        // A read right after the notice may come too early.
        return now - signal.LastAt < options.Value.NotFoundPatience
            ? new SignalOutcome.Later(UnreadResource.Backoff(signal, TimeSpan.FromSeconds(30), now), ClaimReasons.NotYet)
            : Drop(signal, "Mercado Libre doesn't find claim " + id.ToString(CultureInfo.InvariantCulture));
    }

    private SignalOutcome.Done Drop(Signal signal, string reason)
    {
        InboundLog.Dropped(logger, signal.Account, signal.Resource, reason);
        return new SignalOutcome.Done(Ingest.Nothing);
    }
}

public sealed class PostPurchaseSignalHandler(AccountStore accounts, ClaimKeeper keeper, IOptions<MercadoLibreAdapterOptions> options, TimeProvider time, ILogger<PostPurchaseSignalHandler> logger)
    : ClaimSignalHandler(MercadoLibre.Topic.PostPurchase, accounts, keeper, options, time, logger);

public sealed class ClaimsSignalHandler(AccountStore accounts, ClaimKeeper keeper, IOptions<MercadoLibreAdapterOptions> options, TimeProvider time, ILogger<ClaimsSignalHandler> logger)
    : ClaimSignalHandler(MercadoLibre.Topic.Claims, accounts, keeper, options, time, logger);
