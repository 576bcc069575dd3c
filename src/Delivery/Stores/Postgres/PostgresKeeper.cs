using MeliBot.Delivery.Stores.Keeping;
using MeliBot.Delivery.Stores.Moving;
using MeliBot.Delivery.Stores.Postgres.Rows;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>What an operator does with the shared database as a whole. Hosts may run meanwhile; backups are the server's own.</summary>
internal sealed class PostgresKeeper(IOptions<PostgresDeliveryOptions> options, ILogger<PostgresKeeper> logger) : IStoreKeeper
{
    private string Name => PostgresSource.NameOf(options.Value);

    // No foreign key holds them (0002_without_foreign_keys): whoever writes one has its conversation locked.
    private static readonly string[] OfConversations = ["activities", "effects", "drafts", "turns"];

    /// <summary>A check counts on the server's own checksums: it finds out whether every row can be read, and whether every one's conversation is there.</summary>
    public Task<StoreStanding> StatusAsync(bool check, CancellationToken cancellationToken) => WithAsync(
        async connection =>
        {
            var schema = await NumberAsync(connection, "SELECT (to_regclass('schema_versions') IS NOT NULL)::int::bigint", cancellationToken) == 0 ? 0
                : (int)await NumberAsync(connection, "SELECT max(version)::bigint FROM schema_versions", cancellationToken);
            var pending = PostgresMigrator.Embedded.Where(migration => migration.Version > schema).Select(migration => migration.Name).ToList();
            var isNewest = pending.Count == 0;
            if (isNewest)
                pending.AddRange((await PostgresMigrator.UntidyAsync(connection, PostgresMigrator.Embedded, cancellationToken)).Select(migration => migration.AfterName));
            if (schema == 0)
                return new StoreStanding("PostgreSQL", Name, false, false, 0, pending, 0, new Dictionary<string, long>(StringComparer.Ordinal), null);
            var rows = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var table in MovingTable.Names)
                rows[table] = await NumberAsync(connection, $"SELECT count({(check ? "t.*::text" : "*")}) FROM {table} t", cancellationToken);
            var bytes = await NumberAsync(connection, "SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'", cancellationToken);
            var hosts = await NumberAsync(connection, "SELECT count(*) FROM hosts WHERE alive_until > clock_timestamp()", cancellationToken);
            var unfinished = await MoveMark.FileAsync(connection, cancellationToken) is { } file ? $"{file} is being moved there, and isn't there to its end" : null;
            return new StoreStanding("PostgreSQL", Name, true, hosts > 0, schema, pending, bytes, rows, unfinished ?? (check ? await DamageAsync(connection, isNewest, cancellationToken) : null));
        },
        cancellationToken);

    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) => WithAsync<IReadOnlyList<string>>(
        async connection =>
        {
            var before = await NumberAsync(connection, "SELECT (to_regclass('schema_versions') IS NOT NULL)::int::bigint", cancellationToken) == 0 ? 0
                : await NumberAsync(connection, "SELECT max(version)::bigint FROM schema_versions", cancellationToken);
            var place = await StorePlace.OfAsync(connection, cancellationToken);
            var migrator = new PostgresMigrator(PostgresMigrator.Embedded, place, logger);
            await migrator.MigrateAsync(connection, Name, cancellationToken);
            var (tidied, _) = await migrator.TidyAsync(connection, cancellationToken);
            return [.. PostgresMigrator.Embedded.Where(migration => migration.Version > before).Select(migration => migration.Name), .. tidied];
        },
        cancellationToken);

    public Task<StoreCopy> BackupAsync(string? file, CancellationToken cancellationToken) => throw new StoreKeepingException(
        "Nothing was backed up.", "A PostgreSQL server has backups of its own, which hosts don't notice.", $"Use the backups of the service that runs it, or pg_dump --format=custom --schema={SchemaName} on {Name}.");

    public Task<StoreRestored> RestoreAsync(string file, bool replace, CancellationToken cancellationToken) => throw new StoreKeepingException(
        "Nothing was restored.", "A PostgreSQL server's backups are restored by its own tools.", "Stop every host, restore to a point in time or with pg_restore, delete the pages' index of each host (docs/stores.md), and start them.");

    private string SchemaName => new NpgsqlConnectionStringBuilder(options.Value.ConnectionString).SearchPath is { Length: > 0 } path ? path : "public";

    private async Task<T> WithAsync<T>(Func<NpgsqlConnection, Task<T>> body, CancellationToken cancellationToken)
    {
        try
        {
            await using var source = PostgresSource.Pool(options.Value);
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await body(connection);
        }
        catch (Exception e) when (e.IsUnavailable())
        {
            throw e.ToUnavailable(Name);
        }
    }

    private static async Task<string?> AloneAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var alone = 0L;
        foreach (var table in OfConversations)
            alone += await NumberAsync(connection, $"SELECT count(*) FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM conversations c WHERE c.account = t.account AND c.id = t.conversation)", cancellationToken);
        return StoreStanding.AloneText(alone);
    }

    // A schema that lacks migrations doesn't say yet when turns are due.
    private static async Task<string?> DamageAsync(NpgsqlConnection connection, bool isNewest, CancellationToken cancellationToken) =>
        await AloneAsync(connection, cancellationToken) ?? (isNewest ? await UndueAsync(connection, cancellationToken) : null);

    private static async Task<string?> UndueAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var undue = await NumberAsync(connection, TurnsDue.CountWrong, cancellationToken);
        return undue > 0 ? $"{undue} conversations don't say rightly when their next turn is due." : null;
    }

    private static async Task<long> NumberAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync(cancellationToken) is long value ? value : 0;
    }
}
