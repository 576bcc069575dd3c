using MeliBot.Delivery.Stores.Keeping;
using Npgsql;

namespace MeliBot.Delivery.Stores.Moving;

/// <summary>Stands in a PostgreSQL database while a store is being moved there: no host opens it before all of it has come.</summary>
internal sealed class MoveMark(NpgsqlConnection target, string name)
{
    public async Task SetAsync(string file, CancellationToken cancellationToken)
    {
        if (await FileAsync(target, cancellationToken) is { } begun)
        {
            if (begun != file)
                throw new StoreKeepingException("Nothing was moved.", $"{name} holds an unfinished move of another file, {begun}.", "Finish that one, or empty the database.");
            return;
        }

        if (await TextAsync("SELECT string_agg(id, ', ') FROM hosts WHERE alive_until > clock_timestamp()", cancellationToken) is { } hosts)
            throw new StoreKeepingException("Nothing was moved.", $"Hosts use {name} now: {hosts}.", "Stop them; to move is to put a store where none is.");
        if (await TextAsync("SELECT CASE WHEN EXISTS (SELECT 1 FROM conversations) OR EXISTS (SELECT 1 FROM signals) OR EXISTS (SELECT 1 FROM records) OR EXISTS (SELECT 1 FROM state) THEN 'rows' END", cancellationToken) is not null)
            throw new StoreKeepingException("Nothing was moved.", $"{name} isn't empty.", "Name an empty database, or another schema by Search Path in its connection string.");
        await using var mark = new NpgsqlCommand("BEGIN; CREATE TABLE moving (file text NOT NULL); DELETE FROM leases; DELETE FROM changes; COMMIT", target);
        await mark.ExecuteNonQueryAsync(cancellationToken);
        await using var row = new NpgsqlCommand("INSERT INTO moving VALUES ($1)", target);
        row.Parameters.Add(new NpgsqlParameter<string> { TypedValue = file });
        await row.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task ClearAsync(NpgsqlConnection target, CancellationToken cancellationToken)
    {
        await using var drop = new NpgsqlCommand("DROP TABLE moving", target);
        await drop.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The file whose move isn't finished; null when none is being moved.</summary>
    public static async Task<string?> FileAsync(NpgsqlConnection target, CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand("SELECT to_regclass('moving') IS NOT NULL", target);
        if (await exists.ExecuteScalarAsync(cancellationToken) is not true)
            return null;
        await using var file = new NpgsqlCommand("SELECT file FROM moving", target);
        return await file.ExecuteScalarAsync(cancellationToken) as string ?? "";
    }

    private async Task<string?> TextAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, target);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }
}
