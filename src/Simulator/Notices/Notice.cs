namespace MeliBot.Simulator;

public enum NoticeState
{
    Pending,
    Acknowledged,

    /// <summary>All attempts failed: it is in the missed feeds.</summary>
    GivenUp,

    /// <summary>Lost by a fault, or the topic was off.</summary>
    Lost,
}

/// <summary>One notice to one application, with what became of it.</summary>
public sealed class Notice
{
    public required string Id { get; init; }
    public required long ApplicationId { get; init; }
    public required string Topic { get; init; }
    public required string Resource { get; init; }
    public required long UserId { get; init; }
    public required DateTimeOffset Received { get; init; }
    public required NoticeForm Form { get; init; }
    public IReadOnlyList<string> Actions { get; init; } = [];
    public int Attempts { get; internal set; }
    public NoticeState State { get; internal set; }
    public DateTimeOffset? Sent { get; internal set; }

    /// <summary>The callback's last status; null: it could not be reached or was too slow.</summary>
    public int? LastStatus { get; internal set; }

    /// <summary>Null while an attempt is under way, and at the end.</summary>
    public DateTimeOffset? NextAttempt { get; internal set; }

    public double LastMilliseconds { get; internal set; }

    /// <summary>What the host sent back last, or why nothing came.</summary>
    public string LastReply { get; internal set; } = "";

    internal string LastBody { get; set; } = "";
    internal DateTimeOffset? GivenUpAt { get; set; }
}
