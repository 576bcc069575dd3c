using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Stores.Moving;
using MeliBot.Delivery.Stores.Postgres.Sql;
using MeliBot.Delivery.Work;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>The shared database: its schema, this process's writers and its readers. Opened at first use, or at the host's start.</summary>
internal sealed class PostgresDatabase(
    IOptions<PostgresDeliveryOptions> options, IOptions<DeliveryOptions> delivery, TimeProvider time, IWorkAlarm alarm, ILogger<PostgresDatabase> logger) : IAsyncDisposable, IDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private volatile Opened? _opened;
    private bool _disposed;
    private volatile bool _untidy;

    private sealed record Opened(NpgsqlDataSource Source, StorePlace Place, PostgresWriter[] Writers, PostgresWriter Claims, PostgresLoader Loader);

    public PostgresDeliveryOptions Options => options.Value;

    public ChangeSignal Changes { get; } = new();

    public string Name => PostgresSource.NameOf(Options);

    /// <summary>Connects and brings the schema up to date.</summary>
    public async Task<StorePlace> OpenAsync(CancellationToken cancellationToken) => (await OpenedAsync(cancellationToken)).Place;

    /// <summary>Does what a migration left until no host of an earlier version lives any more, if any of it is left.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        if (!_untidy)
            return;
        var opened = await OpenedAsync(cancellationToken);
        try
        {
            await using var connection = await opened.Source.OpenConnectionAsync(cancellationToken);
            _untidy = (await new PostgresMigrator(PostgresMigrator.Embedded, opened.Place, logger).TidyAsync(connection, cancellationToken)).Left.Count > 0;
        }
        catch (Exception e) when (e.IsUnavailable() || e is PostgresException)
        {
            // Whatever is wrong with what is left, it mustn't end the signs of life that it is tried between.
            throw e.ToUnavailable(Name);
        }
    }

    /// <summary>Durable when the task completes. A caller that gives up waiting may still have been served.</summary>
    /// <param name="locks">All that the body's decision depends on (<see cref="LockKey"/>).</param>
    public async Task<T> WriteAsync<T>(IReadOnlyList<long> locks, Func<Write, Task<T>> body, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var writers = (await OpenedAsync(cancellationToken)).Writers;

        // What is written to one thing often is so by one writer, which puts it into one group instead of waiting for its own lock.
        var which = locks.Count == 0 ? 0 : (int)((ulong)locks[0] % (ulong)writers.Length);
        return await writers[which].WriteAsync(locks, body, cancellationToken);
    }

    /// <summary>The same in a transaction of its own, for a body that finds out only inside it what it must lock.</summary>
    public async Task<T> WriteAloneAsync<T>(Func<Write, Task<T>> body, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await (await OpenedAsync(cancellationToken)).Claims.WriteAsync([], body, cancellationToken);
    }

    /// <param name="body">Awaits nothing but its statements.</param>
    public Task<T> ReadAsync<T>(Func<Pipeline, Task<T>> body, CancellationToken cancellationToken) => ReadAsync(ReadMode.Plain, body, cancellationToken);

    /// <summary>All of <paramref name="body"/> sees the same committed state.</summary>
    public Task<T> ReadSnapshotAsync<T>(Func<Pipeline, Task<T>> body, CancellationToken cancellationToken) => ReadAsync(ReadMode.Snapshot, body, cancellationToken);

    /// <param name="mode">How it begins.</param>
    /// <param name="body">Awaits nothing but its statements.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<T> ReadAsync<T>(ReadMode mode, Func<Pipeline, Task<T>> body, CancellationToken cancellationToken)
    {
        // Away from the caller's context: what the body awaits must go on here alone.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        cancellationToken.ThrowIfCancellationRequested();
        var opened = await OpenedAsync(cancellationToken);
        try
        {
            Task<T>? result = null;
            await mode.RunAsync(opened.Source, Options.CommandTimeout, pipeline => result = body(pipeline), cancellationToken);
            return result is { IsCompleted: true } ? await result : throw new InvalidOperationException("A read awaited something else than its statements.");
        }
        catch (Exception e) when (e.IsUnavailable() || e.IsRace())
        {
            throw e.ToUnavailable(Name);
        }
    }

    /// <summary>A snapshot, by key alone and together with what others ask for at the moment (<see cref="PostgresLoader"/>).</summary>
    public async Task<T> LoadAsync<T>(Func<Pipeline, Task<T>> body, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await (await OpenedAsync(cancellationToken)).Loader.ReadAsync(body, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync();
        try
        {
            if (_disposed)
                return;
            _disposed = true;
            if (_opened is not { } opened)
                return;
            foreach (var writer in opened.Writers)
                await writer.DisposeAsync();
            await opened.Claims.DisposeAsync();
            await opened.Loader.DisposeAsync();
            await opened.Source.DisposeAsync();
        }
        finally
        {
            _opening.Release();
        }
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async ValueTask<Opened> OpenedAsync(CancellationToken cancellationToken)
    {
        if (_opened is { } open)
            return open;
        await _opening.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _opened ??= await StartAsync(cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<Opened> StartAsync(CancellationToken cancellationToken)
    {
        var source = PostgresSource.Pool(Options);
        try
        {
            StorePlace place;
            await using (var connection = await source.OpenConnectionAsync(cancellationToken))
            {
                place = await StorePlace.OfAsync(connection, cancellationToken);
                var migrator = new PostgresMigrator(PostgresMigrator.Embedded, place, logger);
                var version = await migrator.MigrateAsync(connection, Name, cancellationToken);
                _untidy = (await migrator.TidyAsync(connection, cancellationToken)).Left.Count > 0;
                if (await MoveMark.FileAsync(connection, cancellationToken) is { } file)
                    throw new DeliveryUnavailableException($"The store {Name} isn't complete: {file} is being moved there, or a move of it was broken off. Run \"melibot db move\" to its end, or go on with the file (without Delivery:Postgres:ConnectionString).");
                Log.StoreOpen(logger, Name, version);
            }

            PostgresWriter[] writers = [.. Enumerable.Range(0, Options.Writers).Select(_ => Writer(source, place, delivery.Value.GroupCommit))];
            return new Opened(source, place, writers, Writer(source, place, 1), new PostgresLoader(source, Options, Name));
        }
        catch (Exception e)
        {
            await source.DisposeAsync();
            if (e.IsUnavailable() || e.IsRace())
                throw e.ToUnavailable(Name);
            throw;
        }
    }

    private PostgresWriter Writer(NpgsqlDataSource source, StorePlace place, int group) => new(source, Options, place, Name, group, time, alarm, Changes, logger);
}
