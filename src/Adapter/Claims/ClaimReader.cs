using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims;

/// <summary>Reads a claim with all that Mercado Libre says about it. The claim itself must come; any other part that the platform refuses is left out.</summary>
public sealed class ClaimReader(IMercadoLibreClient client, ClaimStore claims, SaleOfClaim sales, TimeProvider time)
{
    // Reputation and what the parties want may change without the claim's date moving.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <param name="account">The seller.</param>
    /// <param name="id">The claim.</param>
    /// <param name="known">As it is kept; what can't have changed since isn't asked for again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="MercadoLibreException">The claim can't be read, or a part of it can't be just now.</exception>
    public async Task<ClaimReading> ReadAsync(long account, long id, StoredClaim? known, CancellationToken cancellationToken)
    {
        var calls = client.For(account);
        var claim = await calls.Claims.GetAsync(id, cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var moved = known is null || claim.LastUpdated is null || claim.LastUpdated != known.Claim.LastUpdated || known.HistoriesSeenAt is null || now - known.HistoriesSeenAt > Fresh;
        var detail = PartAsync(() => calls.Claims.DetailAsync(id, cancellationToken));
        var messages = IsReturn(claim) ? Task.FromResult<ClaimMessages?>(null) : PartAsync(() => calls.Claims.MessagesAsync(id, cancellationToken));
        var reputation = moved ? PartAsync(() => calls.Claims.ReputationAsync(id, cancellationToken)) : Task.FromResult<ClaimReputation?>(null);
        var expected = moved ? PartAsync(() => calls.Claims.ExpectedResolutionsAsync(id, cancellationToken)) : Task.FromResult<List<ExpectedResolution>?>(null);
        var statuses = moved ? PartAsync(() => calls.Claims.StatusHistoryAsync(id, cancellationToken)) : Task.FromResult<List<ClaimStatusChange>?>(null);
        var actions = moved ? PartAsync(() => calls.Claims.ActionsHistoryAsync(id, cancellationToken)) : Task.FromResult<List<ClaimActionTaken>?>(null);
        var parcel = IsReturn(claim) || claim.HasReturn ? PartAsync(() => calls.Returns.OfClaimAsync(id, cancellationToken)) : Task.FromResult<Return?>(null);
        var reason = known?.Reason is { } understood && understood.Id == claim.ReasonId ? Task.FromResult<ClaimReason?>(understood) : ReasonAsync(calls, claim, cancellationToken);
        var sale = known?.Sale is { } found ? Task.FromResult<ClaimSale?>(found) : sales.FindAsync(account, claim, cancellationToken);
        await Task.WhenAll(detail, messages, reputation, expected, statuses, actions, parcel, reason, sale).ConfigureAwait(false);
        return new ClaimReading
        {
            Claim = claim,
            At = now,
            Detail = await detail.ConfigureAwait(false),
            Reason = await reason.ConfigureAwait(false),
            Reputation = await reputation.ConfigureAwait(false),
            Messages = (await messages.ConfigureAwait(false))?.All,
            Expected = (await expected.ConfigureAwait(false)) is { } wanted ? [.. wanted.OrderByDescending(resolution => resolution.DateCreated)] : null,
            StatusHistory = (await statuses.ConfigureAwait(false)) is { } changes ? [.. changes.OrderBy(change => change.Date)] : null,
            ActionsHistory = (await actions.ConfigureAwait(false)) is { } taken ? [.. taken.OrderBy(action => action.DateCreated)] : null,
            Return = await parcel.ConfigureAwait(false),
            Sale = await sale.ConfigureAwait(false),
        };
    }

    private static bool IsReturn(Claim claim) => claim.Type == ClaimType.Return || claim.Type == ClaimType.Returns;

    /// <summary>Reasons are few and don't change: each is asked for once.</summary>
    private async Task<ClaimReason?> ReasonAsync(AccountClient calls, Claim claim, CancellationToken cancellationToken)
    {
        if (claim.ReasonId is not { Length: > 0 } id) return null;
        if (await claims.ReasonAsync(id, claim.SiteId, cancellationToken).ConfigureAwait(false) is { } kept) return kept;
        if (await PartAsync(() => calls.Claims.ReasonAsync(id, cancellationToken)).ConfigureAwait(false) is not { } read) return null;
        await claims.KeepReasonAsync(id, claim.SiteId, read, cancellationToken).ConfigureAwait(false);
        return read;
    }

    /// <summary>Null for what the platform refuses or garbles; what may pass is thrown, so that the whole look is repeated.</summary>
    private static async Task<T?> PartAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (MercadoLibreException failure) when (failure.Error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden or ErrorKind.MissingPermission or ErrorKind.LegalBlock or ErrorKind.Unreadable or ErrorKind.Invalid)
        {
            return null;
        }
    }
}
