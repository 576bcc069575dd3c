using MeliBot.Delivery.State;

namespace MeliBot.Adapter.Turns;

/// <summary>State that ends with the rehearsal.</summary>
internal sealed class RehearsalState : IStateStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(long Account, string Key), StateEntry> _entries = [];

    public Task<IReadOnlyList<StateEntry>> ReadAsync(IReadOnlyList<(long Account, string Key)> keys, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<StateEntry>>([.. keys.Select(key => _entries.GetValueOrDefault(key) ?? new StateEntry(key.Account, key.Key, 0, null))]);
    }

    public Task<string?> WriteAsync(IReadOnlyList<StateWrite> writes, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var conflict = writes.FirstOrDefault(write => write.ExpectedVersion is { } expected && expected != (_entries.GetValueOrDefault((write.Account, write.Key))?.Version ?? 0));
            if (conflict is null) Apply(writes);
            return Task.FromResult(conflict?.Key);
        }
    }

    public void Apply(IReadOnlyList<StateWrite> writes)
    {
        lock (_gate)
        {
            foreach (var write in writes)
            {
                var key = (write.Account, write.Key);
                _entries[key] = new StateEntry(write.Account, write.Key, (_entries.GetValueOrDefault(key)?.Version ?? 0) + 1, write.Value);
            }
        }
    }
}
