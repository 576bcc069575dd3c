using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>Has the playbook ready before the host serves, and reads it again whenever its files change.</summary>
internal sealed class PlaybookWatcher(PlaybookSource source, IPlaybookFolder folder, IOptions<PlaybookOptions> options, TimeProvider time) : BackgroundService
{
    private FolderWatch? _watch;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the reading: what is written while it is read is then seen as a change.
        _watch = folder is DirectoryFolder directory ? new FolderWatch(directory.Path, options.Value, time) : null;
        if (source.Status is null) source.Begin(cancellationToken);
        else if (_watch is not null) source.Reload();
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_watch is not null && !stoppingToken.IsCancellationRequested)
        {
            await _watch.ChangedAsync(stoppingToken).ConfigureAwait(false);
            source.Reload();
        }
    }

    public override void Dispose()
    {
        _watch?.Dispose();
        base.Dispose();
    }
}
