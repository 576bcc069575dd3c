namespace MeliBot.Delivery.Stores;

/// <summary>What a host has to know of its store, whichever it is.</summary>
/// <param name="Name">As people know it.</param>
/// <param name="IsShared">Several hosts may use it at the same time; otherwise one host owns it.</param>
public sealed record StoreInUse(string Name, bool IsShared);
