using System.Globalization;

namespace MeliBot.Simulator;

/// <summary>Listings.</summary>
internal sealed class Catalogue(WorldCore core, Registry registry)
{
    private readonly Dictionary<string, Versioned<WorldItem>> _items = new(StringComparer.Ordinal);
    private long _nextItem = 1_500_000_001;
    private long _nextVariation = 185_910_000_001;

    public IReadOnlyList<WorldItem> All
    {
        get
        {
            lock (core.Gate) return [.. _items.Values.Select(v => v.Current)];
        }
    }

    public WorldItem? Find(string id, TimeSpan lag = default)
    {
        lock (core.Gate)
        {
            if (!_items.TryGetValue(id, out var item)) return null;
            return lag > TimeSpan.Zero ? item.At(core.Now - lag) : item.Current;
        }
    }

    public WorldItem Create(NewItem wish)
    {
        lock (core.Gate)
        {
            var seller = registry.FindUser(wish.SellerId)
                ?? throw new InvalidOperationException($"There is no seller {wish.SellerId}: create the seller before its items.");
            var now = core.Now;
            var item = new WorldItem
            {
                Id = wish.Id ?? seller.SiteId + (_nextItem++).ToString(CultureInfo.InvariantCulture),
                SellerId = seller.Id,
                SiteId = seller.SiteId,
                Title = wish.Title,
                CurrencyId = Sites.Currency(seller.SiteId),
                Price = wish.Price,
                RegularPrice = wish.RegularPrice,
                Stock = wish.Stock,
                Sold = wish.Sold,
                Condition = wish.Condition,
                Description = wish.Description,
                Warranty = wish.Warranty,
                Shipping = wish.Shipping ?? new(),
                Attributes = wish.Attributes ?? [],
                Variations = [.. (wish.Variations ?? []).Select(v => v.Id == 0 ? v with { Id = _nextVariation++ } : v)],
                Sku = wish.Sku,
                Created = now.AddDays(-90),
                LastUpdated = now,
            };
            if (!_items.TryAdd(item.Id, new(now, item)))
            {
                throw new InvalidOperationException($"There is already an item {item.Id}. Give another id, or none and one is chosen.");
            }

            core.Changed();
            return item;
        }
    }

    public WorldItem Change(string id, Func<WorldItem, WorldItem> change)
    {
        lock (core.Gate)
        {
            if (!_items.TryGetValue(id, out var item)) throw new InvalidOperationException($"There is no item {id}.");
            var changed = change(item.Current) with { LastUpdated = core.Now };
            item.Set(core.Now, changed);
            core.Changed();
            return changed;
        }
    }
}
