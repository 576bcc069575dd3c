namespace MeliBot.MercadoLibre;

/// <summary>Tokens in this process's memory: for tools and tests. They are gone with the process.</summary>
public sealed class InMemoryTokenStore(TimeProvider time) : ITokenStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, TokenSet> _tokens = [];
    private readonly Dictionary<long, Lease> _leases = [];

    public Task<TokenSet?> ReadAsync(long account, CancellationToken cancellationToken = default)
    {
        lock (_lock)
            return Task.FromResult(_tokens.GetValueOrDefault(account));
    }

    public Task<bool> SaveAsync(long account, TokenSet tokens, long expectedGeneration, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if ((_tokens.GetValueOrDefault(account)?.Generation ?? 0) != expectedGeneration)
                return Task.FromResult(false);
            _tokens[account] = tokens with { ReconnectReason = null };
            return Task.FromResult(true);
        }
    }

    public Task<IAsyncDisposable?> TryLeaseRefreshAsync(long account, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (_leases.TryGetValue(account, out var held) && held.Until > time.GetUtcNow())
                return Task.FromResult<IAsyncDisposable?>(null);
            var lease = new Lease(this, account, time.GetUtcNow() + duration);
            _leases[account] = lease;
            return Task.FromResult<IAsyncDisposable?>(lease);
        }
    }

    public Task MarkReconnectAsync(long account, long generation, string reason, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (_tokens.TryGetValue(account, out var tokens) && tokens.Generation == generation)
                _tokens[account] = tokens with { ReconnectReason = reason };
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(long account, CancellationToken cancellationToken = default)
    {
        lock (_lock)
            _tokens.Remove(account);
        return Task.CompletedTask;
    }

    private sealed class Lease(InMemoryTokenStore store, long account, DateTimeOffset until) : IAsyncDisposable
    {
        public DateTimeOffset Until { get; } = until;

        public ValueTask DisposeAsync()
        {
            lock (store._lock)
            {
                if (store._leases.GetValueOrDefault(account) == this)
                    store._leases.Remove(account);
            }

            return ValueTask.CompletedTask;
        }
    }
}
