using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;

namespace MeliBot.Delivery.Signals;

/// <summary>What a fetch found, per conversation. An empty one says that nothing is new.</summary>
public sealed record Ingest(IReadOnlyList<ConversationIngest> Conversations)
{
    public static readonly Ingest Nothing = new([]);
}

/// <param name="Conversation">Created when unknown.</param>
/// <param name="Meta">Replaces the stored one when not null.</param>
/// <param name="Activities">
/// New ones are inserted (with their <see cref="ActivityEntry.Turn"/>); known ones keep their turn state and take a changed payload.
/// </param>
/// <param name="Observations">What the platform shows about our slots.</param>
public sealed record ConversationIngest(
    ConversationRef Conversation,
    string? Meta,
    IReadOnlyList<ActivityEntry> Activities,
    IReadOnlyList<SlotObservation> Observations);
