using MeliBot.Adapter;
using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox;

/// <summary>Reads listings for people, and remembers them for a while.</summary>
internal sealed class Listings(IMercadoLibreClient client, TimeProvider time)
{
    private readonly Sharing<(long Account, string Item), (Listing? Listing, Reason? Problem)> _reads = new(TimeSpan.FromMinutes(2), 5_000, time);

    /// <param name="account">Whose token reads it.</param>
    /// <param name="item">For example <c>MLA123</c>.</param>
    /// <param name="fresh">Reads now, whatever is remembered.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The listing, or why it can't be read.</returns>
    public Task<(Listing? Listing, Reason? Problem)> ReadAsync(long account, string item, bool fresh, CancellationToken cancellationToken) =>
        _reads.ReadAsync((account, item), fresh, () => AskAsync(account, item)).WaitAsync(cancellationToken);

    private async Task<((Listing? Listing, Reason? Problem) Read, bool Keep)> AskAsync(long account, string item)
    {
        try
        {
            return ((Map(await client.For(account).Items.GetAsync(item), item, time.GetUtcNow()), null), true);
        }
        catch (MercadoLibreException failure)
        {
            return ((null, PlatformReasons.Of(failure.Error)), false);
        }
    }

    private static Listing Map(Item item, string id, DateTimeOffset at) => new(
        id,
        item.Title ?? id,
        item.SecureThumbnail ?? item.Thumbnail?.Replace("http://", "https://", StringComparison.Ordinal),
        item.Permalink is { } link && link.StartsWith("https://", StringComparison.Ordinal) ? link : null,
        item is { Price: { } price, CurrencyId: { } currency } ? SiteMoney.Write(price, currency, Sites.OfItem(id)) : null,
        item.AvailableQuantity,
        item.Status.Value,
        item.Condition.Value,
        item.Shipping?.FreeShipping,
        item.Shipping?.Mode.Value,
        [.. item.Variations.Select(v => (string.Join(" · ", v.AttributeCombinations.Select(a => a.ValueName).OfType<string>()), v.AvailableQuantity))],
        [.. item.Attributes.Where(a => a is { Name.Length: > 0, ValueName.Length: > 0 }).Select(a => (a.Name!, a.ValueName!))],
        at);
}
