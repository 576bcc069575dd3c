using System.Collections.Concurrent;
using MeliBot.Bot.Composition;
using MeliBot.Dialogs.Facts;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Options;

namespace MeliBot.Bot.Facts;

/// <summary>Listings as Mercado Libre shows them now; several questions on one listing within seconds share a reading.</summary>
internal sealed class ItemFactSource(IMercadoLibreClient client, IOptions<BotOptions> options, TimeProvider time) : IFactSource
{
    private const int MostRemembered = 5_000;

    private readonly ConcurrentDictionary<(long Account, string Item), (ItemFacts? Facts, DateTimeOffset At)> _read = new();

    public async Task<ItemFacts?> ItemAsync(FactRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var key = (request.Account, request.ItemId);
        if (_read.TryGetValue(key, out var read) && now - read.At <= options.Value.FactsMaxAge) return read.Facts;

        var facts = await ReadAsync(request, now, cancellationToken);
        if (_read.Count >= MostRemembered) _read.Clear();
        _read[key] = (facts, now);
        return facts;
    }

    private async Task<ItemFacts?> ReadAsync(FactRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = client.For(request.Account).Items;
        Item item;
        try
        {
            item = await items.GetAsync(request.ItemId, cancellationToken: cancellationToken);
        }
        catch (MercadoLibreException e) when (e.Error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden)
        {
            return null;
        }

        return ItemFactMap.Of(item, await SalePriceAsync(items, request.ItemId, cancellationToken), now);
    }

    /// <summary>What a buyer pays today; null where the platform has no such price, and the listing's own counts.</summary>
    private static async Task<SalePrice?> SalePriceAsync(IItemsApi items, string itemId, CancellationToken cancellationToken)
    {
        try
        {
            return await items.SalePriceAsync(itemId, cancellationToken: cancellationToken);
        }
        catch (MercadoLibreException e) when (e.Error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden or ErrorKind.Invalid)
        {
            return null;
        }
    }
}
