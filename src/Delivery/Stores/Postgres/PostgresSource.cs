using System.Data.Common;
using System.Security.Cryptography;
using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>How this process connects.</summary>
internal static class PostgresSource
{
    private const int PreparedStatements = 200;

    /// <summary>The pool, for all but LISTEN.</summary>
    public static NpgsqlDataSource Pool(PostgresDeliveryOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        settings.MaxPoolSize = options.PoolSize;
        settings.MinPoolSize = Math.Min(settings.MinPoolSize, options.PoolSize);
        settings.CommandTimeout = Seconds(options);
        settings.ApplicationName ??= "MeliBot";

        // Nothing is left behind in a connection but its prepared statements; whoever was cut off in a transaction is rolled back all the same.
        settings.NoResetOnClose = true;

        // How a write that fails is told from its neighbours. Only the statement is named in the exception, never its values.
        settings.IncludeFailedBatchedCommand = true;

        // The few statements that there are come again and again. Whoever has a pooler that can't keep them says Max Auto Prepare=0.
        if (!Says(options.ConnectionString, "Max Auto Prepare"))
            (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (PreparedStatements, 2);
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>The one connection that listens.</summary>
    public static NpgsqlConnection Direct(PostgresDeliveryOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.DirectConnectionString is { Length: > 0 } direct ? direct : options.ConnectionString)
        {
            Pooling = false,
            KeepAlive = 15,
            CommandTimeout = Seconds(options),
        };
        settings.ApplicationName ??= "MeliBot listens";
        return new NpgsqlConnection(settings.ToString());
    }

    /// <summary>For messages and logs: never user or password.</summary>
    public static string NameOf(PostgresDeliveryOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        return $"{settings.Database ?? settings.Username} at {settings.Host}";
    }

    public static string NewHost() => $"{Environment.MachineName}-{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

    // Npgsql's own builder holds every keyword there is, said or not.
    private static bool Says(string connectionString, string keyword)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return said.ContainsKey(keyword) || said.ContainsKey(keyword.Replace(" ", "", StringComparison.Ordinal));
    }

    private static int Seconds(PostgresDeliveryOptions options) => (int)Math.Ceiling(options.CommandTimeout.TotalSeconds);
}
