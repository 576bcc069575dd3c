namespace MeliBot.Delivery.Stores.Sqlite;

/// <summary>Another process has the database file; commands talk to that host instead.</summary>
public sealed class StoreInUseException(string message, Exception? innerException = null) : Exception(message, innerException);
