using System.Threading.Channels;
using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Stores.Postgres.Sql;
using MeliBot.Delivery.Work;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>
/// Takes what waits, up to the group's size, into one transaction on a connection of its own. While one group is being made durable the next gathers. Other processes have writers too: what is shared
/// with them is locked (<see cref="LockKey"/>).
/// </summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    // A server's table of locks is limited; six hosts with four full groups each fit into PostgreSQL's defaults.
    private const int MostLocks = 256;
    private const int MostTries = 6;

    private readonly NpgsqlDataSource _source;
    private readonly PostgresDeliveryOptions _options;
    private readonly StorePlace _place;
    private readonly string _name;
    private readonly int _group;
    private readonly TimeProvider _time;
    private readonly IWorkAlarm _alarm;
    private readonly ChangeSignal _changes;
    private readonly ILogger _logger;
    private readonly Channel<WriteJob> _waiting = Channel.CreateUnbounded<WriteJob>();
    private readonly Task _loop;
    private NpgsqlConnection? _connection;

    public PostgresWriter(
        NpgsqlDataSource source, PostgresDeliveryOptions options, StorePlace place, string name, int group, TimeProvider time, IWorkAlarm alarm, ChangeSignal changes, ILogger logger)
    {
        (_source, _options, _place, _name, _group, _time, _alarm, _changes, _logger) = (source, options, place, name, group, time, alarm, changes, logger);

        // Whoever happens to open the store isn't the parent of all that is ever written.
        using (ExecutionContext.SuppressFlow())
            _loop = LoopAsync();
    }

    public Task<T> WriteAsync<T>(IReadOnlyList<long> locks, Func<Write, Task<T>> body, CancellationToken cancellationToken)
    {
        if (_waiting.Reader.Count >= _options.MaxWaitingWrites)
            return Task.FromException<T>(new DeliveryUnavailableException($"{_waiting.Reader.Count} writes wait already (Delivery:Postgres:MaxWaitingWrites). Nothing was stored; repeat later."));
        var job = new WriteJob<T>(locks, body, cancellationToken);
        return _waiting.Writer.TryWrite(job) ? job.Task
            : Task.FromException<T>(new DeliveryUnavailableException("The store is being closed. Nothing was stored; repeat at the next start."));
    }

    /// <summary>Writes what waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
    }

    private async Task LoopAsync()
    {
        // Away from the caller's context: what the writes await must go on in this loop alone.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var group = new List<WriteJob>(_group);
        WriteJob? over = null;
        while (over is not null || await _waiting.Reader.WaitToReadAsync())
        {
            over = Take(group, over);
            try
            {
                await CommitAsync(group);
            }
            catch (Exception e)
            {
                // Nothing of it was committed; the loop must outlive whatever happened.
                FailAll(group, new DeliveryUnavailableException("The store's writer failed. Nothing was stored; repeat later.", e), e);
                await CloseAsync();
            }

            group.Clear();
        }

        await CloseAsync();
    }

    /// <summary>Gives the first one that had no room.</summary>
    private WriteJob? Take(List<WriteJob> group, WriteJob? first)
    {
        var locks = 0;
        if (first is not null)
        {
            group.Add(first);
            locks = first.Locks.Count;
        }

        while (group.Count < _group && _waiting.Reader.TryRead(out var job))
        {
            locks += job.Locks.Count;
            if (locks > MostLocks && group.Count > 0)
                return job;
            group.Add(job);
        }

        return null;
    }

    private async Task CommitAsync(List<WriteJob> group)
    {
        for (var tries = 1; group.Count > 0; tries++)
        {
            WriteGroup? attempt = null;
            try
            {
                _connection ??= await _source.OpenConnectionAsync();
                attempt = new WriteGroup(_connection, _options, _place, _time.GetUtcNow(), ofMany: _group > 1);
                IReadOnlyList<(WriteJob Job, Exception Error)> culprits;
                using (DeliverySpans.Source.StartActivity(DeliverySpans.StoreCommit)?.SetTag(DeliverySpans.CountTag, group.Count))
                    culprits = await attempt.CommitAsync(group, CancellationToken.None);
                if (culprits.Count == 0)
                {
                    Tell(group, attempt.Bells);
                    return;
                }

                foreach (var (job, error) in culprits)
                {
                    group.Remove(job);
                    Log.WriteFailed(_logger, group.Count, error);
                    job.Failed(error);
                }
            }
            catch (Exception e) when (e is PostgresException || e.IsUnavailable())
            {
                var committed = await RecoverAsync(attempt, e);
                if (committed == true)
                {
                    Tell(group, Bells.All);
                    return;
                }

                if (committed == false && (e.IsTooManyLocks() || e is PostgresException failed && failed.IsTheStatements()) && group.Count > 1)
                {
                    await HalveAsync(group);
                    return;
                }

                if (committed == false && tries < MostTries && (e.IsRace() || (tries == 1 && e.NeedsReopening())))
                    continue;
                FailAll(group, e.ToUnavailable(_name, unknown: committed is null), e);
                return;
            }
        }
    }

    /// <summary>Whether it was committed after all; null when that can't be found out. The connection is as good as new then, or closed.</summary>
    private async Task<bool?> RecoverAsync(WriteGroup? attempt, Exception e)
    {
        try
        {
            if (attempt is not null && !e.NeedsReopening())
            {
                await attempt.RollbackAsync(CancellationToken.None);
                return false;
            }
        }
        catch (Exception again) when (again.IsUnavailable())
        {
            // Then it is opened anew.
        }

        await CloseAsync();
        if (attempt is not { Committing: true, Transaction: { } transaction })
            return false;
        try
        {
            _connection = await _source.OpenConnectionAsync();
            await using var command = new NpgsqlCommand("SELECT pg_xact_status($1::text::xid8)", _connection);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = transaction.ToString(System.Globalization.CultureInfo.InvariantCulture) });
            return await command.ExecuteScalarAsync() switch
            {
                "committed" => true,
                "aborted" => false,
                _ => null,
            };
        }
        catch (Exception again) when (again.IsUnavailable())
        {
            await CloseAsync();
            return null;
        }
    }

    /// <summary>One that is too large for the server, or that holds a write at fault which the server didn't name, is written in two.</summary>
    private async Task HalveAsync(List<WriteJob> group)
    {
        var half = group.Count / 2;
        await CommitAsync(group[..half]);
        await CommitAsync(group[half..]);
    }

    private void Tell(List<WriteJob> group, Bells bells)
    {
        bells.Ring(_alarm, _changes);
        foreach (var job in group)
            job.Committed();
    }

    private void FailAll(List<WriteJob> group, DeliveryUnavailableException told, Exception cause)
    {
        Log.CommitFailed(_logger, cause.Message, group.Count);
        foreach (var job in group)
            job.Failed(told);
    }

    private async Task CloseAsync()
    {
        try
        {
            if (_connection is not null)
                await _connection.DisposeAsync();
        }
        catch (Exception e) when (e.IsUnavailable())
        {
            // It is being thrown away because it failed.
        }

        _connection = null;
    }
}
