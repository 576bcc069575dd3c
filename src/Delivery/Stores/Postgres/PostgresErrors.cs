using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres;

internal static class PostgresErrors
{
    /// <summary>Lost a race that the next try may win: a deadlock, a serialization failure, a lock that wasn't got.</summary>
    public static bool IsRace(this Exception e) => e is PostgresException
    {
        SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable
    };

    /// <summary>Too many locks at once for the server's settings; fewer may fit.</summary>
    public static bool IsTooManyLocks(this Exception e) => e is PostgresException { SqlState: PostgresErrorCodes.OutOfMemory } full && full.MessageText.Contains("shared memory", StringComparison.Ordinal);

    /// <summary>The statement itself is wrong (data, constraints, syntax), whenever it is repeated.</summary>
    public static bool IsTheStatements(this PostgresException e) => !e.IsUnavailable() && !e.IsRace();

    /// <summary>Says whether the failure is the server's or the network's, not the statement's: repeating later may succeed.</summary>
    public static bool IsUnavailable(this Exception e) => e switch
    {
        PostgresException
        {
            SqlState: PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege
            or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName
        } => true,
        PostgresException { SqlState: ['0', '8', ..] or ['2', '8', ..] or ['5', '3', ..] or ['5', '7', 'P', ..] or ['5', '8', ..] or ['X', 'X', ..] } => true,
        PostgresException => false,
        NpgsqlException or TimeoutException or IOException or System.Net.Sockets.SocketException => true,
        _ => false,
    };

    /// <summary>After these the connection isn't trusted any more.</summary>
    public static bool NeedsReopening(this Exception e) => e is not PostgresException || e is PostgresException { SqlState: ['5', '7', 'P', ..] or ['0', '8', ..] or PostgresErrorCodes.ReadOnlySqlTransaction };

    public static DeliveryUnavailableException ToUnavailable(this Exception e, string place, bool unknown = false)
    {
        var (what, todo) = (e as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.DiskFull => ("its disk is full", "Give the server more storage; nothing needs to be restarted here."),
            PostgresErrorCodes.TooManyConnections => ("it has no connection left", "Lower Delivery:Postgres:PoolSize, run fewer hosts, raise max_connections, or put a pooler between."),
            PostgresErrorCodes.OutOfMemory => ("it is out of memory or locks", "Lower Delivery:GroupCommit, or raise max_locks_per_transaction."),
            PostgresErrorCodes.ReadOnlySqlTransaction => ("it only takes reads", "Let Delivery:Postgres:ConnectionString name the primary (or add Target Session Attributes=primary)."),
            PostgresErrorCodes.QueryCanceled => ("a statement took too long and was cancelled", "Look at its load; Delivery:Postgres:CommandTimeout says how long we wait."),
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => ("it doesn't let this user in", "Check user and password in Delivery:Postgres:ConnectionString, and the server's pg_hba.conf or firewall."),
            PostgresErrorCodes.InsufficientPrivilege => ("this user lacks a right", "The user must own the schema's tables, or have all rights on them; the first start needs CREATE on the schema."),
            PostgresErrorCodes.InvalidCatalogName => ("the database doesn't exist", "Create it, or name another in Delivery:Postgres:ConnectionString."),
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName => ("its tables are gone", "Restore the last backup, or start once more to make an empty store."),
            ['5', '7', 'P', ..] => ("it is starting, stopping or failing over", "It comes back by itself; if not, look at the server."),
            PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable => ("others kept the same rows busy", "It passes; if not, look for a long transaction that somebody left open."),
            { } state => ($"it failed (SQLSTATE {state})", "Look at the server's log."),
            null => ("it can't be reached, or the connection was lost", "Look at the server and the network between."),
        };
        var stored = unknown ? "Whether it was stored isn't known; to repeat it is safe." : "Nothing was stored; repeat later.";
        return new DeliveryUnavailableException($"The store {place} can't be used now: {what}. {stored} {todo}", e);
    }
}
