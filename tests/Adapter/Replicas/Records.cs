using MeliBot.Delivery.Records;
using Record = MeliBot.Delivery.Records.Record;

namespace MeliBot.Adapter.Tests.Replicas;

/// <summary>The records that several hosts share, in memory: what the contract of every store holds, quickly enough for thousands of histories.</summary>
internal sealed class Records : IRecordStore
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string, string), Record> _records = new();

    public bool IsAway { get; set; }

    public Task<Record> ReadAsync(string kind, string key, CancellationToken cancellationToken) => IsAway
        ? throw new Delivery.DeliveryUnavailableException()
        : Task.FromResult(_records.GetValueOrDefault((kind, key)) ?? new Record(kind, key, 0, null));

    public Task<IReadOnlyList<Record>> ListAsync(string kind, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Record>>([.. _records.Values.Where(record => record.Kind == kind)]);

    public Task<IReadOnlyList<Record>> PageAsync(string kinds, Record? after, int max, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> WriteAsync(string kind, string key, string? value, long? expectedVersion, CancellationToken cancellationToken)
    {
        if (IsAway) throw new Delivery.DeliveryUnavailableException();
        var version = _records.GetValueOrDefault((kind, key))?.Version ?? 0;
        if (expectedVersion is { } expected && expected != version) return Task.FromResult(false);
        _records[(kind, key)] = new Record(kind, key, version + 1, value);
        return Task.FromResult(true);
    }

    public Task<bool> WriteAsync(string kind, string key, string? value, long? expectedVersion, RecordNews news, CancellationToken cancellationToken) => WriteAsync(kind, key, value, expectedVersion, cancellationToken);
}
