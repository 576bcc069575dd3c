using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Work;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace MeliBot.Delivery.Stores.Sqlite;

/// <summary>
/// The only writer: takes what waits, up to the group's size, into one transaction. While one group is being made durable the next gathers.
/// A thread of its own, because waiting for the disk would hold up a thread of the pool.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly Func<SqliteSession> _open;
    private readonly SqliteDeliveryOptions _options;
    private readonly int _group;
    private readonly TimeProvider _time;
    private readonly IWorkAlarm _alarm;
    private readonly ChangeSignal _changes;
    private readonly ILogger _logger;
    private readonly Queue<WriteJob> _waiting = new();
    private readonly Thread _thread;
    private SqliteSession? _session;
    private long _limit;
    private bool _closing;

    public SqliteWriter(
        Func<SqliteSession> open, SqliteDeliveryOptions options, int group, TimeProvider time, IWorkAlarm alarm, ChangeSignal changes, ILogger logger)
    {
        (_open, _options, _group, _time, _alarm, _changes, _logger) = (open, options, group, time, alarm, changes, logger);
        _thread = new Thread(Loop) { IsBackground = true, Name = "MeliBot SQLite writer" };
        _thread.Start();
    }

    public Task<T> WriteAsync<T>(Func<Write, T> body, CancellationToken cancellationToken)
    {
        var job = new WriteJob<T>(body, cancellationToken);
        lock (_waiting)
        {
            if (_closing)
                return Task.FromException<T>(new DeliveryUnavailableException("The store is being closed. Nothing was stored; repeat at the next start."));
            if (_waiting.Count >= _options.MaxWaitingWrites)
                return Task.FromException<T>(new DeliveryUnavailableException($"{_waiting.Count} writes wait already (Delivery:Sqlite:MaxWaitingWrites). Nothing was stored; repeat later."));
            _waiting.Enqueue(job);
            if (_waiting.Count == 1)
                Monitor.Pulse(_waiting);
        }

        return job.Task;
    }

    /// <summary>Writes what waits, then closes.</summary>
    public void Dispose()
    {
        lock (_waiting)
        {
            _closing = true;
            Monitor.Pulse(_waiting);
        }

        _thread.Join();
    }

    private void Loop()
    {
        var group = new List<WriteJob>(_group);
        while (Take(group))
        {
            try
            {
                Commit(group);
            }
            catch (Exception e)
            {
                // Nothing of it was committed; the thread must outlive whatever happened.
                FailAll(group, new DeliveryUnavailableException("The store's writer failed. Nothing was stored; repeat later.", e), e);
                Reopen();
            }

            group.Clear();
        }

        _session?.Dispose();
    }

    private bool Take(List<WriteJob> group)
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0)
            {
                if (_closing)
                    return false;
                Monitor.Wait(_waiting);
            }

            while (group.Count < _group && _waiting.TryDequeue(out var job))
                group.Add(job);
            return true;
        }
    }

    private void Commit(List<WriteJob> group)
    {
        while (group.Count > 0)
        {
            try
            {
                var session = _session ??= _open();
                ApplyLimit(session);
                session.Sql("BEGIN IMMEDIATE").Execute();
                var write = new Write(session, _time.GetUtcNow());
                if (RunAll(group, write) is not { } culprit)
                {
                    using (DeliverySpans.Source.StartActivity(DeliverySpans.StoreCommit)?.SetTag(DeliverySpans.CountTag, group.Count))
                        session.Sql("COMMIT").Execute();
                    Tell(group, write);
                    return;
                }

                session.Rollback();
                group.Remove(culprit.Job);
                Log.WriteFailed(_logger, group.Count, culprit.Error);
                culprit.Job.Failed(culprit.Error);
            }
            catch (SqliteException e) when (e.IsUnavailable())
            {
                FailAll(group, e.ToUnavailable(_options.Path), e);
                if (e.NeedsReopening())
                    Reopen();
                else
                    _session?.Rollback();
                return;
            }
        }
    }

    private static (WriteJob Job, Exception Error)? RunAll(List<WriteJob> group, Write write)
    {
        foreach (var job in group)
        {
            try
            {
                job.Run(write);
            }
            catch (Exception e) when (e is not SqliteException { } storage || !storage.IsUnavailable())
            {
                return (job, e);
            }
        }

        return null;
    }

    private void Tell(List<WriteJob> group, Write write)
    {
        if (write.Changed)
            _changes.Committed();
        write.Tell(_alarm);
        foreach (var job in group)
            job.Committed();
    }

    private void FailAll(List<WriteJob> group, DeliveryUnavailableException told, Exception cause)
    {
        Log.CommitFailed(_logger, cause.Message, group.Count);
        foreach (var job in group)
            job.Failed(told);
    }

    private void Reopen()
    {
        try
        {
            _session?.Dispose();
        }
        catch (SqliteException)
        {
            // It is being thrown away because it failed.
        }

        _session = null;
        _limit = 0;
    }

    private void ApplyLimit(SqliteSession session)
    {
        if (_options.MaxFileBytes == _limit)
            return;
        const long All = 4_294_967_294;
        var pageSize = session.Sql("PRAGMA page_size").Scalar() ?? 4096;
        session.Script($"PRAGMA max_page_count = {(_options.MaxFileBytes == 0 ? All : Math.Max(1, _options.MaxFileBytes / pageSize))};");
        _limit = _options.MaxFileBytes;
    }
}
