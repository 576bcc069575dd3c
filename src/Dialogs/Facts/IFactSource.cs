namespace MeliBot.Dialogs.Facts;

/// <summary>
/// Where dialogs learn about listings, sales and claims; the host says from whom. Whatever is null isn't known. All of it throws when it can't be learnt now, so that the turn
/// is tried again instead of answered from nothing. Only the item is read for every question and only the sale for every message, the claim and its sale for every turn of a claim, the rest when a playbook's text reads it.
/// </summary>
public interface IFactSource
{
    /// <summary>The listing as it is now, or null when there is none (or it isn't this account's to see).</summary>
    Task<ItemFacts?> ItemAsync(FactRequest request, CancellationToken cancellationToken);

    /// <summary>As plain text.</summary>
    Task<Fact<string>?> DescriptionAsync(FactRequest request, CancellationToken cancellationToken);

    /// <param name="postcode">As the buyer wrote it.</param>
    Task<Fact<DeliveryOffer>?> DeliveryAsync(FactRequest request, string postcode, CancellationToken cancellationToken);

    /// <summary>What the seller noted privately about the listing.</summary>
    Task<Fact<string>?> NotesAsync(FactRequest request, CancellationToken cancellationToken);

    /// <summary>The sale as it is known now, or null when there is none. A host that has no sales leaves it out.</summary>
    Task<SaleFacts?> SaleAsync(SaleRequest request, CancellationToken cancellationToken) => Task.FromResult<SaleFacts?>(null);

    /// <summary>The claim as it is known now, or null when there is none. A host that has no claims leaves it out.</summary>
    Task<ClaimFacts?> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) => Task.FromResult<ClaimFacts?>(null);

    Task<AccountFacts?> AccountAsync(long account, CancellationToken cancellationToken);
}

/// <param name="Account">The seller's user id.</param>
/// <param name="SiteId">For example <c>MLA</c>; null when not known.</param>
public sealed record FactRequest(long Account, string? SiteId, string ItemId);
