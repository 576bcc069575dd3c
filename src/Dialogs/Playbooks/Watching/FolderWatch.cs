namespace MeliBot.Dialogs.Playbooks;

/// <summary>Says that files of a folder were written: by the system's notices, and by looking, for where these fail.</summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly string _path;
    private readonly PlaybookOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _noticed = new(0, 1);
    private readonly FileSystemWatcher? _watcher;
    private string? _seen;

    public FolderWatch(string path, PlaybookOptions options, TimeProvider time)
    {
        (_path, _options, _time) = (path, options, time);
        _seen = FolderState.Of(path);
        try
        {
            _watcher = new FileSystemWatcher(path) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime };
            _watcher.Changed += (_, _) => Notice();
            _watcher.Created += (_, _) => Notice();
            _watcher.Deleted += (_, _) => Notice();
            _watcher.Renamed += (_, _) => Notice();
            _watcher.Error += (_, _) => Notice();
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or PlatformNotSupportedException)
        {
            // The machine has no notices to give (inotify's limit, most often): looking is enough.
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    /// <summary>Ends when something was written, and then left alone for a while.</summary>
    public async Task ChangedAsync(CancellationToken cancellationToken)
    {
        string? now;
        while ((now = FolderState.Of(_path)) == _seen || now is null) await NoticedAsync(_options.LookEvery, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            await Task.Delay(_options.Quiet, _time, cancellationToken).ConfigureAwait(false);
            var later = FolderState.Of(_path);
            if (later == now && later is not null) break;
            now = later;
        }

        _seen = now;
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _noticed.Dispose();
    }

    private async Task NoticedAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var noticed = _noticed.WaitAsync(either.Token);
        await Task.WhenAny(noticed, Task.Delay(atMost, _time, either.Token)).ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
        await noticed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void Notice()
    {
        try
        {
            _noticed.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // One notice is as good as many, and one too late is none.
        }
    }
}
