namespace MeliBot.Adapter.Outbound.Sending;

/// <summary>Why a message can't be sent now: the one list that the bot, the inbox and the terminal use.</summary>
public enum SendCause
{
    /// <summary>The account isn't linked (any more).</summary>
    SourceDisabled,
    ReconnectRequired,
    PermissionMissing,
    OrderUnknown,
    OrderOfAnotherSeller,
    OrderBeforeLinking,

    PaymentNotConfirmed,
    OrderCancelled,
    OrderCancelledForFraud,
    OrderHidden,
    OrderInvalid,

    /// <summary>30 days after the last message.</summary>
    ThreadTooOld,
    BlockedByBuyer,
    Mediation,
    NotDeliveredYet,
    BuyerMustWriteFirst,
    ReasonRequired,
    Refunded,

    /// <summary>18 months: the platform doesn't even show the messages any more.</summary>
    ThreadExpired,
    ChangeOpen,
    ChangeClosed,
    ReturnUnderReview,
    BuyerDeactivated,
    Restricted,
    MessageUnderReview,

    /// <summary>Mercado Libre's agent has the word.</summary>
    AgentTurn,

    /// <summary>Mercado Libre's agent looks after this buyer.</summary>
    AgentInCharge,
    AgentTimeOver,
    AgentClosed,
    Resale,
    Groceries,
    GuestShop,

    /// <summary>A block that this version doesn't know; its word is shown.</summary>
    UnknownBlock,

    BotOnlyReplies,
    CapsUsedUp,
    ReasonNotOffered,
    ContactUnderWay,

    TextEmpty,
    TextTooLong,
    CharactersNotAllowed,
    FirstMessageWithoutFiles,
    FileTypeNotAllowed,
    FileForged,
    FileEmpty,
    FileTooLarge,
    FileNameTooLong,
    TooManyFiles,
    FileExpired,
}

/// <summary>When it passes.</summary>
public enum SendUntil
{
    Never,

    /// <summary>When somebody does what the remedy says.</summary>
    Action,
    Payment,
    Delivery,
    BuyerWrites,
    ClaimEnds,
    ChangeEnds,
    ReviewEnds,
    AgentAnswers,
    Moments,
    Unknown,
}
