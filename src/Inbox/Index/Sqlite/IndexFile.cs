using Microsoft.Data.Sqlite;

namespace MeliBot.Inbox.Index.Sqlite;

internal static class IndexFile
{
    /// <summary>The connection string of an index of this version; whatever else stands there is made anew.</summary>
    public static string Prepare(string path)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();
        if (Directory.GetParent(Path.GetFullPath(path)) is { } folder) folder.Create();
        if (File.Exists(path) && !IsCurrent(text))
        {
            SqliteConnection.ClearAllPools();
            foreach (var file in (string[])[path, path + "-wal", path + "-shm"]) File.Delete(file);
        }

        using var connection = new SqliteConnection(text);
        connection.Open();
        using var command = connection.CreateCommand();
        // It can be made again: a lost write costs a look at some conversations, not an answer.
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";
        command.ExecuteNonQuery();
        if (IsCurrent(text)) return text;
        command.CommandText = $"BEGIN; {IndexSchema.Tables} PRAGMA user_version = {IndexSchema.Version}; COMMIT;";
        command.ExecuteNonQuery();
        return text;
    }

    private static bool IsCurrent(string text)
    {
        try
        {
            using var connection = new SqliteConnection(text);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version";
            return command.ExecuteScalar() is long version && version == IndexSchema.Version;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
