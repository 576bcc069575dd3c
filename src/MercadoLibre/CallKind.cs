namespace MeliBot.MercadoLibre;

/// <summary>What a call is for. When calls have to wait, the first kinds go first.</summary>
public enum CallKind
{
    /// <summary>Somebody waits: reading what a notification named, and answering.</summary>
    Conversation,

    /// <summary>Looking for what was missed.</summary>
    Sweep,

    /// <summary>Synchronising items and the like, at the account's own throughput.</summary>
    Bulk,
}
