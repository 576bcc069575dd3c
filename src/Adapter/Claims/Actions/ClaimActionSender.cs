using System.Globalization;
using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Delivery;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Claims.Actions;

/// <summary>
/// Does what a person confirmed in a claim, at most once. The claim is read right before, and only what it offers then is tried. When the platform gives no answer the claim is read back: if it shows
/// the action, it was done; if not, a person has to look, because trying again could pay twice.
/// </summary>
public sealed class ClaimActionSender(
    IMercadoLibreClient client,
    AccountStore accounts,
    ClaimStore claims,
    ClaimReader reader,
    IOptions<MercadoLibreAdapterOptions> options,
    IOptions<DeliveryOptions> delivery,
    TimeProvider time) : IEffectSender
{
    /// <summary>How often the claim is read back before a person has to look.</summary>
    private const int Readings = 4;

    public string Kind => ClaimActionPayload.Kind;

    public async Task<EffectOutcome> ExecuteAsync(EffectLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var slot = lease.Slot;
        if (ClaimActionPayload.Parse(slot.Payload) is not { } payload) return new EffectOutcome.Park(ClaimReasons.Unreadable);

        // Whoever planned it otherwise than by a person's confirmation is a fault; nothing is done.
        if (!slot.Author.StartsWith("agent:", StringComparison.Ordinal)) return new EffectOutcome.Park(ClaimReasons.PersonOnly);
        if (await accounts.FindAsync(slot.Account, cancellationToken).ConfigureAwait(false) is null) return new EffectOutcome.Park(ClaimReasons.Unlinked.With(Number(slot.Account)));
        StoredClaim claim;
        try
        {
            var known = await claims.FindAsync(slot.Account, payload.Claim, cancellationToken).ConfigureAwait(false);
            var read = await reader.ReadAsync(slot.Account, payload.Claim, known is null ? null : known with { HistoriesSeenAt = null }, cancellationToken).ConfigureAwait(false);
            claim = ClaimMerge.Merge(known, read, slot.Account, payload.Claim);
        }
        catch (MercadoLibreException failure)
        {
            return ClaimOutcomes.NotRead(failure.Error, payload.Claim, options.Value, lease.HasLasted(delivery.Value.GiveUpAfter, time.GetUtcNow()));
        }

        if (lease.Recovering)
        {
            if (ClaimActionTrace.Shows(claim, payload, lease.FirstSendingAt)) return new EffectOutcome.Sent(null);
            return slot.Attempt > Readings
                ? new EffectOutcome.Park(ClaimReasons.ActionUnknown.With(payload.Action))
                : new EffectOutcome.Unknown(options.Value.MessageReadBackAfter, ClaimReasons.NotShown);
        }

        if (!ClaimActionNames.IsOffered(claim, payload.Action)) return new EffectOutcome.Refused(claim.IsOpen ? ClaimReasons.ActionGone.With(payload.Action) : ClaimReasons.Closed);
        if (slot.SendingAt is { } since && time.GetUtcNow() - since > delivery.Value.EffectLease / 2) return new EffectOutcome.Retry(TimeSpan.Zero, ClaimReasons.SlowRead, Counts: false);
        if (CallOf(claim, payload) is not { } call) return new EffectOutcome.Park(ClaimReasons.Unreadable);
        try
        {
            await call(client.For(slot.Account), cancellationToken).ConfigureAwait(false);
            return new EffectOutcome.Sent(null);
        }
        catch (MercadoLibreException failure)
        {
            return NotDone(failure.Error, payload);
        }
    }

    /// <summary>Nobody but people is told: the parking shows it, and the claim's page.</summary>
    public Task<IReadOnlyList<ActivityEntry>> ParkedAsync(EffectSlot slot, Reason reason, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ActivityEntry>>([]);

    /// <summary>Null when what was confirmed makes no call: nothing is sent then.</summary>
    private static Func<AccountClient, CancellationToken, Task>? CallOf(StoredClaim claim, ClaimActionPayload payload)
    {
        switch (payload.Action)
        {
            case ClaimActionNames.Refund:
                return (calls, cancellation) => calls.Claims.RefundAsync(payload.Claim, cancellation);
            case ClaimActionNames.PartialRefund when payload.Percentage is > 0 and < 100:
                var part = new PartialRefundRequest(payload.Percentage.Value);
                return (calls, cancellation) => calls.Claims.OfferPartialRefundAsync(payload.Claim, part, cancellation);
            case ClaimActionNames.AllowReturn:
                return (calls, cancellation) => calls.Claims.AllowReturnAsync(payload.Claim, cancellation);
            case ClaimActionNames.AllowReplace:
                return (calls, cancellation) => calls.Claims.AllowReplaceAsync(payload.Claim, cancellation);
            case ClaimActionNames.OpenDispute:
                return (calls, cancellation) => calls.Claims.OpenDisputeAsync(payload.Claim, cancellation);
            default:
                return ClaimEvidenceActions.CallOf(claim, payload);
        }
    }

    private EffectOutcome NotDone(MercadoLibreError error, ClaimActionPayload payload)
    {
        switch (error.Kind)
        {
            case ErrorKind.RateLimited or ErrorKind.HeldBack when !error.IsAmbiguous:
                return new EffectOutcome.Retry(error.RetryAfter ?? options.Value.RateLimitPause, PlatformReasons.Of(error), Counts: false);
            case ErrorKind.ReconnectRequired or ErrorKind.Unauthorized or ErrorKind.ApplicationRejected:
                return new EffectOutcome.Waiting(time.GetUtcNow() + options.Value.ReconnectRecheck, PlatformReasons.Of(error));
            default:
                return !error.IsAmbiguous && error.Status is >= 400 and < 500
                    ? new EffectOutcome.Refused(ClaimReasons.Refused.With(PlatformReasons.Of(error).Store()))
                    : new EffectOutcome.Unknown(options.Value.MessageReadBackAfter, ClaimReasons.Unknown.With(PlatformReasons.Of(error).Store()));
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
