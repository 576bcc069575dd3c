namespace MeliBot.MercadoLibre;

/// <summary>Searches that end, and evidence that is complete.</summary>
public static class ClaimReads
{
    /// <summary>One page of a search.</summary>
    /// <exception cref="ArgumentException">The search is one that the platform refuses; nothing was asked.</exception>
    public static Task<ClaimsPage> SearchAsync(this IClaimsApi claims, ClaimSearch search, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(search);
        search.Check();
        return claims.PageAsync(search, cancellationToken);
    }

    /// <summary>All pages of a search, as far as the platform lets one look.</summary>
    /// <param name="claims">The account's calls.</param>
    /// <param name="search">Its limit and offset are set here.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<FoundClaims> SearchAllAsync(this IClaimsApi claims, ClaimSearch search, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        var found = new Dictionary<long, Claim>();
        var total = 0;
        var offset = 0;
        // The last page is as small as it has to be to stay within what may be looked at.
        while (Math.Min(ClaimSearch.MaxLimit, ClaimSearch.Window - 1 - offset) is > 0 and var limit)
        {
            var page = await claims.SearchAsync(search with { Limit = limit, Offset = offset }, cancellationToken);
            var before = found.Count;
            foreach (var claim in page.Data)
            {
                if (claim.Id is { } id)
                    found.TryAdd(id, claim);
            }

            total = page.Paging?.Total ?? found.Count;
            offset += page.Data.Count;
            // A page that brings nothing new would come again and again, whatever the total says.
            if (page.Data.Count == 0 || offset >= total || found.Count == before)
                break;
        }

        return new FoundClaims([.. found.Values], total);
    }

    /// <summary>All open claims of a seller: those against him, and the sales that he cancelled. Those of his own purchases are left out.</summary>
    public static async Task<FoundClaims> OpenOfAsync(this IClaimsApi claims, long account, CancellationToken cancellationToken = default)
    {
        var against = await claims.SearchAllAsync(ClaimSearch.OpenOf(account, ClaimRole.Respondent), cancellationToken);
        var own = await claims.SearchAllAsync(ClaimSearch.OpenOf(account, ClaimRole.Complainant), cancellationToken);
        var all = against.Claims.Concat(own.Claims).DistinctBy(claim => claim.Id).ToList();
        var sales = all.Where(claim => !claim.IsBuyer(account)).ToList();
        return new FoundClaims(sales, sales.Count + (against.IsWhole && own.IsWhole ? 0 : Math.Max(1, against.Total + own.Total - all.Count)));
    }

    /// <summary>Shows that the product was sent, or promises when it will be.</summary>
    /// <exception cref="ArgumentException">It lacks something that the platform wants; nothing was sent.</exception>
    public static Task AddEvidenceAsync(this IClaimsApi claims, long claimId, ClaimEvidenceRequest evidence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.Lack() is { } lack)
            throw new ArgumentException($"{lack} Nothing was sent.", nameof(evidence));
        return evidence.Type == EvidenceType.HandlingShippingEvidence
            ? claims.PromiseShippingAsync(claimId, evidence, cancellationToken)
            : claims.ShowShippingAsync(claimId, evidence, cancellationToken);
    }
}

/// <param name="Claims">Each once.</param>
/// <param name="Total">How many the platform says there are.</param>
public sealed record FoundClaims(IReadOnlyList<Claim> Claims, int Total)
{
    /// <summary>False when there are more than could be read.</summary>
    public bool IsWhole => Claims.Count >= Total;
}
