namespace MeliBot.Dialogs.Facts;

/// <summary>Where dialogs learn about listings; the host says from whom.</summary>
public interface IFactSource
{
    /// <summary>
    /// The listing as it is now, or null when there is none (or it isn't this account's to see).
    /// Throws when it can't be learnt now, so that the turn is tried again instead of answered from nothing.
    /// </summary>
    Task<ItemFacts?> ItemAsync(FactRequest request, CancellationToken cancellationToken);
}

/// <param name="Account">The seller's user id.</param>
/// <param name="SiteId">For example <c>MLA</c>; null when not known.</param>
public sealed record FactRequest(long Account, string? SiteId, string ItemId);
