using System.Collections.Concurrent;

namespace MeliBot.Inbox.Live;

/// <summary>Tells open pages which conversations changed. A page that misses something asks the index again, which knows everything.</summary>
internal sealed class InboxFeed
{
    private readonly ConcurrentDictionary<long, Func<IReadOnlySet<string>, Task>> _listeners = new();
    private long _last;

    /// <param name="onChange">Gets the ids of the conversations that changed; must be quick and must not throw.</param>
    /// <returns>Ends the listening.</returns>
    public IDisposable Listen(Func<IReadOnlySet<string>, Task> onChange)
    {
        var number = Interlocked.Increment(ref _last);
        _listeners[number] = onChange;
        return new Listening(() => _listeners.TryRemove(number, out _));
    }

    public Task TellAsync(IReadOnlySet<string> conversations) => Task.WhenAll(_listeners.Values.Select(listener => listener(conversations)));

    private sealed class Listening(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
