using System.Collections.Concurrent;

namespace MeliBot.Inbox.Live;

/// <summary>
/// Tells open pages which conversations changed, and remembers the last changes with a cursor: a page whose connection was cut asks for what it missed. Whoever is too far behind
/// asks the index again, which knows everything.
/// </summary>
internal sealed class InboxFeed
{
    private const int MostRemembered = 8192;

    private readonly ConcurrentDictionary<long, Func<IReadOnlySet<string>, Task>> _listeners = new();
    private readonly Queue<(long Cursor, string Conversation)> _recent = new();
    private readonly Lock _gate = new();
    private long _last;
    private long _cursor;
    private long _forgotten;

    /// <summary>Rises with every change that is told.</summary>
    public long Cursor
    {
        get
        {
            lock (_gate) return _cursor;
        }
    }

    /// <param name="onChange">Gets the ids of the conversations that changed. Nobody waits for it.</param>
    /// <returns>Ends the listening.</returns>
    public IDisposable Listen(Func<IReadOnlySet<string>, Task> onChange)
    {
        var number = Interlocked.Increment(ref _last);
        _listeners[number] = SameLanguage.Of(onChange);
        return new Listening(() => _listeners.TryRemove(number, out _));
    }

    /// <param name="conversations">Empty when only names were learnt.</param>
    public void Tell(IReadOnlySet<string> conversations)
    {
        lock (_gate)
        {
            _cursor++;
            foreach (var conversation in conversations) _recent.Enqueue((_cursor, conversation));
            while (_recent.Count > MostRemembered) _forgotten = _recent.Dequeue().Cursor;
        }

        // A page that is slow, or gone, keeps nobody else from hearing of it.
        foreach (var listener in _listeners.Values) _ = listener(conversations);
    }

    /// <summary>What changed after this cursor, and the cursor to ask with next time. Null when it is too long ago to say: anything may have changed.</summary>
    public (IReadOnlySet<string>? Conversations, long Cursor) Since(long cursor)
    {
        lock (_gate)
        {
            return cursor < _forgotten
                ? (null, _cursor)
                : (_recent.Where(change => change.Cursor > cursor).Select(change => change.Conversation).ToHashSet(StringComparer.Ordinal), _cursor);
        }
    }

    private sealed class Listening(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
