using System.Collections.Concurrent;
using MeliBot.Adapter;
using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox;

/// <summary>Reads buyers for people, and remembers them for a while.</summary>
internal sealed class Buyers(IMercadoLibreClient client, TimeProvider time)
{
    private const int MostRemembered = 5_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<(long Account, long Buyer), Buyer> _seen = new();

    /// <param name="account">Whose token reads them.</param>
    /// <param name="buyer">The buyer's number.</param>
    /// <param name="fresh">Reads now, whatever is remembered.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The buyer, or why they can't be read.</returns>
    public async Task<(Buyer? Buyer, Reason? Problem)> ReadAsync(long account, long buyer, bool fresh, CancellationToken cancellationToken)
    {
        if (!fresh && _seen.TryGetValue((account, buyer), out var seen) && time.GetUtcNow() - seen.At < Remembered) return (seen, null);
        try
        {
            var api = client.For(account);
            var user = await api.Users.GetAsync(buyer, cancellationToken);
            var place = string.Join(", ", ((string?[])[user.Address?.City, user.Address?.State]).Where(part => !string.IsNullOrWhiteSpace(part)));
            var read = new Buyer(buyer, user.Nickname, place.Length == 0 ? null : place, await IsBlockedAsync(api, account, buyer, cancellationToken), time.GetUtcNow());
            if (_seen.Count >= MostRemembered) _seen.Clear();
            _seen[(account, buyer)] = read;
            return (read, null);
        }
        catch (MercadoLibreException failure)
        {
            return (null, PlatformReasons.Of(failure.Error));
        }
    }

    private static async Task<bool?> IsBlockedAsync(AccountClient api, long account, long buyer, CancellationToken cancellationToken)
    {
        try
        {
            return (await api.Questions.BlacklistedAsync(account, buyer, cancellationToken: cancellationToken)).Users.Any(user => user.Id == buyer);
        }
        catch (MercadoLibreException)
        {
            // Not every application may ask; the rest of the panel stands without it.
            return null;
        }
    }
}
