namespace MeliBot.Delivery.State;

/// <param name="Key">The state's name; unique with its account.</param>
/// <param name="Account">The account that the key belongs to; 0 when it belongs to none.</param>
/// <param name="Version">0 when the key isn't stored.</param>
/// <param name="Value">Opaque; null when the key isn't stored.</param>
public sealed record StateEntry(long Account, string Key, long Version, string? Value);

/// <summary>A key that was read and must still have this version at the commit.</summary>
public sealed record StateRead(long Account, string Key, long Version);

/// <param name="ExpectedVersion">The version read; 0 for a key that wasn't stored; null for last writer wins.</param>
/// <param name="Value">Null deletes.</param>
public sealed record StateWrite(long Account, string Key, long? ExpectedVersion, string? Value);
