namespace MeliBot.MercadoLibre;

/// <summary>Reads any number of items or users by their ids, in calls of at most 20.</summary>
public static class BulkReads
{
    /// <summary>The platform's limit of ids a call.</summary>
    public const int MaxIds = 20;

    /// <returns>What was found, by id; ids that the platform doesn't know or won't show are simply missing.</returns>
    public static async Task<IReadOnlyDictionary<string, Item>> ReadManyAsync(
        this IItemsApi items, IEnumerable<string> ids, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<string, Item>(StringComparer.OrdinalIgnoreCase);
        foreach (var chunk in ids.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(MaxIds))
        {
            var list = string.Join(',', chunk);
            var entries = await ReadAsync(() => items.BulkAsync(list, null, cancellationToken), () => items.MultigetAsync(list, null, cancellationToken));
            foreach (var entry in entries)
            {
                if (entry is { IsFound: true, Body: { } item } && (item.Id ?? entry.Id) is { } id)
                    found[id] = item;
            }
        }

        return found;
    }

    /// <inheritdoc cref="ReadManyAsync(IItemsApi, IEnumerable{string}, CancellationToken)"/>
    public static async Task<IReadOnlyDictionary<long, User>> ReadManyAsync(
        this IUsersApi users, IEnumerable<long> ids, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<long, User>();
        foreach (var chunk in ids.Distinct().Chunk(MaxIds))
        {
            var list = string.Join(',', chunk);
            var entries = await ReadAsync(() => users.BulkAsync(list, cancellationToken), () => users.MultigetAsync(list, cancellationToken));
            foreach (var entry in entries)
            {
                if (entry is { IsFound: true, Body: { Id: > 0 } user })
                    found[user.Id.Value] = user;
            }
        }

        return found;
    }

    private static async Task<List<BulkEntry<T>>> ReadAsync<T>(Func<Task<List<BulkEntry<T>>>> bulk, Func<Task<List<BulkEntry<T>>>> multiget)
        where T : class
    {
        try
        {
            return await bulk();
        }
        catch (MercadoLibreException e) when (e.Error.Kind == ErrorKind.NotFound)
        {
            // An unknown id is an entry, so a 404 of the whole call means that this host doesn't have the new form.
            return await multiget();
        }
    }
}
