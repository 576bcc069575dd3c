using System.Collections.Concurrent;

namespace MeliBot.Inbox;

/// <summary>What is read from Mercado Libre for people: remembered for a while, and asked for once where several parts of a page want it at the same time.</summary>
internal sealed class Sharing<TKey, TRead>(TimeSpan remembered, int most, TimeProvider time)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, (TRead Read, DateTimeOffset At)> _seen = new();
    private readonly ConcurrentDictionary<TKey, Lazy<Task<(TRead? Read, bool Keep)>>> _running = new();

    /// <param name="key">What is read.</param>
    /// <param name="fresh">Reads now, whatever is remembered.</param>
    /// <param name="read">Reads it, and says whether to remember it.</param>
    public async Task<TRead?> ReadAsync(TKey key, bool fresh, Func<Task<(TRead? Read, bool Keep)>> read)
    {
        if (!fresh && _seen.TryGetValue(key, out var seen) && time.GetUtcNow() - seen.At < remembered) return seen.Read;
        var running = _running.GetOrAdd(key, _ => new Lazy<Task<(TRead?, bool)>>(read));
        try
        {
            var (got, keep) = await running.Value;
            if (!keep || got is null) return got;
            if (_seen.Count >= most) _seen.Clear();
            _seen[key] = (got, time.GetUtcNow());
            return got;
        }
        finally
        {
            _running.TryRemove(new KeyValuePair<TKey, Lazy<Task<(TRead?, bool)>>>(key, running));
        }
    }
}
