namespace MeliBot.Inbox.Status;

/// <summary>An account's newest question at Mercado Libre, and whether it is here too.</summary>
/// <param name="AskedAt">Null when the account has no question.</param>
/// <param name="Where">Whether it is stored here.</param>
/// <param name="ReadAt">When Mercado Libre was asked.</param>
/// <param name="Problem">Why it couldn't be asked; then the rest says nothing.</param>
public sealed record NewestQuestion(DateTimeOffset? AskedAt, Whereabouts Where, DateTimeOffset ReadAt, string? Problem = null)
{
    /// <summary>How long we have not known of it: zero when we do.</summary>
    public TimeSpan Lag(DateTimeOffset now) => Where == Whereabouts.Missing && AskedAt is { } at && now > at ? now - at : TimeSpan.Zero;
}

public enum Whereabouts
{
    Here,

    /// <summary>It is from before the account was linked, and answered: nothing for us to do.</summary>
    BeforeUs,

    Missing,
}
