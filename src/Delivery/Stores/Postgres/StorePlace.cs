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

    /// <summary>On which hosts tell each other what they committed.</summary>
    public string Channel => "melibot_" + Schema;
}
