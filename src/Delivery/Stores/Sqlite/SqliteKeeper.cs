using System.Globalization;
using MeliBot.Delivery.Stores.Keeping;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.Delivery.Stores.Sqlite;

/// <summary>Looks after the file: with SQLite's own backup while a host writes it, and with the host's lock for whatever changes it.</summary>
internal sealed class SqliteKeeper(IOptions<SqliteDeliveryOptions> options, TimeProvider time, ILogger<SqliteKeeper> logger) : IStoreKeeper
{
    private static readonly TimeSpan OpeningTimeout = TimeSpan.FromSeconds(10);

    private string Store => Path.GetFullPath(options.Value.Path);

    public Task<StoreStanding> StatusAsync(bool check, CancellationToken cancellationToken)
    {
        var bytes = new[] { Store, Store + "-wal" }.Where(File.Exists).Sum(file => new FileInfo(file).Length);
        if (!File.Exists(Store)) return Task.FromResult(new StoreStanding("SQLite", Store, false, false, 0, Lacking(0), 0, new Dictionary<string, long>(), null));
        try
        {
            using var file = SqliteFile.Open(Store);
            var schema = file.Schema();
            return Task.FromResult(new StoreStanding("SQLite", Store, true, IsInUse(), schema, Lacking(schema), bytes, file.Rows(), check ? file.Damage() : null));
        }
        catch (SqliteException e)
        {
            throw new StoreKeepingException($"{Store} can't be read.", e.Message, "Check which file is meant and who may read it. If it is damaged, keep a copy of it and of its -wal, and restore the last backup that is whole.", e);
        }
    }

    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(Store) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        using var mine = HostLock.Take(Store);
        using var session = new SqliteSession(Store, OpeningTimeout, readOnly: false);
        session.Sql("CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL)").Execute();
        var before = (int)(session.Sql("SELECT max(version) FROM schema_versions").Scalar() ?? 0);
        new SqliteMigrator(SqliteMigrator.Embedded, logger).Migrate(session, Store, time.GetUtcNow());
        return Task.FromResult(Lacking(before));
    }

    public Task<StoreCopy> BackupAsync(string? file, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(file ?? $"{Store}.{Stamp()}.backup");
        if (!File.Exists(Store)) throw new StoreKeepingException("No backup was made.", $"There is no database {Store}.", "Run this where the host runs and with its settings (Delivery:Sqlite:Path names the file).");
        if (Path.Exists(target)) throw new StoreKeepingException("No backup was made.", $"{target} exists, and a backup never replaces anything.", "Name a file that isn't there.");
        if (Path.GetDirectoryName(target) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var copy = Copy(Store, target + ".part", cancellationToken);
        File.Move(copy.File, target, overwrite: false);
        return Task.FromResult(copy with { File = target });
    }

    public Task<StoreRestored> RestoreAsync(string file, bool replace, CancellationToken cancellationToken)
    {
        var backup = Path.GetFullPath(file);
        if (!File.Exists(backup)) throw new StoreKeepingException("Nothing was restored.", $"There is no file {backup}.", "Name a file that \"db backup\" made.");
        if (string.Equals(backup, Store, StringComparison.Ordinal)) throw new StoreKeepingException("Nothing was restored.", $"{backup} is the database itself.", "Name a file that \"db backup\" made.");
        if (Path.GetDirectoryName(Store) is { Length: > 0 } folder) Directory.CreateDirectory(folder);

        // Held until the end: no host may open either of the two meanwhile.
        using var mine = HostLock.Take(Store);
        if (File.Exists(Store) && !replace)
        {
            throw new StoreKeepingException("Nothing was restored.", $"There is a database at {Store}.", "Say --overwrite to put the backup in its place; what is there now is kept beside it. Or set Delivery:Sqlite:Path to a new file.");
        }

        var copy = Copy(backup, Store + ".restoring", cancellationToken);
        if (copy.Schema > SqliteMigrator.Embedded[^1].Version)
        {
            File.Delete(copy.File);
            throw new StoreKeepingException("Nothing was restored.", $"The backup has schema {copy.Schema}, but this MeliBot knows only up to {SqliteMigrator.Embedded[^1].Version}: a newer MeliBot made it.", "Restore it with that version.");
        }

        string? kept = null;
        if (File.Exists(Store))
        {
            kept = $"{Store}.before-restore-{Stamp()}";
            SetLogAside(kept);

            // In one step: at no moment is there no database, which a host that starts then would take for its first start.
            File.Replace(copy.File, Store, kept, ignoreMetadataErrors: true);
        }
        else
        {
            File.Move(copy.File, Store);
        }

        return Task.FromResult(new StoreRestored(Store, kept, copy with { File = Store }));
    }

    /// <summary>A copy that is whole, or none.</summary>
    private static StoreCopy Copy(string from, string to, CancellationToken cancellationToken)
    {
        File.Delete(to);
        try
        {
            using (var source = SqliteFile.Open(from))
            {
                if (source.Schema() == 0) throw new StoreKeepingException("Nothing was copied.", $"{from} is a database, but not one of MeliBot's.", "Check which file is meant.");
                source.CopyTo(to);
            }

            cancellationToken.ThrowIfCancellationRequested();
            using var copy = SqliteFile.Open(to);
            if (copy.Damage() is { } damage) throw new StoreKeepingException("Nothing was copied.", $"The copy of {from} isn't whole: {damage}", "Look at the disk. If \"db status --check\" says the same of the database, restore the last backup that is whole.");
            return new StoreCopy(to, new FileInfo(to).Length, copy.Schema(), copy.Rows());
        }
        catch (Exception e)
        {
            File.Delete(to);
            if (e is SqliteException storage) throw new StoreKeepingException("Nothing was copied.", $"{from} can't be read, or {to} can't be written: {storage.Message}", "Check that the first is a database of MeliBot's, and that there is space for the second.", storage);
            throw;
        }
    }

    /// <summary>The log belongs to the file that goes: with the one that comes it would be read as its own.</summary>
    private void SetLogAside(string kept)
    {
        try
        {
            using var session = new SqliteSession(Store, OpeningTimeout, readOnly: false);
            session.Script("PRAGMA wal_checkpoint(TRUNCATE);");
        }
        catch (SqliteException)
        {
            // It is damaged: its log is kept as it is, beside it.
        }

        if (File.Exists(Store + "-wal")) File.Move(Store + "-wal", kept + "-wal");
        File.Delete(Store + "-shm");
    }

    private bool IsInUse()
    {
        if (!File.Exists(Store + ".lock")) return false;
        try
        {
            HostLock.Take(Store).Dispose();
            return false;
        }
        catch (StoreInUseException)
        {
            return true;
        }
    }

    private static IReadOnlyList<string> Lacking(int schema) => [.. SqliteMigrator.Embedded.Where(migration => migration.Version > schema).Select(migration => migration.Name)];

    private string Stamp() => time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
}
