using Npgsql;
using NpgsqlTypes;

namespace MeliBot.Delivery.Stores.Postgres.Sql;

/// <summary>What one parameter is bound to; alone, or as a place of the array that it shares with the same parameter of other statements.</summary>
internal readonly record struct Value(NpgsqlDbType Type, object? Content)
{
    public NpgsqlParameter Alone() => new() { Value = Content ?? DBNull.Value, NpgsqlDbType = Type };

    /// <summary>The values that these statements give to the parameter at <paramref name="place"/>, as an array.</summary>
    public static NpgsqlParameter Together(IReadOnlyList<Statement> statements, int place)
    {
        var type = statements[0].Values[place].Type;
        Array values = type switch
        {
            NpgsqlDbType.Bigint => Column<long?>(statements, place),
            NpgsqlDbType.Integer => Column<int?>(statements, place),
            NpgsqlDbType.Smallint => Column<short?>(statements, place),
            NpgsqlDbType.Boolean => Column<bool?>(statements, place),
            NpgsqlDbType.TimestampTz => Column<DateTimeOffset?>(statements, place),
            NpgsqlDbType.Text => Column<string?>(statements, place),
            _ => throw new ArgumentOutOfRangeException(nameof(place), type, "A list can't be one of many."),
        };
        return new NpgsqlParameter { Value = values, NpgsqlDbType = type | NpgsqlDbType.Array };
    }

    private static T[] Column<T>(IReadOnlyList<Statement> statements, int place)
    {
        var column = new T[statements.Count];
        for (var i = 0; i < column.Length; i++)
            column[i] = (T)statements[i].Values[place].Content!;
        return column;
    }
}
