using System.Collections.Concurrent;
using System.Globalization;
using MeliBot.Adapter;
using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox;

/// <summary>Reads listings for people, and remembers them for a while.</summary>
internal sealed class Listings(IMercadoLibreClient client, TimeProvider time)
{
    private const int MostRemembered = 5_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<(long Account, string Item), Listing> _seen = new();

    /// <param name="account">Whose token reads it.</param>
    /// <param name="item">For example <c>MLA123</c>.</param>
    /// <param name="fresh">Reads now, whatever is remembered.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The listing, or why it can't be read.</returns>
    public async Task<(Listing? Listing, Reason? Problem)> ReadAsync(long account, string item, bool fresh, CancellationToken cancellationToken)
    {
        if (!fresh && _seen.TryGetValue((account, item), out var seen) && time.GetUtcNow() - seen.At < Remembered) return (seen, null);
        try
        {
            var read = Map(await client.For(account).Items.GetAsync(item, cancellationToken: cancellationToken), item, time.GetUtcNow());
            if (_seen.Count >= MostRemembered) _seen.Clear();
            _seen[(account, item)] = read;
            return (read, null);
        }
        catch (MercadoLibreException failure)
        {
            return (null, PlatformReasons.Of(failure.Error));
        }
    }

    private static Listing Map(Item item, string id, DateTimeOffset at) => new(
        id,
        item.Title ?? id,
        item.SecureThumbnail ?? item.Thumbnail?.Replace("http://", "https://", StringComparison.Ordinal),
        item.Permalink is { } link && link.StartsWith("https://", StringComparison.Ordinal) ? link : null,
        item is { Price: { } price, CurrencyId: { } currency } ? $"{currency} {price.ToString("N2", CultureInfo.CurrentCulture)}" : null,
        item.AvailableQuantity,
        item.Status.Value,
        item.Condition.Value,
        item.Shipping?.FreeShipping,
        item.Shipping?.Mode.Value,
        [.. item.Variations.Select(v => (string.Join(" · ", v.AttributeCombinations.Select(a => a.ValueName).OfType<string>()), v.AvailableQuantity))],
        [.. item.Attributes.Where(a => a is { Name.Length: > 0, ValueName.Length: > 0 }).Select(a => (a.Name!, a.ValueName!))],
        at);
}
