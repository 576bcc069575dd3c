using MeliBot.Adapter;
using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox;

/// <summary>Reads buyers for people, and remembers them for a while.</summary>
internal sealed class Buyers(IMercadoLibreClient client, TimeProvider time)
{
    private readonly Sharing<(long Account, long Buyer), (Buyer? Buyer, Reason? Problem)> _reads = new(TimeSpan.FromMinutes(2), 5_000, time);

    /// <param name="account">Whose token reads them.</param>
    /// <param name="buyer">The buyer's number.</param>
    /// <param name="fresh">Reads now, whatever is remembered.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The buyer, or why they can't be read.</returns>
    public Task<(Buyer? Buyer, Reason? Problem)> ReadAsync(long account, long buyer, bool fresh, CancellationToken cancellationToken) =>
        _reads.ReadAsync((account, buyer), fresh, () => AskAsync(account, buyer)).WaitAsync(cancellationToken);

    private async Task<((Buyer? Buyer, Reason? Problem) Read, bool Keep)> AskAsync(long account, long buyer)
    {
        try
        {
            var api = client.For(account);
            var user = await api.Users.GetAsync(buyer);
            var place = string.Join(", ", ((string?[])[user.Address?.City, user.Address?.State]).Where(part => !string.IsNullOrWhiteSpace(part)));
            return ((new Buyer(buyer, user.Nickname, place.Length == 0 ? null : place, await IsBlockedAsync(api, account, buyer), time.GetUtcNow()), null), true);
        }
        catch (MercadoLibreException failure)
        {
            return ((null, PlatformReasons.Of(failure.Error)), false);
        }
    }

    private static async Task<bool?> IsBlockedAsync(AccountClient api, long account, long buyer)
    {
        try
        {
            return (await api.Questions.BlacklistedAsync(account, buyer)).Users.Any(user => user.Id == buyer);
        }
        catch (MercadoLibreException)
        {
            // Not every application may ask; the rest of the panel stands without it.
            return null;
        }
    }
}
