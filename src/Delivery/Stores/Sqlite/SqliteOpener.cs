using MeliBot.Delivery.Effects;
using Microsoft.Extensions.Hosting;

namespace MeliBot.Delivery.Stores.Sqlite;

/// <summary>Opens the file before anything of the host starts, and frees what the last host held when it died.</summary>
internal sealed class SqliteOpener(SqliteDatabase database, IEffectStore effects) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        database.Open();
        await effects.ExpireOrphansAsync(cancellationToken);
        await SqliteLeaseStore.FreeAllAsync(database, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
