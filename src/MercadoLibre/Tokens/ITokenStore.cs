namespace MeliBot.MercadoLibre;

/// <summary>Keeps each account's tokens, and one refresher at a time. Shared by every process that uses the same accounts.</summary>
public interface ITokenStore
{
    /// <returns>Null for an account that isn't linked.</returns>
    Task<TokenSet?> ReadAsync(long account, CancellationToken cancellationToken = default);

    /// <summary>Stores a new pair, both tokens in one transaction, and clears <see cref="TokenSet.ReconnectReason"/>.</summary>
    /// <param name="account">The account.</param>
    /// <param name="tokens">Its <see cref="TokenSet.Generation"/> is <paramref name="expectedGeneration"/> + 1.</param>
    /// <param name="expectedGeneration">The generation it replaces; 0 when the account has none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False, having changed nothing, when another generation is stored.</returns>
    Task<bool> SaveAsync(long account, TokenSet tokens, long expectedGeneration, CancellationToken cancellationToken = default);

    /// <summary>The right to refresh this account's tokens, among all processes.</summary>
    /// <returns>Null when another holds it. It ends when disposed, or by itself after <paramref name="duration"/>.</returns>
    Task<IAsyncDisposable?> TryLeaseRefreshAsync(long account, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Notes that the owner has to connect again, if <paramref name="generation"/> is still the stored one.</summary>
    Task MarkReconnectAsync(long account, long generation, string reason, CancellationToken cancellationToken = default);

    /// <summary>Forgets an account's tokens.</summary>
    Task DeleteAsync(long account, CancellationToken cancellationToken = default);
}
