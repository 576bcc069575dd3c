namespace MeliBot.Delivery.Records;

/// <summary>A small versioned row of somebody else's: an account, a key ring entry, a setting.</summary>
/// <param name="Version">0 when not stored.</param>
public sealed record Record(string Kind, string Key, long Version, string? Value);

public interface IRecordStore
{
    Task<Record> ReadAsync(string kind, string key, CancellationToken cancellationToken);

    Task<IReadOnlyList<Record>> ListAsync(string kind, CancellationToken cancellationToken);

    /// <summary>Writes (null deletes) if the version is the expected one; null means whatever it is. True when written.</summary>
    Task<bool> WriteAsync(string kind, string key, string? value, long? expectedVersion, CancellationToken cancellationToken);
}
