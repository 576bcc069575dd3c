namespace MeliBot.Inbox.Live;

/// <summary>
/// Keeps one part of an open page true: one refresh at a time, and whatever changes meanwhile is one more. Nothing is drawn while the browser is away; when it comes back,
/// the part catches up from its cursor.
/// </summary>
internal sealed class Follower : IDisposable
{
    private readonly InboxFeed _feed;
    private readonly LiveConnection _connection;
    private readonly Func<IReadOnlySet<string>?, Task> _refresh;
    private readonly IDisposable _listening;
    private readonly Lock _gate = new();
    private long _cursor;
    private bool _running;
    private bool _again;
    private bool _ended;

    /// <param name="refresh">Gets the ids of the conversations that changed; null when anything may have.</param>
    public Follower(InboxFeed feed, LiveConnection connection, Func<IReadOnlySet<string>?, Task> refresh)
    {
        (_feed, _connection, _refresh) = (feed, connection, SameLanguage.Of(refresh));
        _cursor = feed.Cursor;
        _connection.CameBack += OnBack;
        _listening = feed.Listen(_ =>
        {
            Wake();
            return Task.CompletedTask;
        });
    }

    public void Dispose()
    {
        lock (_gate) _ended = true;
        _connection.CameBack -= OnBack;
        _listening.Dispose();
    }

    private void OnBack(object? sender, EventArgs e) => Wake();

    private void Wake()
    {
        lock (_gate)
        {
            if (_ended || !_connection.IsUp) return;
            _again = true;
            if (_running) return;
            _running = true;
        }

        _ = Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        while (GoesOn())
        {
            var (changed, cursor) = _feed.Since(_cursor);
            if (cursor == _cursor) continue;
            try
            {
                await _refresh(changed);
                _cursor = cursor;
            }
            catch (Exception)
            {
                // The page is gone, or the store is out of reach: the cursor stays, and the next change, which may have come meanwhile, brings all of it.
            }
        }
    }

    private bool GoesOn()
    {
        lock (_gate)
        {
            _running = _again && !_ended && _connection.IsUp;
            _again = false;
            return _running;
        }
    }
}
