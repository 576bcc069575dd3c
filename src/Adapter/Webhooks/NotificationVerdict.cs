namespace MeliBot.Adapter.Webhooks;

/// <summary>What became of one request to the notifications' address.</summary>
public enum NotificationVerdict
{
    /// <summary>Durable.</summary>
    Accepted,

    /// <summary>Genuine, but nothing to look at: a message that was read, a topic that nothing handles.</summary>
    Ignored,

    WrongSecret,
    WrongSource,
    TooLong,

    /// <summary>The body didn't arrive in time, or the connection broke.</summary>
    Incomplete,
    Malformed,

    /// <summary>Its application or account isn't linked here.</summary>
    UnknownSender,

    /// <summary>The resource isn't one of its topic.</summary>
    WrongResource,

    /// <summary>More at once than is taken.</summary>
    Overloaded,

    /// <summary>More from one address than is taken.</summary>
    TooMany,

    /// <summary>It could not be made durable; the sender repeats it.</summary>
    Unavailable,
}
