using System.Threading.Channels;
using MeliBot.Delivery.Stores.Postgres.Sql;
using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>
/// Reads by key what many ask for at the same time: while one snapshot is being read the next gathers, so that each pays a part of a transaction and not one of its own. Whoever asks alone is answered at once.
/// </summary>
internal sealed class PostgresLoader : IAsyncDisposable
{
    // A second reads while the first waits for the network, or for somebody's large conversation.
    private const int Loops = 2;
    private const int Most = 64;

    private readonly NpgsqlDataSource _source;
    private readonly PostgresDeliveryOptions _options;
    private readonly string _name;
    private readonly Channel<ReadJob> _waiting = Channel.CreateUnbounded<ReadJob>();
    private readonly Task[] _loops;

    public PostgresLoader(NpgsqlDataSource source, PostgresDeliveryOptions options, string name)
    {
        (_source, _options, _name) = (source, options, name);

        // Whoever happens to open the store isn't the parent of all that is ever read.
        using (ExecutionContext.SuppressFlow())
            _loops = [.. Enumerable.Range(0, Loops).Select(_ => LoopAsync())];
    }

    /// <param name="body">Asks by key alone, and awaits nothing but its statements.</param>
    /// <param name="cancellationToken">Ends the waiting, not what others read at the same time.</param>
    public Task<T> ReadAsync<T>(Func<Pipeline, Task<T>> body, CancellationToken cancellationToken)
    {
        var job = new ReadJob<T>(body, cancellationToken);
        return _waiting.Writer.TryWrite(job) ? job.Task.WaitAsync(cancellationToken)
            : Task.FromException<T>(new DeliveryUnavailableException("The store is being closed. Nothing was read; repeat at the next start."));
    }

    /// <summary>Reads what waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await Task.WhenAll(_loops);
    }

    private async Task LoopAsync()
    {
        // Away from the caller's context: what the reads await must go on in this loop alone.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var group = new List<ReadJob>(Most);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < Most && _waiting.Reader.TryRead(out var job))
                group.Add(job);
            await ReadAsync(group);
            group.Clear();
        }
    }

    private async Task ReadAsync(List<ReadJob> group)
    {
        try
        {
            await ReadMode.SnapshotByKey.RunAsync(
                _source,
                _options.CommandTimeout,
                pipeline =>
                {
                    foreach (var job in group)
                        job.Start(pipeline);
                },
                CancellationToken.None);
        }
        catch (Exception e) when (e.IsUnavailable() || e.IsRace())
        {
            foreach (var job in group)
                job.Failed(e.ToUnavailable(_name));
            return;
        }
        catch (Exception) when (group.Count > 1)
        {
            // One of them can't be read. Alone, it fails for itself.
            foreach (var job in group)
                await ReadAsync([job]);
            return;
        }
        catch (Exception e)
        {
            group[0].Failed(e);
            return;
        }

        foreach (var job in group)
            job.End();
    }
}
