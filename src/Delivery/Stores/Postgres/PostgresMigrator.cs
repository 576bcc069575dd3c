using MeliBot.Delivery.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>Applies the numbered scripts that the database doesn't have yet, each with its version row in one transaction and under a lock, so that many hosts may start at once and a kill leaves it before or after, never between.</summary>
internal sealed class PostgresMigrator(IReadOnlyList<Migration> migrations, StorePlace place, ILogger logger)
{
    public static IReadOnlyList<Migration> Embedded { get; } = Migration.Of("Postgres");

    /// <summary>The schema of this version.</summary>
    public static int Newest => Embedded[^1].Version;

    // Whoever waits for a table keeps all who come later waiting too.
    private const string Patience = "SET LOCAL lock_timeout = '2s'";

    /// <summary>Gives the schema's version.</summary>
    public async Task<int> MigrateAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        var newest = migrations[^1].Version;
        while (true)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var version = await VersionAsync(connection, cancellationToken);
            if (version < newest)
            {
                // Within the lock, so that two openers can't both apply one; what has all of them needs none.
                await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({StorePlace.MigrationLock}, {place.Number})", cancellationToken);
                await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS schema_versions (version integer NOT NULL PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())", cancellationToken);
                version = await VersionAsync(connection, cancellationToken);
            }

            if (version > newest)
            {
                throw new SchemaTooNewException(
                    $"The store {name} has schema {version}, but this MeliBot knows only up to {newest}: a newer MeliBot wrote it. Run that version again, or restore a backup made before the upgrade.");
            }

            var next = migrations.FirstOrDefault(migration => migration.Version > version);
            if (next is not null)
            {
                using var span = DeliverySpans.Source.StartActivity(DeliverySpans.StoreMigrate)?.SetTag(DeliverySpans.KeyTag, next.Name);
                await ExecuteAsync(connection, next.Sql, cancellationToken);
                await using var row = new NpgsqlCommand("INSERT INTO schema_versions (version, name) VALUES ($1, $2)", connection);
                row.Parameters.Add(new NpgsqlParameter<int> { TypedValue = next.Version });
                row.Parameters.Add(new NpgsqlParameter<string> { TypedValue = next.Name });
                await row.ExecuteNonQueryAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            if (next is null)
                return version;
            Log.Migrated(logger, next.Name);
        }
    }

    /// <summary>Does what was left until no host of an earlier version lives any more. Gives what it did, and what is still left; both by the scripts' names.</summary>
    public async Task<(IReadOnlyList<string> Done, IReadOnlyList<string> Left)> TidyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var (done, left) = (new List<string>(), new List<string>());
        foreach (var migration in await UntidyAsync(connection, migrations, cancellationToken))
        {
            try
            {
                (await TidyAsync(connection, migration, cancellationToken) ? done : left).Add(migration.AfterName);
            }
            catch (PostgresException e) when (e.IsRace())
            {
                left.Add(migration.AfterName);
            }
        }

        return (done, left);
    }

    private async Task<bool> TidyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({StorePlace.MigrationLock}, {place.Number})", cancellationToken);
        if ((await UntidyAsync(connection, [migration], cancellationToken)).Count == 0)
            return true;
        if (await ExistsAsync(connection, $"SELECT EXISTS (SELECT 1 FROM hosts WHERE alive_until > clock_timestamp() AND schema < {migration.Version})", cancellationToken))
            return false;
        await ExecuteAsync(connection, Patience, cancellationToken);
        await ExecuteAsync(connection, migration.After!, cancellationToken);
        await ExecuteAsync(connection, $"INSERT INTO schema_tidied (version) VALUES ({migration.Version})", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Log.Migrated(logger, migration.AfterName);
        return true;
    }

    /// <summary>Those that were applied and have something left to do.</summary>
    public static async Task<IReadOnlyList<Migration>> UntidyAsync(NpgsqlConnection connection, IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        var untidy = new List<Migration>();
        foreach (var migration in migrations.Where(migration => migration.After is not null))
        {
            if (await ExistsAsync(connection, $"SELECT NOT EXISTS (SELECT 1 FROM schema_tidied WHERE version = {migration.Version})", cancellationToken))
                untidy.Add(migration);
        }

        return untidy;
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand("SELECT to_regclass('schema_versions') IS NOT NULL", connection);
        if (await exists.ExecuteScalarAsync(cancellationToken) is not true)
            return 0;
        await using var max = new NpgsqlCommand("SELECT max(version) FROM schema_versions", connection);
        return await max.ExecuteScalarAsync(cancellationToken) is int version ? version : 0;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // The limit for statements (Delivery:Postgres:CommandTimeout) isn't meant for one that makes an index over a large table, nor for a host that waits for the one that does.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
