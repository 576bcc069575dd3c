using System.Collections.Concurrent;

namespace MeliBot.Bot.Facts;

/// <summary>Readings by key, each kept for a while; whoever asks for one while it is being read waits for the same.</summary>
internal sealed class SharedReads<TKey, TValue>(TimeProvider time, Func<TimeSpan> maxAge)
    where TKey : notnull
{
    private const int MostRemembered = 5_000;

    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();

    /// <param name="read">Runs without the asker's cancellation, because others may wait for it as well.</param>
    public async Task<TValue> ReadAsync(TKey key, Func<DateTimeOffset, CancellationToken, Task<TValue>> read, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!_entries.TryGetValue(key, out var entry) || now - entry.At > maxAge())
        {
            if (_entries.Count >= MostRemembered) _entries.Clear();
            var fresh = new Entry(now, new Lazy<Task<TValue>>(() => read(now, CancellationToken.None)));
            entry = entry is null ? _entries.GetOrAdd(key, fresh) : _entries.TryUpdate(key, fresh, entry) ? fresh : _entries.GetOrAdd(key, fresh);
        }

        try
        {
            return await entry.Value.Value.WaitAsync(cancellationToken);
        }
        catch when (entry.Value.Value is { IsFaulted: true } or { IsCanceled: true })
        {
            // What failed is read anew by the next.
            _entries.TryRemove(new(key, entry));
            throw;
        }
    }

    private sealed record Entry(DateTimeOffset At, Lazy<Task<TValue>> Value);
}
