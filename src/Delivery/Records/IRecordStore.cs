namespace MeliBot.Delivery.Records;

/// <summary>A small versioned row of somebody else's: an account, a key ring entry, a setting.</summary>
/// <param name="Version">0 when not stored.</param>
public sealed record Record(string Kind, string Key, long Version, string? Value);

public interface IRecordStore
{
    Task<Record> ReadAsync(string kind, string key, CancellationToken cancellationToken);

    Task<IReadOnlyList<Record>> ListAsync(string kind, CancellationToken cancellationToken);

    /// <summary>Records of every kind that begins so, in the order of kind and key, after that one: for what is too much to hold at once.</summary>
    /// <param name="kinds">For example <c>order:</c>.</param>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    Task<IReadOnlyList<Record>> PageAsync(string kinds, Record? after, int max, CancellationToken cancellationToken);

    /// <summary>Writes (null deletes) if the version is the expected one; null means whatever it is. True when written.</summary>
    Task<bool> WriteAsync(string kind, string key, string? value, long? expectedVersion, CancellationToken cancellationToken);

    /// <summary>The same, and whoever follows the change feed hears of it: both are committed, or neither.</summary>
    Task<bool> WriteAsync(string kind, string key, string? value, long? expectedVersion, RecordNews news, CancellationToken cancellationToken);
}

/// <summary>What a change of a record is told as; its <see cref="Changes.Change.Key"/> is the record's key.</summary>
/// <param name="Conversation">The conversation that it bears upon; null when it is none in particular.</param>
/// <param name="What">For example <c>order</c>.</param>
public sealed record RecordNews(long Account, string? Conversation, string What);
