namespace MeliBot.Inbox.Index;

/// <summary>Conversations, ready to be listed, counted and searched. Made from the store alone, so it can be thrown away and made again.</summary>
public interface IInboxIndex
{
    /// <summary>The change up to which it is true; null when it holds nothing yet.</summary>
    Task<long?> CursorAsync(CancellationToken cancellationToken);

    /// <summary>Replaces these entries and moves the cursor, in one transaction.</summary>
    Task PutAsync(IReadOnlyList<IndexedEntry> entries, long cursor, CancellationToken cancellationToken);

    /// <summary>Titles and nicknames, learnt later than the conversations: by the listing's or the buyer's id.</summary>
    Task NameAsync(string id, string name, CancellationToken cancellationToken);

    /// <summary>Names known for these ids.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Longest waiting first while something waits, newest first otherwise.</summary>
    Task<InboxPage> FindAsync(InboxQuery query, int skip, int take, CancellationToken cancellationToken);

    Task<InboxCounts> CountAsync(InboxQuery query, string? person, CancellationToken cancellationToken);
}
