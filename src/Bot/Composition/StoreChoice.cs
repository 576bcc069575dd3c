using System.Globalization;
using MeliBot.Delivery.Stores.Postgres;
using MeliBot.Delivery.Stores.Sqlite;

namespace MeliBot.Bot.Composition;

/// <summary>Which store the settings choose: PostgreSQL where its connection string is set, which any number of hosts share; otherwise the SQLite file of one host.</summary>
internal static class StoreChoice
{
    public static bool IsShared(IConfiguration configuration) => configuration[$"{PostgresDeliveryOptions.Section}:{nameof(PostgresDeliveryOptions.ConnectionString)}"] is { Length: > 0 };

    /// <summary>Beside which this host keeps what is its own: the socket of the commands, the index of the pages. The SQLite file, or on PostgreSQL a name by the port, because several hosts may run on one machine.</summary>
    public static string PathOf(IConfiguration configuration)
    {
        var file = configuration[$"{SqliteDeliveryOptions.Section}:{nameof(SqliteDeliveryOptions.Path)}"] is { Length: > 0 } path ? path : new SqliteDeliveryOptions().Path;
        if (!IsShared(configuration)) return file;
        var port = BotOptions.TryReadUrl(configuration[$"{BotOptions.Section}:{nameof(BotOptions.Url)}"] ?? new BotOptions().Url, out _, out var named) ? named : 0;
        return Path.Combine(Path.GetDirectoryName(file) ?? "", string.Create(CultureInfo.InvariantCulture, $"host-{port}"));
    }
}
