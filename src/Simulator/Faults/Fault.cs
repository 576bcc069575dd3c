namespace MeliBot.Simulator;

public enum FaultKind
{
    /// <summary>429 in the form of <see cref="Fault.Form"/>, before the effect.</summary>
    TooManyRequests,

    /// <summary>5xx (<see cref="Fault.Status"/>), before the effect.</summary>
    ServerError,

    /// <summary>Any reply at all, before the effect: <see cref="Fault.Status"/> and <see cref="Fault.Body"/>.</summary>
    Reply,

    /// <summary>The connection is reset before the effect.</summary>
    Reset,

    /// <summary>No reply for <see cref="Fault.Hold"/>, then a reset; no effect.</summary>
    Hang,

    /// <summary>The edge's HTML page with 403, before the effect.</summary>
    HtmlForbidden,

    /// <summary>404 on a question younger than <see cref="Fault.Lag"/>.</summary>
    NotFoundAfterNotice,

    /// <summary>Reads show the state of <see cref="Fault.Lag"/> ago.</summary>
    StaleRead,

    /// <summary>The reply takes <see cref="Fault.Hold"/> longer.</summary>
    Slow,

    /// <summary>The effect is applied, then the connection is reset.</summary>
    ResetAfter,

    /// <summary>The effect is applied, then nothing for <see cref="Fault.Hold"/>, then a reset.</summary>
    HangAfter,

    /// <summary>The effect is applied, then 502.</summary>
    BadGatewayAfter,

    /// <summary>The effect is applied; the JSON ends in the middle, the message does not.</summary>
    TruncatedJson,

    /// <summary>The effect is applied; the connection breaks in the middle of the reply.</summary>
    CutReply,

    /// <summary>504 after <see cref="Fault.Hold"/>; the effect is applied <see cref="Fault.Lag"/> after the request came.</summary>
    LateEffect,

    /// <summary>A notice goes out <see cref="Fault.Copies"/> more times.</summary>
    NoticeDuplicate,

    /// <summary>A notice is lost: neither delivered nor kept in the missed feeds.</summary>
    NoticeLoss,

    /// <summary>A notice's first attempt waits for <see cref="Fault.Lag"/>.</summary>
    NoticeDelay,

    /// <summary>A notice's first attempt waits for a random part of <see cref="Fault.Lag"/>, so that order is lost.</summary>
    NoticeShuffle,

    /// <summary>An invisible change follows: a second notice, with its own id, for the same resource.</summary>
    NoticeInvisible,
}

/// <summary>The bodies in which a 429 has been seen.</summary>
public enum TooManyRequestsForm { Empty, Text, Local, OverQuota, Standard, Any }

/// <summary>What goes wrong, where, how often and for how long.</summary>
public sealed record Fault
{
    public required FaultKind Kind { get; init; }

    /// <summary>Method and path, <c>*</c> for anything: <c>POST /answers</c>, <c>GET /questions/*</c>, <c>*</c>. Notice faults: the topic.</summary>
    public string Endpoint { get; init; } = "*";

    public double Probability { get; init; } = 1;

    /// <summary>How many times; null: as often as it fits.</summary>
    public int? Count { get; init; }

    /// <summary>Platform time until it begins.</summary>
    public TimeSpan In { get; init; }

    /// <summary>Platform time that it lasts; null: until cleared.</summary>
    public TimeSpan? For { get; init; }

    public int Status { get; init; } = 500;

    /// <summary>Of <see cref="FaultKind.Reply"/>; JSON when it begins with a brace or bracket.</summary>
    public string Body { get; init; } = "";

    public TooManyRequestsForm Form { get; init; } = TooManyRequestsForm.Any;

    /// <summary>Whole seconds are sent; null: no header.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Wall time that the client is kept waiting.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Platform time by which a read, an effect or a notice is late.</summary>
    public TimeSpan Lag { get; init; } = TimeSpan.FromSeconds(2);

    public int Copies { get; init; } = 1;
    public long? ApplicationId { get; init; }
    public long? UserId { get; init; }
}
