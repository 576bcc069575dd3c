using MeliBot.Delivery.Conversations;

namespace MeliBot.Delivery.Turns;

/// <summary>Runs turns that nothing pending asked for (proactive ones), serialised with the conversation's others.</summary>
public interface ITurnRunner
{
    /// <summary>Calls <paramref name="turn"/> with a fresh snapshot, again after each version conflict, and returns the committed one's result.</summary>
    /// <exception cref="TurnConflictException">It lost its race too many times.</exception>
    Task<CommitResult> RunAsync(ConversationRef conversation, Func<ConversationSnapshot, CancellationToken, Task<TurnCommit?>> turn, CancellationToken cancellationToken);
}

/// <summary>A turn lost its version race again and again; nothing was committed.</summary>
public sealed class TurnConflictException(string message) : Exception(message);
