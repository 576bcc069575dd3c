using MeliBot.Delivery.Reading;
using MeliBot.Inbox.People;

namespace MeliBot.Inbox.Conversations;

/// <summary>Reads conversations for pages.</summary>
internal sealed class ConversationDesk(IDeliveryReader reader, PeopleStore people)
{
    /// <summary>Null when it isn't known.</summary>
    public async Task<ConversationView?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (await reader.FindConversationAsync(id, cancellationToken) is not { } conversation) return null;
        return await reader.ConversationAsync(conversation, cancellationToken) is { } detail ? ConversationReader.Read(detail) : null;
    }

    /// <summary>Names by id, of everybody who may have answered.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PeopleAsync(CancellationToken cancellationToken) =>
        (await people.ListAsync(cancellationToken)).ToDictionary(person => person.Id, person => person.Name, StringComparer.Ordinal);
}
