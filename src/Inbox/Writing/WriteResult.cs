using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Inbox.Writing;

/// <summary>How an agent's act ended. What isn't <see cref="Done"/> changed nothing.</summary>
internal enum WriteResult
{
    Done,

    /// <summary>Somebody else decided, answered or took it over first.</summary>
    TooLate,

    /// <summary>It is being sent at this moment; what comes of it is shown in a few seconds.</summary>
    BeingSent,

    /// <summary>It can't be answered any more.</summary>
    Closed,

    /// <summary>It isn't known here.</summary>
    Missing,

    /// <summary>The text holds what Mercado Libre doesn't allow.</summary>
    NotAllowed,

    /// <summary>Mercado Libre said no; the reason says why.</summary>
    Refused,

    /// <summary>Our own store can't be reached; the same act may do later.</summary>
    NotNow,
}

/// <param name="Reason">Null when there is nothing to say.</param>
internal sealed record Written(WriteResult Result, Reason? Reason = null)
{
    public bool IsDone => Result == WriteResult.Done;

    public static Written Of(DraftResult result) => new(result switch
    {
        DraftResult.Done => WriteResult.Done,
        DraftResult.Missing => WriteResult.Missing,
        _ => WriteResult.TooLate,
    });
}
