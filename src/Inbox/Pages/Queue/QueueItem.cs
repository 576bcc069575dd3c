using System.Globalization;
using MeliBot.Adapter.Accounts;
using MeliBot.Inbox.Index;

namespace MeliBot.Inbox.Pages.Queue;

/// <summary>A row of the list, with the names that are known by now.</summary>
public sealed record QueueItem(InboxEntry Entry, IReadOnlyDictionary<string, string> Names, Account? Account)
{
    public string? Title => Entry.Title is { } said ? said : Entry.Item is { } item ? Names.GetValueOrDefault(item, item) : null;

    public string? Buyer => Entry.Contact is { } name ? name : Entry.Buyer is { } buyer ? Names.GetValueOrDefault(buyer.ToString(CultureInfo.InvariantCulture), buyer.ToString(CultureInfo.InvariantCulture)) : null;
}
