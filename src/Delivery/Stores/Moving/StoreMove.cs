using MeliBot.Delivery.Stores.Keeping;
using MeliBot.Delivery.Stores.Postgres;
using MeliBot.Delivery.Stores.Postgres.Rows;
using MeliBot.Delivery.Stores.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MeliBot.Delivery.Stores.Moving;

/// <summary>
/// Moves a store from its SQLite file to PostgreSQL: copies every table in batches, counts and sums both sides, and only then lets hosts open the new one. Broken off, it goes on where it was when it is
/// called again. Meanwhile no host may run: on the file its lock keeps them away, on PostgreSQL the mark of an unfinished move does.
/// </summary>
/// <param name="file">The SQLite file.</param>
/// <param name="options">Where to; an empty database, or one with an unfinished move of this file.</param>
/// <param name="time">For what the file's own migrations note.</param>
/// <param name="logger">Told of migrations.</param>
public sealed class StoreMove(string file, PostgresDeliveryOptions options, TimeProvider time, ILogger logger)
{
    private const int Batch = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="progress">Told of each batch: the table, and how many of its rows are there.</param>
    /// <param name="cancellationToken">Breaks it off; nothing that was copied is lost.</param>
    /// <returns>What is now in both, and what the file is called from now on, so that no host opens it again.</returns>
    /// <exception cref="StoreKeepingException">It can't be done now.</exception>
    public async Task<(IReadOnlyList<MovedTable> Tables, string Kept)> RunAsync(Action<string, long>? progress, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
            throw new StoreKeepingException("Nothing was moved.", $"There is no database {file}.", "Name the SQLite file that is to be moved.");
        IReadOnlyList<MovedTable> moved;
        using (var mine = HostLock.Take(file))
        {
            using var session = new SqliteSession(file, Patience, readOnly: false);
            new SqliteMigrator(SqliteMigrator.Embedded, logger).Migrate(session, file, time.GetUtcNow());
            await using var source = PostgresSource.Pool(options);
            moved = await MoveAsync(session, source, progress, cancellationToken);
        }

        // Its log went into the file when the last connection closed.
        var kept = file + ".moved";
        File.Move(file, kept, overwrite: false);
        return (moved, kept);
    }

    private async Task<IReadOnlyList<MovedTable>> MoveAsync(SqliteSession session, NpgsqlDataSource source, Action<string, long>? progress, CancellationToken cancellationToken)
    {
        try
        {
            await using var target = await source.OpenConnectionAsync(cancellationToken);
            var place = await StorePlace.OfAsync(target, cancellationToken);
            await new PostgresMigrator(PostgresMigrator.Embedded, place, logger).MigrateAsync(target, PostgresSource.NameOf(options), cancellationToken);
            await new MoveMark(target, PostgresSource.NameOf(options)).SetAsync(Path.GetFullPath(file), cancellationToken);
            var tables = await MovingTable.ReadAsync(session, target, cancellationToken);
            foreach (var table in tables)
                await CopyAsync(session, target, table, progress, cancellationToken);
            var moved = new List<MovedTable>();
            foreach (var table in tables)
                moved.Add(await CompareAsync(session, target, table, cancellationToken));
            await FinishAsync(target, cancellationToken);
            return moved;
        }
        catch (Exception e) when (e.IsUnavailable())
        {
            throw e.ToUnavailable(PostgresSource.NameOf(options));
        }
    }

    private static async Task CopyAsync(SqliteSession session, NpgsqlConnection target, MovingTable table, Action<string, long>? progress, CancellationToken cancellationToken)
    {
        // The file doesn't change meanwhile, and every batch is there or isn't: so many are copied.
        var there = await ScalarAsync(target, $"SELECT count(*) FROM {table.Name}", cancellationToken);
        var rows = session.Sql($"SELECT {table.ColumnList} FROM {table.Name} ORDER BY {table.Order} LIMIT -1 OFFSET {there}");
        var more = rows.Step();
        while (more)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using (var copy = await target.BeginBinaryImportAsync($"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancellationToken))
            {
                for (var row = 0; more && row < Batch; row++)
                {
                    await copy.StartRowAsync(cancellationToken);
                    for (var column = 0; column < table.Columns.Count; column++)
                        await table.Columns[column].WriteAsync(copy, table.Columns[column].Read(rows, column), cancellationToken);
                    there++;
                    more = rows.Step();
                }

                await copy.CompleteAsync(cancellationToken);
            }

            progress?.Invoke(table.Name, there);
        }

        rows.End();
    }

    private static async Task<MovedTable> CompareAsync(SqliteSession session, NpgsqlConnection target, MovingTable table, CancellationToken cancellationToken)
    {
        var (here, there, values) = (new RowSum(), new RowSum(), new object?[table.Columns.Count]);
        var rows = session.Sql($"SELECT {table.ColumnList} FROM {table.Name}");
        while (rows.Step())
        {
            for (var column = 0; column < values.Length; column++)
                values[column] = table.Columns[column].Read(rows, column);
            here.Add(values);
        }

        await using var command = new NpgsqlCommand($"SELECT {table.ColumnList} FROM {table.Name}", target) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var column = 0; column < values.Length; column++)
                values[column] = table.Columns[column].Read(reader, column);
            there.Add(values);
        }

        if (here.Rows != there.Rows || here.Checksum != there.Checksum)
        {
            throw new StoreKeepingException(
                "The move isn't finished, and hosts go on with the file.",
                $"The table {table.Name} isn't the same on both sides: {here.Rows} rows (sum {here.Checksum}) in the file, {there.Rows} ({there.Checksum}) in PostgreSQL.",
                "Somebody wrote to it meanwhile, or it came there otherwise. Empty the PostgreSQL database and move once more.");
        }

        return new MovedTable(table.Name, here.Rows, here.Checksum);
    }

    private static async Task FinishAsync(NpgsqlConnection target, CancellationToken cancellationToken)
    {
        foreach (var (table, column) in ((string, string)[])[("activities", "number"), ("effects", "number"), ("drafts", "number"), ("turns", "number"), ("parked", "id"), ("changes", "sequence")])
            await ScalarAsync(target, $"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), (SELECT coalesce(max({column}), 0) + 1 FROM {table}), false)", cancellationToken);

        await ScalarAsync(target, TurnsDue.SetAll, cancellationToken);

        // So that the first queries find the right index.
        await ScalarAsync(target, "ANALYZE", cancellationToken);
        await MoveMark.ClearAsync(target, cancellationToken);
    }

    private static async Task<long> ScalarAsync(NpgsqlConnection target, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, target) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync(cancellationToken) is long value ? value : 0;
    }
}
