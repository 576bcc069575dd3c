namespace MeliBot.Delivery.Stores;

/// <summary>The store was written by a newer version, which this one would damage.</summary>
public sealed class SchemaTooNewException(string message) : Exception(message);
