namespace MeliBot.MercadoLibre;

/// <summary>Reads a thread whole.</summary>
public static class MessageReads
{
    /// <summary>What one page holds; the platform's own default of 10 silently cuts.</summary>
    public const int PageSize = 50;

    /// <summary>All messages of a thread in the platform's order, oldest first, each once, with the state of the newest page.</summary>
    /// <param name="messages">The account's calls.</param>
    /// <param name="packId">The pack, or the order where there is none.</param>
    /// <param name="sellerId">The account.</param>
    /// <param name="stopAt">True for a message that is known already: pages older than its own aren't read. Null reads all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<MessageThread> ThreadAsync(
        this IMessagesApi messages, long packId, long sellerId, Func<Message, bool>? stopAt = null, CancellationToken cancellationToken = default)
    {
        MessageThread? first = null;
        var found = new Dictionary<string, Message>(StringComparer.Ordinal);
        for (var offset = 0; ;)
        {
            var page = await messages.PageAsync(packId, sellerId, offset, PageSize, cancellationToken);
            first ??= page;
            foreach (var message in page.All)
            {
                // Without an id it can be neither told apart nor answered; the payload reader shows it.
                if (message.Key is { } key)
                    found.TryAdd(key, message);
            }

            // What arrives meanwhile moves older messages onto the next page: a page is always started by what was really read.
            offset += page.All.Count;
            if (page.All.Count == 0 || offset >= (page.Paging?.Total ?? 0) || (stopAt is not null && page.All.Any(stopAt)))
                break;
        }

        return first with { Messages = [.. found.Values.OrderBy(m => m.At).ThenBy(m => m.Key, StringComparer.Ordinal)], Results = [] };
    }
}
