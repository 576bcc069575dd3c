namespace MeliBot.Adapter.Webhooks;

/// <summary>Whether Mercado Libre still notifies us of a topic. It switches off a topic whose notifications nobody took, and says so nowhere.</summary>
/// <param name="LastAt">When a genuine notification came last; null when none came since <paramref name="Since"/>.</param>
/// <param name="Since">Since when this host counts.</param>
/// <param name="State">What follows.</param>
public sealed record TopicStanding(string Topic, DateTimeOffset? LastAt, DateTimeOffset Since, TopicState State)
{
    /// <summary>Notifications are tried again at once when the first fails, so minutes without any mean more than a slow one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="newest">Newest event of the topic that is known from elsewhere; null when none is.</param>
    /// <param name="polls">This host looks by itself, and expects no notifications.</param>
    public static TopicStanding Judge(string topic, DateTimeOffset? last, DateTimeOffset? newest, bool polls, DateTimeOffset since, DateTimeOffset now)
    {
        var state = polls && last is null ? TopicState.Polled
            : newest is { } at && at > (last ?? since) && now - at > Patience ? TopicState.Silent
            : last is null ? TopicState.Quiet
            : TopicState.Heard;
        return new TopicStanding(topic, last, since, state);
    }
}

public enum TopicState
{
    Heard,

    /// <summary>Nothing came, and nothing is known to have happened.</summary>
    Quiet,

    /// <summary>Nothing is expected, because this host asks by itself.</summary>
    Polled,

    /// <summary>Something happened minutes ago of which no notification told: the topic seems switched off.</summary>
    Silent,
}
