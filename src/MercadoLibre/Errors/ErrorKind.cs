namespace MeliBot.MercadoLibre;

/// <summary>What a failed call means to its caller.</summary>
public enum ErrorKind
{
    /// <summary>None of the others; the platform's words are in the error.</summary>
    Unknown,

    /// <summary>The resource isn't there, or not yet: right after a notification a 404 may pass.</summary>
    NotFound,

    /// <summary>The access token was refused, also after one refresh.</summary>
    Unauthorized,

    /// <summary>This account may not do this.</summary>
    Forbidden,

    /// <summary>The application lacks a functional permission, or the account's token was minted before it had it.</summary>
    MissingPermission,

    /// <summary>429.</summary>
    RateLimited,

    /// <summary>5xx, an edge page, the network or a timeout.</summary>
    Unavailable,

    /// <summary>The platform refuses what was sent; the same request will be refused again.</summary>
    Invalid,

    /// <summary>Somebody else changed it at the same time.</summary>
    Conflict,

    /// <summary>The question isn't open: answered, deleted or closed, or the asker is blacklisted.</summary>
    NotUnanswered,

    /// <summary>The listing isn't active, so its questions can't be answered now.</summary>
    NotActiveItem,

    /// <summary>451.</summary>
    LegalBlock,

    /// <summary>The account's link is dead: its owner has to connect again.</summary>
    ReconnectRequired,

    /// <summary>The platform refuses the application itself: credentials, blocking, configuration. An operator's matter; no account's fault.</summary>
    ApplicationRejected,

    /// <summary>Not sent: this client held the call back to protect the application (budget or breaker).</summary>
    HeldBack,

    /// <summary>The platform said yes, but its answer can't be read.</summary>
    Unreadable,
}
