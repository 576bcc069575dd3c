using MeliBot.Delivery.State;
using MeliBot.Delivery.Stores.Sqlite.Rows;

namespace MeliBot.Delivery.Stores.Sqlite;

internal sealed class SqliteStateStore(SqliteDatabase database) : IStateStore
{
    public Task<IReadOnlyList<StateEntry>> ReadAsync(IReadOnlyList<(long Account, string Key)> keys, CancellationToken cancellationToken)
        => database.ReadSnapshotAsync<IReadOnlyList<StateEntry>>(
            session => [.. keys.Select(key => StateRows.Read(session.Sql(StateRows.Find), key.Account, key.Key))], cancellationToken);

    public Task<string?> WriteAsync(IReadOnlyList<StateWrite> writes, CancellationToken cancellationToken) => database.WriteAsync(
        write =>
        {
            var conflict = StateRows.Conflict(write, [], writes);
            if (conflict is null)
                StateRows.Put(write, writes);
            return conflict;
        },
        cancellationToken);
}
