using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres.Sql;

/// <summary>The row that the reader stands on.</summary>
internal readonly struct Row(NpgsqlDataReader reader)
{
    public long Long(int column) => reader.GetInt64(column);

    public int Int(int column) => reader.GetInt32(column);

    public int Small(int column) => reader.GetInt16(column);

    public bool Bool(int column) => reader.GetBoolean(column);

    public string Text(int column) => StoredText.Decode(reader.GetString(column));

    public string? NullableText(int column) => reader.IsDBNull(column) ? null : Text(column);

    public DateTimeOffset At(int column) => reader.GetFieldValue<DateTimeOffset>(column);

    public DateTimeOffset? NullableAt(int column) => reader.IsDBNull(column) ? null : At(column);

    public bool IsNull(int column) => reader.IsDBNull(column);
}
