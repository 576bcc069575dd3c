using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>Where in the database server the store is, and who we are there.</summary>
/// <param name="Host">This process, among those that share the work.</param>
/// <param name="Schema">The schema that holds the tables.</param>
/// <param name="Number">Of the schema, for locks that each store of one database has its own of.</param>
internal sealed record StorePlace(string Host, string Schema, int Number)
{
    // "MELI" and what follows it, as the first half of an advisory lock's number.
    public const int FeedLock = 0x4D454C49;
    public const int MigrationLock = FeedLock + 1;

    /// <summary>The number of a lock (<see cref="Sql.LockKey"/>) in this schema: advisory locks belong to the whole database, and another store in it may have things of the same names.</summary>
    public long Own(long key) => key ^ (((long)Number << 32) | (uint)Number);

    /// <summary>On which hosts tell each other what they committed.</summary>
    public string Channel => "melibot_" + Schema;

    /// <summary>As a connection finds it.</summary>
    public static async Task<StorePlace> OfAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT current_schema(), hashtext(current_schema())", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (await reader.IsDBNullAsync(0, cancellationToken))
            throw new InvalidOperationException("The schema that Delivery:Postgres:ConnectionString names by Search Path (default public) doesn't exist in the database. Create it, or name another.");
        return new StorePlace(PostgresSource.NewHost(), reader.GetString(0), reader.GetInt32(1));
    }
}
