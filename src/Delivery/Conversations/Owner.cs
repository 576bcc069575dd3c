namespace MeliBot.Delivery.Conversations;

/// <summary>Who speaks in a conversation now.</summary>
public enum OwnerKind
{
    Bot,

    /// <summary>For a person; nobody has taken it yet.</summary>
    Waiting,

    Agent,
}

/// <param name="Kind">Bot, waiting or agent.</param>
/// <param name="Agent">The agent's id when <paramref name="Kind"/> is <see cref="OwnerKind.Agent"/>; otherwise null.</param>
public sealed record Owner(OwnerKind Kind, string? Agent = null)
{
    public static readonly Owner Bot = new(OwnerKind.Bot);
    public static readonly Owner Waiting = new(OwnerKind.Waiting);
}
