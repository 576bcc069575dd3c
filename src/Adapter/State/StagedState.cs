using System.Globalization;
using MeliBot.Delivery.State;

namespace MeliBot.Adapter.State;

/// <summary>
/// The state that one turn read and wrote. Nothing leaves it until the turn commits; then every key must still have the version
/// that was read here, whether it was written or not.
/// </summary>
internal sealed class StagedState(IStateStore store)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(long Account, string Key), Entry> _entries = [];
    private bool _sealed;

    public async Task<IReadOnlyList<StagedValue>> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await LoadAsync(keys, cancellationToken).ConfigureAwait(false);
        lock (_gate)
            return [.. keys.Select(key => _entries[Name(key)].See(key))];
    }

    /// <param name="changes">A null value deletes. The check may refuse a change by throwing, before any of them is staged.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WriteAsync(IReadOnlyList<(string Key, string? Value, Action<StagedValue>? Check)> changes, CancellationToken cancellationToken)
    {
        await LoadAsync([.. changes.Select(change => change.Key)], cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            ThrowIfSealed();
            foreach (var (key, _, check) in changes)
                check?.Invoke(_entries[Name(key)].See(key));
            foreach (var (key, value, _) in changes)
                _entries[Name(key)].Write(value);
        }
    }

    /// <summary>Ends the staging: code that outlives its turn can't change what was decided.</summary>
    public (IReadOnlyList<StateRead> Reads, IReadOnlyList<StateWrite> Writes) Seal()
    {
        lock (_gate)
        {
            _sealed = true;
            var reads = _entries.Select(e => new StateRead(e.Key.Account, e.Key.Key, e.Value.Version)).ToList();
            var writes = _entries.Where(e => e.Value.Changed)
                .Select(e => new StateWrite(e.Key.Account, e.Key.Key, e.Value.Version, e.Value.Value)).ToList();
            return (reads, writes);
        }
    }

    private static (long Account, string Key) Name(string key) => (StateKeys.AccountOf(key), key);

    private async Task LoadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        List<(long Account, string Key)> missing;
        lock (_gate)
        {
            ThrowIfSealed();
            missing = [.. keys.Select(Name).Distinct().Where(name => !_entries.ContainsKey(name))];
        }

        if (missing.Count == 0)
            return;
        var found = await store.ReadAsync(missing, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            // A read at the same time may have been first; its version is the one that the turn has seen.
            foreach (var entry in found)
                _entries.TryAdd((entry.Account, entry.Key), new Entry(entry.Version, entry.Value));
        }
    }

    private void ThrowIfSealed()
    {
        if (_sealed)
            throw new InvalidOperationException("The turn that this state belonged to has ended. Await everything that a turn starts, or write outside of it.");
    }

    private sealed class Entry(long version, string? value)
    {
        private readonly string? _original = value;
        private int _writes;

        public long Version => version;

        public string? Value { get; private set; } = value;

        public bool Changed => _writes > 0 && !string.Equals(Value, _original, StringComparison.Ordinal);

        public StagedValue See(string key) => new(key, Value, _writes == 0
            ? version.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{version}+{_writes}"));

        public void Write(string? changed)
        {
            Value = changed;
            _writes++;
        }
    }
}

/// <param name="Value">Null when there is none.</param>
/// <param name="ETag">Changes with every write, also with those inside the turn.</param>
internal sealed record StagedValue(string Key, string? Value, string ETag);
