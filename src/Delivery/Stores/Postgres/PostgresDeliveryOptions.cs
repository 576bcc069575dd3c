using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres;

public sealed class PostgresDeliveryOptions : IValidatableObject
{
    public const string Section = "Delivery:Postgres";

    private int? _writers;

    /// <value>Npgsql's connection string of the database that every host shares, for example <c>Host=db;Database=melibot;Username=melibot;Password=...</c>; may lead through a pooler. Default none: another store is used.</value>
    public string ConnectionString { get; set; } = "";

    /// <value>One that leads to the database itself, for LISTEN, which no pooler that shares connections by transaction can carry. Default <see cref="ConnectionString"/>.</value>
    public string? DirectConnectionString { get; set; }

    /// <value>Connections that one host opens at most, beside the direct one. Default 20.</value>
    [Range(4, 1_000)]
    public int PoolSize { get; set; } = 20;

    /// <value>Groups of writes that one host commits at the same time, each on a connection of its own out of the pool. Default 4, in a pool of less than 6 two less than <see cref="PoolSize"/>.</value>
    [Range(1, 16)]
    public int Writers
    {
        get => _writers ?? Math.Clamp(PoolSize - 2, 1, 4);
        set => _writers = value;
    }

    /// <value>How long a statement may take before its callers are told to repeat. Default 15 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <value>Writes that may wait for their transaction; beyond, callers are told to repeat. Default 20,000.</value>
    [Range(1, 10_000_000)]
    public int MaxWaitingWrites { get; set; } = 20_000;

    /// <value>How long after its last sign of life a host's work is given to others. Default 6 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HostLife { get; set; } = TimeSpan.FromSeconds(6);

    /// <value>How often work and changes of other hosts are looked for while the connection that would tell of them is cut. Default 1 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);

    public bool IsSet => ConnectionString.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsSet)
            yield return new ValidationResult("is empty; give Npgsql's connection string of the shared database, for example Host=db;Database=melibot;Username=melibot;Password=....", [nameof(ConnectionString)]);
        else if (Wrong(ConnectionString) is { } wrong)
            yield return new ValidationResult(wrong, [nameof(ConnectionString)]);
        if (Writers > PoolSize - 2)
            yield return new ValidationResult($"must be at least 2 less than PoolSize ({PoolSize}): effects are claimed, and everything is read, on the others.", [nameof(Writers)]);
        if (DirectConnectionString is { Length: > 0 } direct && Wrong(direct) is { } alsoWrong)
            yield return new ValidationResult(alsoWrong, [nameof(DirectConnectionString)]);
    }

    // The text itself may hold a password, so that it isn't repeated.
    private static string? Wrong(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString) switch
            {
                { Host: null or "" } => "names no Host; a connection string looks like Host=db;Database=melibot;Username=melibot;Password=....",
                { Multiplexing: true } => "asks for Multiplexing, which transactions can't use; take it out.",
                _ => null,
            };
        }
        catch (ArgumentException)
        {
            return "isn't a connection string that Npgsql can read; it looks like Host=db;Database=melibot;Username=melibot;Password=..., and a value with ; or = in it stands in quotes.";
        }
    }
}
