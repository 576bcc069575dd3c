namespace Microsoft.Bot.Builder;

public static class StorageExtensions
{
    /// <returns>The items found that are a <typeparamref name="TStoreItem"/>.</returns>
    public static async Task<IDictionary<string, TStoreItem>> ReadAsync<TStoreItem>(this IStorage storage, string[] keys, CancellationToken cancellationToken = default)
        where TStoreItem : class
    {
        var items = await storage.ReadAsync(keys, cancellationToken).ConfigureAwait(false);
        return items.Where(item => item.Value is TStoreItem).ToDictionary(item => item.Key, item => (TStoreItem)item.Value, StringComparer.Ordinal);
    }
}
