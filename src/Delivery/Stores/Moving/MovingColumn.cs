using MeliBot.Delivery.Stores.Postgres.Sql;
using MeliBot.Delivery.Stores.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Statement = MeliBot.Delivery.Stores.Sqlite.Statement;

namespace MeliBot.Delivery.Stores.Moving;

/// <summary>How one column's values are read on both sides, to the same .NET value.</summary>
internal sealed record MovingColumn(string Name, string Type)
{
    private NpgsqlDbType Db => Type switch
    {
        "bigint" => NpgsqlDbType.Bigint,
        "integer" => NpgsqlDbType.Integer,
        "smallint" => NpgsqlDbType.Smallint,
        "boolean" => NpgsqlDbType.Boolean,
        "timestamp with time zone" => NpgsqlDbType.TimestampTz,
        "text" => NpgsqlDbType.Text,
        _ => throw new InvalidOperationException($"Nothing here moves a column of the type {Type} ({Name})."),
    };

    /// <summary>Null, or a text as the bot knows it, or a number: moments are microseconds, truths 1 and 0.</summary>
    public object? Read(Statement row, int column) => Type == "text" ? row.NullableText(column) : row.Nullable(column);

    public object? Read(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : Type switch
    {
        "text" => StoredText.Decode(row.GetString(column)),
        "bigint" => row.GetInt64(column),
        "integer" => (long)row.GetInt32(column),
        "smallint" => (long)row.GetInt16(column),
        "boolean" => row.GetBoolean(column) ? 1L : 0L,
        _ => row.GetFieldValue<DateTimeOffset>(column).ToMicros(),
    };

    public Task WriteAsync(NpgsqlBinaryImporter to, object? value, CancellationToken cancellationToken) => (value, Type) switch
    {
        (null, _) => to.WriteNullAsync(cancellationToken),
        (string text, _) => to.WriteAsync(StoredText.Encode(text), Db, cancellationToken),
        (long number, "integer") => to.WriteAsync((int)number, Db, cancellationToken),
        (long number, "smallint") => to.WriteAsync((short)number, Db, cancellationToken),
        (long number, "boolean") => to.WriteAsync(number != 0, Db, cancellationToken),
        (long number, "timestamp with time zone") => to.WriteAsync(Instant.FromMicros(number), Db, cancellationToken),
        (long number, _) => to.WriteAsync(number, Db, cancellationToken),
        _ => throw new InvalidOperationException($"Nothing here writes a {value.GetType().Name} ({Name})."),
    };
}
