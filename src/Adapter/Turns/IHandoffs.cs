using MeliBot.Delivery.Conversations;

namespace MeliBot.Adapter.Turns;

/// <summary>
/// What an agents' desk tells a bot about a conversation that it handed over: each call changes who speaks and gives the bot the protocol's
/// <c>handoff.status</c> event, in one commit.
/// </summary>
/// <exception cref="MercadoLibreChannelException">The conversation isn't known.</exception>
public interface IHandoffs
{
    /// <summary>The agent speaks from now on; the bot's replies are drafts at most.</summary>
    Task AcceptAsync(string conversationId, string agent, string? message = null, CancellationToken cancellationToken = default);

    /// <summary>The same, but only while <paramref name="expected"/> still speaks: of two agents who take a conversation over at the same time, one does.</summary>
    /// <returns>False when somebody else speaks by now; nothing is changed then.</returns>
    Task<bool> TryAcceptAsync(string conversationId, string agent, Owner expected, string? message = null, CancellationToken cancellationToken = default);

    /// <summary>The agent is done; the bot speaks again.</summary>
    Task CompleteAsync(string conversationId, string? message = null, CancellationToken cancellationToken = default);

    /// <summary>Nobody takes it; the bot speaks again.</summary>
    Task FailAsync(string conversationId, string? message = null, CancellationToken cancellationToken = default);
}
