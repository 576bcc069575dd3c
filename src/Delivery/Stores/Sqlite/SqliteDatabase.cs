using System.Collections.Concurrent;
using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Work;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.Delivery.Stores.Sqlite;

/// <summary>The file: who may open it, its one writer and its readers. Opened at first use, or at the host's start.</summary>
internal sealed class SqliteDatabase(
    IOptions<SqliteDeliveryOptions> options, IOptions<DeliveryOptions> delivery, TimeProvider time, IWorkAlarm alarm, ILogger<SqliteDatabase> logger) : IDisposable
{
    // One is needed for each thread that reads at the same moment; opening one costs more than a hundred reads.
    private const int PooledReaders = 16;
    private static readonly TimeSpan OpeningTimeout = TimeSpan.FromSeconds(10);

    private readonly Lock _opening = new();
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private HostLock? _lock;
    private volatile SqliteWriter? _writer;
    private bool _disposed;

    private SqliteDeliveryOptions Options => options.Value;

    public ChangeSignal Changes { get; } = new();

    /// <summary>Takes the file for this process and brings its schema up to date.</summary>
    public void Open() => _ = Writer();

    /// <summary>Durable when the task completes. A caller that gives up waiting may still have been served.</summary>
    public Task<T> WriteAsync<T>(Func<Write, T> body, CancellationToken cancellationToken) => Writer().WriteAsync(body, cancellationToken);

    public Task<T> ReadAsync<T>(Func<SqliteSession, T> body, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Open();
        try
        {
            if (!_readers.TryTake(out var session))
                session = new SqliteSession(Options.Path, Options.BusyTimeout, readOnly: true);
            try
            {
                var result = body(session);
                Return(session);
                session = null;
                return Task.FromResult(result);
            }
            finally
            {
                session?.Dispose();
            }
        }
        catch (SqliteException e) when (e.IsUnavailable())
        {
            return Task.FromException<T>(e.ToUnavailable(Options.Path));
        }
    }

    /// <summary>All of <paramref name="body"/> sees the same committed state.</summary>
    public Task<T> ReadSnapshotAsync<T>(Func<SqliteSession, T> body, CancellationToken cancellationToken) => ReadAsync(
        session =>
        {
            session.Sql("BEGIN").Execute();
            try
            {
                return body(session);
            }
            finally
            {
                session.Sql("COMMIT").Execute();
            }
        },
        cancellationToken);

    public void Dispose()
    {
        lock (_opening)
        {
            _disposed = true;
            while (_readers.TryTake(out var session))
                session.Dispose();

            // Last: the last connection to close moves the log into the file.
            _writer?.Dispose();
            _lock?.Dispose();
        }
    }

    private SqliteWriter Writer()
    {
        if (_writer is { } open)
            return open;
        lock (_opening)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _writer ??= Start();
        }
    }

    private SqliteWriter Start()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(Options.Path)) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        var mine = HostLock.Take(Options.Path);
        try
        {
            using (var session = new SqliteSession(Options.Path, OpeningTimeout, readOnly: false))
            {
                var version = new SqliteMigrator(SqliteMigrator.Embedded, logger).Migrate(session, Options.Path, time.GetUtcNow());
                Log.StoreOpen(logger, Options.Path, version);
            }

            var writer = new SqliteWriter(
                () => new SqliteSession(Options.Path, Options.BusyTimeout, readOnly: false), Options, delivery.Value.GroupCommit, time, alarm, Changes, logger);
            _lock = mine;
            return writer;
        }
        catch (Exception e)
        {
            mine.Dispose();
            if (e is SqliteException storage && storage.IsUnavailable())
                throw storage.ToUnavailable(Options.Path);
            throw;
        }
    }

    private void Return(SqliteSession session)
    {
        if (_disposed || _readers.Count >= PooledReaders)
            session.Dispose();
        else
            _readers.Add(session);
    }
}
