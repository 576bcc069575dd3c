using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace MeliBot.Crash.Tests.Judging;

/// <summary>What our database says about the accounts' tokens; the tokens themselves are encrypted there.</summary>
/// <param name="Alert">Why the owner has to connect again; null while all is well.</param>
internal sealed record TokenRow(long Account, long Generation, string? Alert)
{
    public static IReadOnlyList<TokenRow> Read(string database)
    {
        using var connection = Open(database);
        return
        [
            .. Rows(connection).Select(row => new TokenRow(
                long.Parse(row.Key, CultureInfo.InvariantCulture), (long)row.Value[nameof(Generation)]!, (string?)row.Value["ReconnectReason"])),
        ];
    }

    /// <summary>As if so much time had passed since the tokens came; only while nobody else has the file.</summary>
    public static void Age(string database, TimeSpan by)
    {
        using var connection = Open(database);
        foreach (var (key, value) in Rows(connection))
        {
            foreach (var name in (string[])["IssuedAt", "ExpiresAt"])
                value[name] = DateTimeOffset.Parse((string)value[name]!, CultureInfo.InvariantCulture) - by;
            using var update = connection.CreateCommand();
            update.CommandText = "UPDATE records SET value = $value WHERE kind = 'tokens' AND key = $key";
            update.Parameters.AddWithValue("$value", value.ToJsonString());
            update.Parameters.AddWithValue("$key", key);
            update.ExecuteNonQuery();
        }
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static List<(string Key, JsonObject Value)> Rows(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key, value FROM records WHERE kind = 'tokens' AND value IS NOT NULL";
        using var reader = command.ExecuteReader();
        var rows = new List<(string, JsonObject)>();
        while (reader.Read())
            rows.Add((reader.GetString(0), JsonNode.Parse(reader.GetString(1))!.AsObject()));
        return rows;
    }
}
