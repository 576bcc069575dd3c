namespace MeliBot.Delivery.Stores.Keeping;

/// <summary>What operators do with a store as a whole. Each kind of store has its own.</summary>
public interface IStoreKeeper
{
    /// <param name="check">Reads all of it, and says whether it is whole: minutes for a large one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<StoreStanding> StatusAsync(bool check, CancellationToken cancellationToken);

    /// <summary>Brings the schema up to date, as the start of a host does; gives the names of what was applied.</summary>
    /// <exception cref="StoreKeepingException">It can't be done now.</exception>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Copies what is committed at one moment while hosts go on, and checks the copy before it gets its name.</summary>
    /// <param name="file">A file that isn't there yet; null for one beside the store, named by the time.</param>
    /// <param name="cancellationToken">Ends the wait; nothing is left behind.</param>
    /// <exception cref="StoreKeepingException">It can't be done.</exception>
    Task<StoreCopy> BackupAsync(string? file, CancellationToken cancellationToken);

    /// <summary>Puts a backup in the store's place. What stood there is kept beside it.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="replace">A store that is there may be replaced.</param>
    /// <param name="cancellationToken">Ends the wait; until the last moment nothing has changed.</param>
    /// <exception cref="StoreKeepingException">It can't be done; nothing has changed.</exception>
    Task<StoreRestored> RestoreAsync(string file, bool replace, CancellationToken cancellationToken);
}

/// <summary>How a store stands.</summary>
/// <param name="Kind">SQLite, PostgreSQL.</param>
/// <param name="Place">Where it is, without secrets.</param>
/// <param name="Exists">False before its first use.</param>
/// <param name="InUse">A host has it now.</param>
/// <param name="Schema">The newest migration that it has; 0 for none.</param>
/// <param name="Pending">Migrations that it lacks.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">By table.</param>
/// <param name="Damage">What a check found; null when it found nothing, or none was asked for.</param>
public sealed record StoreStanding(string Kind, string Place, bool Exists, bool InUse, int Schema, IReadOnlyList<string> Pending, long Bytes, IReadOnlyDictionary<string, long> Rows, string? Damage)
{
    /// <summary>What a check says of rows whose conversation isn't there; null for none.</summary>
    internal static string? AloneText(long rows) => rows > 0 ? $"{rows} rows belong to something that isn't there." : null;
}

/// <summary>A backup that was made and checked.</summary>
public sealed record StoreCopy(string File, long Bytes, int Schema, IReadOnlyDictionary<string, long> Rows);

/// <param name="Place">The store.</param>
/// <param name="Kept">Where what stood there before is kept; null when nothing did.</param>
/// <param name="Copy">What is there now.</param>
public sealed record StoreRestored(string Place, string? Kept, StoreCopy Copy);

/// <summary>Something that can't be done with the store: what happened, why, and what to do.</summary>
public sealed class StoreKeepingException(string what, string why, string whatToDo, Exception? inner = null) : Exception($"{what} {why} {whatToDo}", inner)
{
    public string What { get; } = what;

    public string Why { get; } = why;

    public string WhatToDo { get; } = whatToDo;
}
