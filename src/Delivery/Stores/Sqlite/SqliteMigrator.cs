using MeliBot.Delivery.Diagnostics;
using Microsoft.Extensions.Logging;

namespace MeliBot.Delivery.Stores.Sqlite;

/// <summary>Applies the numbered scripts that the file doesn't have yet, each with its version row in one transaction, so that a kill leaves it before or after, never between.</summary>
internal sealed class SqliteMigrator(IReadOnlyList<Migration> migrations, ILogger logger)
{
    public static IReadOnlyList<Migration> Embedded { get; } = Migration.Of("Sqlite");

    /// <summary>Gives the schema's version.</summary>
    public int Migrate(SqliteSession session, string path, DateTimeOffset now)
    {
        var newest = migrations[^1].Version;
        while (true)
        {
            // Within the lock, so that two openers can't both apply one.
            session.Sql("BEGIN IMMEDIATE").Execute();
            try
            {
                session.Sql("CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL)").Execute();
                var version = (int)(session.Sql("SELECT max(version) FROM schema_versions").Scalar() ?? 0);
                if (version > newest)
                {
                    throw new SchemaTooNewException(
                        $"The store {path} has schema {version}, but this MeliBot knows only up to {newest}: a newer MeliBot wrote it. Run that version again, or restore a backup made before the upgrade.");
                }

                var next = migrations.FirstOrDefault(migration => migration.Version > version);
                if (next is not null)
                {
                    using var span = DeliverySpans.Source.StartActivity(DeliverySpans.StoreMigrate)?.SetTag(DeliverySpans.KeyTag, next.Name);
                    session.Script(next.Sql);
                    session.Sql("INSERT INTO schema_versions (version, name, applied_at) VALUES (?1, ?2, ?3)").Add(next.Version).Add(next.Name).Add(now).Execute();
                }

                using (DeliverySpans.Source.StartActivity(DeliverySpans.StoreCommit))
                    session.Sql("COMMIT").Execute();
                if (next is null)
                    return version;
                Log.Migrated(logger, next.Name);
            }
            finally
            {
                session.Rollback();
            }
        }
    }
}
