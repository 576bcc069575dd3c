using MeliBot.Delivery.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>Applies the numbered scripts that the database doesn't have yet, each with its version row in one transaction and under a lock, so that many hosts may start at once and a kill leaves it before or after, never between.</summary>
internal sealed class PostgresMigrator(IReadOnlyList<Migration> migrations, StorePlace place, ILogger logger)
{
    public static IReadOnlyList<Migration> Embedded { get; } = Migration.Of("Postgres");

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
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
