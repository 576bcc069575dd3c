using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>Our database as each version of the program made it, and whether a file is whole.</summary>
internal static class Schemas
{
    private const string Canary = "written before the upgrade";
    private static readonly IReadOnlyList<(int Version, string Name, string Sql)> Scripts = [.. Load().OrderBy(script => script.Version)];

    public static int Newest => Scripts[^1].Version;

    /// <summary>A file of that version, with something in it; none at all for 0.</summary>
    public static void Create(string path, int version)
    {
        if (version == 0)
            return;
        using var connection = Open(path);
        Run(connection, "PRAGMA journal_mode = WAL");
        Apply(connection, version);
        Run(connection, $"INSERT INTO records (kind, key, version, value) VALUES ('canary', 'canary', 1, '{Canary}')");
    }

    public static int Version(string path)
    {
        if (!File.Exists(path))
            return 0;
        using var connection = Open(path);
        return List(connection, "SELECT name FROM sqlite_master WHERE name = 'schema_versions'").Count == 0
            ? 0
            : int.Parse(List(connection, "SELECT CAST(coalesce(max(version), 0) AS TEXT) FROM schema_versions")[0], CultureInfo.InvariantCulture);
    }

    /// <summary>Null when it is whole: one of the versions from <paramref name="least"/> on, exactly, with what was in it.</summary>
    public static string? Judge(string path, int from, int least)
    {
        var version = Version(path);
        if (version < least)
            return $"the file has schema {version}, not {least}";
        if (version == 0)
            return null;
        using var connection = Open(path);
        if (List(connection, "PRAGMA integrity_check") is not ["ok"])
            return "the file is damaged";
        if (!Tables(connection).SequenceEqual(TablesOf(version)))
            return $"the file says schema {version}, but has other tables or indexes";
        if (from > 0 && List(connection, "SELECT value FROM records WHERE kind = 'canary'") is not [Canary])
            return "what was in it is gone";
        return null;
    }

    private static List<string> TablesOf(int version)
    {
        using var connection = Open(":memory:");
        Apply(connection, version);
        return Tables(connection);
    }

    private static void Apply(SqliteConnection connection, int version)
    {
        Run(connection, "CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL)");
        foreach (var script in Scripts.Where(script => script.Version <= version))
        {
            Run(connection, script.Sql);
            Run(connection, $"INSERT INTO schema_versions VALUES ({script.Version}, '{script.Name}', 0)");
        }
    }

    // SQLite's own bookkeeping tables come and go with what is stored.
    private static List<string> Tables(SqliteConnection connection) => List(connection, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1");

    private static IEnumerable<(int Version, string Name, string Sql)> Load()
    {
        const string Folder = ".Stores.Sqlite.Migrations.";
        var assembly = typeof(Delivery.DeliveryOptions).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.Contains(Folder, StringComparison.Ordinal)))
        {
            var name = resource[(resource.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..^".sql".Length];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            yield return (int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> List(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
