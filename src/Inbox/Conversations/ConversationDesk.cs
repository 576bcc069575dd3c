using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reading;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.People;

namespace MeliBot.Inbox.Conversations;

/// <summary>Reads conversations for pages.</summary>
internal sealed class ConversationDesk(IDeliveryReader reader, IParkingStore parking, IInboxIndex index, PeopleStore people)
{
    private const int MostEarlier = 20;

    /// <summary>Null when it isn't known.</summary>
    public async Task<ConversationView?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (await reader.FindConversationAsync(id, cancellationToken) is not { } conversation) return null;
        return await reader.ConversationAsync(conversation, cancellationToken) is { } detail
            ? ConversationReader.Read(detail, await parking.ListAsync(conversation, cancellationToken))
            : null;
    }

    /// <summary>What else this buyer asked this seller, on other listings.</summary>
    public async Task<IReadOnlyList<InboxEntry>> EarlierAsync(ConversationView view, CancellationToken cancellationToken) => view.Buyer is not { } buyer
        ? []
        : [.. (await index.FindAsync(new InboxQuery(Account: view.Conversation.Account, Buyer: buyer), 0, MostEarlier + 1, cancellationToken)).Entries
            .Where(entry => !string.Equals(entry.Conversation, view.Conversation.Id, StringComparison.Ordinal))
            .OrderByDescending(entry => entry.LastAt)
            .Take(MostEarlier)];

    /// <summary>Names by id, of everybody who may have answered.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PeopleAsync(CancellationToken cancellationToken) =>
        (await people.ListAsync(cancellationToken)).ToDictionary(person => person.Id, person => person.Name, StringComparer.Ordinal);
}
