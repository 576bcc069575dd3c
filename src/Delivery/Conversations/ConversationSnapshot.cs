using MeliBot.Delivery.Effects;

namespace MeliBot.Delivery.Conversations;

/// <summary>A conversation as one consistent read saw it.</summary>
public sealed record ConversationSnapshot
{
    public required ConversationRef Conversation { get; init; }

    /// <summary>Rises with every committed change, but for an effect's announcements and retries; a turn commits only while it is unchanged. 0 when the conversation isn't stored yet.</summary>
    public required long Version { get; init; }

    public required Owner Owner { get; init; }

    /// <summary>The adapter's own facts about the conversation (item, buyer, locale), opaque here.</summary>
    public string? Meta { get; init; }

    /// <summary>In the platform's order; the newest <see cref="DeliveryOptions.SnapshotActivities"/> and every pending one.</summary>
    public required IReadOnlyList<ActivityEntry> Activities { get; init; }

    public required IReadOnlyList<EffectSlot> Effects { get; init; }
}
