using System.Collections.Concurrent;

namespace MeliBot.Adapter.Sweep;

/// <summary>What only a sweep knew: how far behind each account was, and the newest event of each topic of which no notification had told.</summary>
public sealed class SweepNews
{
    private readonly ConcurrentDictionary<long, bool> _swept = new();
    private readonly ConcurrentDictionary<long, TimeSpan> _behind = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _untold = new(StringComparer.Ordinal);

    /// <summary>How old the oldest question was that wasn't known here, at the last sweep; accounts that were up to date aren't among them.</summary>
    public IReadOnlyDictionary<long, TimeSpan> Behind => _behind;

    /// <summary>By normalised topic.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Untold => _untold;

    /// <summary>The first sweep of an account finds what was there before it was linked, or before this host started: that is no news.</summary>
    internal void Swept(string topic, long account, IReadOnlyCollection<DateTimeOffset> found, DateTimeOffset now)
    {
        if (_swept.TryAdd(account, true)) return;
        if (found.Count == 0)
        {
            _behind.TryRemove(account, out _);
            return;
        }

        _behind[account] = now - found.Min();
        var newest = found.Max();
        _untold.AddOrUpdate(topic, newest, (_, known) => known > newest ? known : newest);
    }
}
