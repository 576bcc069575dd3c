using System.Globalization;
using MeliBot.Adapter.Orders;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Records;
using MeliBot.Delivery.Turns;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Claims.Actions;

/// <summary>
/// Where a person decides on what costs money. What may be done is read from Mercado Libre with its amount, the person sees both, and confirms exactly that; a page that shows an older claim
/// confirms nothing. Every confirmation is kept with the claim as it was.
/// </summary>
public sealed class ClaimActionDesk(
    IMercadoLibreClient client,
    ClaimReader reader,
    ClaimStore claims,
    OrderStore orders,
    ITurnRunner turns,
    IRecordStore records,
    IOptionsMonitor<ClaimOptions> options,
    TimeProvider time,
    ILogger<ClaimActionDesk> logger)
{
    /// <summary>What the account may do in the claim now, each with what it costs.</summary>
    /// <param name="account">The seller.</param>
    /// <param name="id">The claim.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="MercadoLibreException">The claim can't be read now.</exception>
    public async Task<OfferedActions> OffersAsync(long account, long id, CancellationToken cancellationToken)
    {
        var claim = await ReadAsync(account, id, cancellationToken).ConfigureAwait(false);
        var (total, currency) = await TotalAsync(claim, cancellationToken).ConfigureAwait(false);
        var offers = new List<OfferedAction>();
        foreach (var action in ClaimActionNames.All.Where(action => ClaimActionNames.IsOffered(claim, action)))
        {
            if (action != ClaimActionNames.PartialRefund)
            {
                offers.Add(new(action, null, action is ClaimActionNames.Refund or ClaimActionNames.AllowReturn ? total : null, currency, ClaimActionNames.Costs(action), ClaimActionNames.IsIrreversible(action)));
                continue;
            }

            // All of it is a refund, which is an action of its own.
            var parts = await PartsAsync(account, id, cancellationToken).ConfigureAwait(false);
            offers.AddRange((parts?.AvailableOffers ?? []).Where(offer => offer.Percentage is > 0 and < 100 && offer.Percentage == decimal.Truncate(offer.Percentage.Value))
                .Select(offer => new OfferedAction(action, (int)offer.Percentage!.Value, offer.Amount, parts!.CurrencyId ?? currency, Costs: true, IsIrreversible: true)));
        }

        return new OfferedActions(claim, Version(claim, offers), offers);
    }

    /// <param name="confirmation">What the person confirmed, on the page that showed it.</param>
    /// <param name="person">Who.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when it is on its way; otherwise why it isn't.</returns>
    /// <exception cref="MercadoLibreException">The claim can't be read now; nothing was done.</exception>
    public async Task<Reason?> ConfirmAsync(ClaimConfirmation confirmation, ClaimPerson person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(confirmation);
        ArgumentNullException.ThrowIfNull(person);
        var offered = await OffersAsync(confirmation.Account, confirmation.Claim, cancellationToken).ConfigureAwait(false);
        if (offered.Version != confirmation.Version) return ClaimReasons.Changed;
        if (Find(offered, confirmation, out var why) is not { } offer) return why;
        if (Forbidden(person, offer) is { } forbidden) return forbidden;
        if (confirmation.Action == ClaimActionNames.AddEvidence && ClaimEvidenceActions.Evidence(Payload(confirmation, offer))?.Lack() is not null) return ClaimReasons.Unreadable;
        if (confirmation.Action == ClaimActionNames.ReviewReturn && ReturnReviewRequest.NeedsFile(confirmation.Code) && confirmation.Files is not { Count: > 0 }) return ClaimReasons.FilesMissing;
        return await PlanAsync(confirmation, offer, offered.Claim, person, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Reason?> PlanAsync(ClaimConfirmation confirmation, OfferedAction offer, StoredClaim claim, ClaimPerson person, CancellationToken cancellationToken)
    {
        var payload = Payload(confirmation, offer);
        var plan = new EffectPlan
        {
            Key = ClaimKeys.ActionSlot(claim.Account, claim.Id, confirmation.Action, confirmation.Id),
            Kind = ClaimActionPayload.Kind,
            Payload = payload.ToJson(),
            Author = "agent:" + person.Id,
            DueAt = time.GetUtcNow(),
        };

        // Before it can be done: what was confirmed is known whatever happens next.
        await AuditAsync(plan.Key, claim, payload, person, cancellationToken).ConfigureAwait(false);
        Reason? refused = null;
        await turns.RunAsync(
            new ConversationRef(ClaimKeys.Conversation(claim.Account, claim.Id), claim.Account, MercadoLibreChannel.Claims),
            (snapshot, _) =>
            {
                refused = snapshot.Effects.Any(slot => slot.Kind == ClaimActionPayload.Kind && slot.Key != plan.Key && slot.State is EffectState.Planned or EffectState.Sending or EffectState.Waiting)
                    ? ClaimReasons.AnotherActionRuns.With()
                    : null;
                return Task.FromResult(refused is null ? new TurnCommit { Conversation = snapshot.Conversation, ExpectedVersion = snapshot.Version, Handled = [], Effects = [plan] } : null);
            },
            cancellationToken).ConfigureAwait(false);
        if (refused is null) ClaimLog.Confirmed(logger, plan.Author, confirmation.Action, claim.Id, claim.Account);
        return refused;
    }

    private static OfferedAction? Find(OfferedActions offered, ClaimConfirmation confirmation, out Reason why)
    {
        why = offered.Claim.IsOpen ? ClaimReasons.ActionGone.With(confirmation.Action) : ClaimReasons.Closed;
        var same = offered.Actions.Where(offer => offer.Action == confirmation.Action).ToList();
        if (same.Count == 0) return null;
        if (confirmation.Action != ClaimActionNames.PartialRefund) return same[0];
        if (confirmation.Percentage is not { } percentage)
        {
            why = ClaimReasons.PercentageMissing;
            return null;
        }

        why = ClaimReasons.PercentageNotOffered.With(Number(percentage), string.Join(", ", same.Select(offer => Number(offer.Percentage ?? 0))));
        return same.Find(offer => offer.Percentage == percentage);
    }

    /// <summary>Null when this person may decide on it.</summary>
    private Reason? Forbidden(ClaimPerson person, OfferedAction offer)
    {
        if (!person.MayAct) return ClaimReasons.NotAllowed;
        if (!offer.Costs) return null;
        if (!options.CurrentValue.Limits.TryGetValue(person.Role, out var limit)) return person.IsAdministrator ? null : ClaimReasons.NotAllowed.With();
        if (offer.Amount is not { } amount) return person.IsAdministrator ? null : ClaimReasons.AmountUnknown.With();
        return amount <= limit ? null : ClaimReasons.OverLimit.With(Money(amount, offer.Currency), Money(limit, offer.Currency));
    }

    private async Task<StoredClaim> ReadAsync(long account, long id, CancellationToken cancellationToken)
    {
        var known = await claims.FindAsync(account, id, cancellationToken).ConfigureAwait(false);
        var read = await reader.ReadAsync(account, id, known, cancellationToken).ConfigureAwait(false);
        return ClaimMerge.Merge(known, read, account, id);
    }

    private async Task<PartialRefundOffers?> PartsAsync(long account, long id, CancellationToken cancellationToken)
    {
        try
        {
            return await client.For(account).Claims.PartialRefundOffersAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure) when (failure.Error.Status is >= 400 and < 500 && failure.Error.Kind is not (ErrorKind.RateLimited or ErrorKind.HeldBack))
        {
            // The claim allows none after all.
            return null;
        }
    }

    private async Task<(decimal? Total, string? Currency)> TotalAsync(StoredClaim claim, CancellationToken cancellationToken)
    {
        if (claim.Sale is not { } sale) return (null, null);
        IReadOnlyList<StoredOrder> sold = sale.Order is { } order && await orders.FindAsync(claim.Account, order, cancellationToken).ConfigureAwait(false) is { } one
            ? [one]
            : await orders.OfConversationAsync(claim.Account, sale.Conversation, cancellationToken).ConfigureAwait(false);
        return sold.Count > 0 && sold.All(single => single.Total is not null) ? (sold.Sum(single => single.Total), sold[0].Currency) : (null, sold is [var first, ..] ? first.Currency : null);
    }

    private Task<bool> AuditAsync(string slot, StoredClaim claim, ClaimActionPayload payload, ClaimPerson person, CancellationToken cancellationToken)
    {
        var row = new ClaimAudit(time.GetUtcNow(), person.Id, person.Role, payload, claim.Claim.Stage.Value, claim.Claim.Status.Value, [.. claim.Actions.Select(action => action.Action.Value ?? "")]);
        return records.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"claim-audit:{claim.Account}"), slot, row.ToJson(), 0, cancellationToken);
    }

    private static ClaimActionPayload Payload(ClaimConfirmation confirmation, OfferedAction offer) => new(
        confirmation.Claim, confirmation.Action, offer.Percentage, offer.Amount, offer.Currency, confirmation.Files, confirmation.Text, confirmation.Code, confirmation.Proposal);

    /// <summary>Changes with whatever a decision depends on: the claim's state, what may be done in it, and what each act costs.</summary>
    private static string Version(StoredClaim claim, IReadOnlyList<OfferedAction> offers) => string.Create(
        CultureInfo.InvariantCulture,
        $"{claim.Claim.LastUpdated?.ToUnixTimeMilliseconds()}/{claim.Claim.Stage}/{claim.Claim.Status}/{string.Join('+', claim.Actions.Select(action => action.Action.Value).Order(StringComparer.Ordinal))}/{string.Join('+', offers.Select(Price))}");

    private static string Price(OfferedAction offer) => string.Create(CultureInfo.InvariantCulture, $"{offer.Action}:{offer.Percentage}:{offer.Amount}:{offer.Currency}");

    private static string Money(decimal amount, string? currency) => string.Create(CultureInfo.InvariantCulture, $"{amount:0.##} {currency}").Trim();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
