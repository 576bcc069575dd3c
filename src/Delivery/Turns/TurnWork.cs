using MeliBot.Delivery.Conversations;

namespace MeliBot.Delivery.Turns;

/// <param name="Snapshot">The conversation with its version.</param>
/// <param name="Pending">Due activities that await a turn, in the platform's order; never empty.</param>
/// <param name="Attempt">Failed tries of the first pending one so far.</param>
public sealed record TurnWork(ConversationSnapshot Snapshot, IReadOnlyList<ActivityEntry> Pending, int Attempt);
