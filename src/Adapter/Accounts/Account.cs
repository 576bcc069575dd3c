namespace MeliBot.Adapter.Accounts;

public enum AccountState
{
    Active,

    /// <summary>Its owner has to connect again; <see cref="Account.Reason"/> says why.</summary>
    Reconnect,
}

/// <summary>One linked seller.</summary>
public sealed record Account
{
    public required long UserId { get; init; }

    public string? Nickname { get; init; }

    /// <summary>For example <c>MLA</c>.</summary>
    public string? SiteId { get; init; }

    /// <summary>IANA name; by site unless somebody sets another.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The client id through which it is linked.</summary>
    public required long ApplicationId { get; init; }

    public required DateTimeOffset LinkedAt { get; init; }

    public AccountState State { get; init; }

    /// <summary>Why it has to connect again; null while active.</summary>
    public string? Reason { get; init; }
}
