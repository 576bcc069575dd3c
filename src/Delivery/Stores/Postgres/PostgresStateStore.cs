using MeliBot.Delivery.State;
using MeliBot.Delivery.Stores.Postgres.Rows;

namespace MeliBot.Delivery.Stores.Postgres;

internal sealed class PostgresStateStore(PostgresDatabase database) : IStateStore
{
    public Task<IReadOnlyList<StateEntry>> ReadAsync(IReadOnlyList<(long Account, string Key)> keys, CancellationToken cancellationToken)
        => database.LoadAsync(pipeline => StateRows.ReadAsync(pipeline, keys), cancellationToken);

    public Task<string?> WriteAsync(IReadOnlyList<StateWrite> writes, CancellationToken cancellationToken) => database.WriteAsync(
        [.. StateRows.Locks([], writes)],
        async write =>
        {
            var state = await StateRows.LookAsync(write, [], writes);
            if (state.Conflict is null)
                StateRows.Put(write, writes, state.There);
            return state.Conflict;
        },
        cancellationToken);
}
