namespace MeliBot.Simulator;

/// <summary>Watches how applications take a 429 and how many errors they cause.</summary>
internal sealed class Patience(WorldCore core, Journal journal, Registry registry)
{
    private static readonly TimeSpan ShortestBackOff = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<(long App, long? User, string Door), (DateTimeOffset Known, DateTimeOffset? NotBefore)> _limits = [];
    private readonly Dictionary<long, Queue<DateTimeOffset>> _errors = [];
    private readonly Dictionary<long, Queue<DateTimeOffset>> _calls = [];
    private readonly Dictionary<long, Queue<DateTimeOffset>> _reads = [];
    private readonly Dictionary<long, Queue<DateTimeOffset>> _writes = [];

    /// <summary>Whether the application is within its own limit of calls.</summary>
    public bool MayCall(long applicationId)
    {
        if (core.Options.CallsPerMinute is not { } limit) return true;
        lock (core.Gate)
        {
            var window = Window(_calls, applicationId);
            if (window.Count >= limit) return false;
            window.Enqueue(core.Now);
            return true;
        }
    }

    /// <summary>Whether the application is within the platform's limit for reading, or for writing, messages of sales.</summary>
    public bool MayCallMessages(long applicationId, bool read)
    {
        if (core.Options.MessageCallsPerMinute is not { } limit) return true;
        lock (core.Gate)
        {
            var window = Window(read ? _reads : _writes, applicationId);
            if (window.Count >= limit) return false;
            window.Enqueue(core.Now);
            return true;
        }
    }

    public void Arrived(string method, string door, long? applicationId, long? userId)
    {
        if (applicationId is not { } app) return;
        lock (core.Gate)
        {
            var key = (app, userId, door);
            if (!_limits.TryGetValue(key, out var limit)) return;
            var now = core.Now;
            if (now < limit.Known) return;
            if (limit.NotBefore is { } notBefore && now < notBefore)
            {
                journal.Violation("retry-after-undercut", app, userId, $"{door} came {(notBefore - now).TotalSeconds:0.0} s too early.");
            }
            else if (limit.NotBefore is null && method != "GET" && now < limit.Known - core.Options.UnderWay + ShortestBackOff)
            {
                journal.Violation("write-over-429", app, userId, $"{door} was repeated without a pause after a 429.");
            }

            _limits.Remove(key);
        }
    }

    public void Answered(string door, int? status, TimeSpan? retryAfter, long? applicationId, long? userId)
    {
        if (applicationId is not { } app || status is not (>= 400 and < 500)) return;
        lock (core.Gate)
        {
            if (status == 429)
            {
                _limits[(app, userId, door)] = (core.Now + core.Options.UnderWay, core.Now + retryAfter);
                return;
            }

            var window = Window(_errors, app);
            window.Enqueue(core.Now);
            if (window.Count <= core.Options.TolerableClientErrorsPerMinute) return;
            window.Clear();
            journal.Violation("client-errors", app, userId, $"More than {core.Options.TolerableClientErrorsPerMinute} answers 4xx within a minute.");
            if (core.Options.BlockForClientErrors && registry.FindApplication(app) is { } application) application.Blocked = true;
        }
    }

    private Queue<DateTimeOffset> Window(Dictionary<long, Queue<DateTimeOffset>> windows, long app)
    {
        if (!windows.TryGetValue(app, out var window)) windows[app] = window = [];
        var from = core.Now - TimeSpan.FromMinutes(1);
        while (window.TryPeek(out var first) && first <= from) window.Dequeue();
        return window;
    }
}
