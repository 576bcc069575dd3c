using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres.Sql;

/// <summary>The row that the reader stands on, from the column <paramref name="first"/>.</summary>
internal readonly struct Row(NpgsqlDataReader reader, int first)
{
    public long Long(int column) => reader.GetInt64(first + column);

    public int Int(int column) => reader.GetInt32(first + column);

    public int Small(int column) => reader.GetInt16(first + column);

    public bool Bool(int column) => reader.GetBoolean(first + column);

    public string Text(int column) => StoredText.Decode(reader.GetString(first + column));

    public string? NullableText(int column) => IsNull(column) ? null : Text(column);

    public DateTimeOffset At(int column) => reader.GetFieldValue<DateTimeOffset>(first + column);

    public DateTimeOffset? NullableAt(int column) => IsNull(column) ? null : At(column);

    public bool IsNull(int column) => reader.IsDBNull(first + column);
}
