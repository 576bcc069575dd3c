using MeliBot.Delivery.Conversations;

namespace MeliBot.Inbox.Index;

/// <summary>What a list shows. Nulls don't narrow it.</summary>
/// <param name="Mine">Only what this person has taken over.</param>
/// <param name="Text">Words, or beginnings of them; accents and case don't matter.</param>
/// <param name="Owner">Who speaks now.</param>
/// <param name="Buyer">Only this buyer's.</param>
public sealed record InboxQuery(InboxState? State = null, long? Account = null, string? Kind = null, InboxCause? Cause = null, string? Mine = null, string? Text = null, OwnerKind? Owner = null, long? Buyer = null);

/// <param name="Total">Of all that match.</param>
public sealed record InboxPage(IReadOnlyList<InboxEntry> Entries, int Total);

/// <summary>How many conversations there are of each state, under the other filters.</summary>
public sealed record InboxCounts(int Person, int Moving, int Done, int Mine)
{
    public int All => Person + Moving + Done;
}
