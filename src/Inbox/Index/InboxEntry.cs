using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Inbox.Index;

/// <summary>Whose move it is.</summary>
public enum InboxState
{
    /// <summary>A person's.</summary>
    Person,

    /// <summary>The bot is at it, or what was said is on its way.</summary>
    Moving,

    /// <summary>Nobody's: everything asked is answered, or can't be any more.</summary>
    Done,
}

/// <summary>Why a person is needed.</summary>
public enum InboxCause
{
    None,

    /// <summary>A proposed answer waits for approval.</summary>
    Draft,

    /// <summary>The bot gave it to a person, or has nothing to say.</summary>
    Held,

    /// <summary>Mercado Libre refused the answer.</summary>
    Refused,

    /// <summary>Something couldn't go on and is parked.</summary>
    Parked,

    /// <summary>A person has taken it over.</summary>
    Taken,

    /// <summary>The buyer asked nothing that needs an answer; it stands open all the same until a person answers or deletes it.</summary>
    Thanks,

    /// <summary>Mercado Libre wants something of the seller in a claim, by a time.</summary>
    Due,

    /// <summary>The bot proposes an action in a claim that only a person may do.</summary>
    Proposal,
}

/// <summary>One conversation as lists show it.</summary>
/// <param name="Item">Id of the listing.</param>
/// <param name="Buyer">Id of the buyer; null where the platform hides it.</param>
/// <param name="Reason">Null when nobody is needed.</param>
/// <param name="Agent">Who has taken it over.</param>
/// <param name="Asked">How many questions it holds.</param>
/// <param name="Open">How many of them can still be answered.</param>
/// <param name="WaitingSince">When the oldest open one was asked.</param>
/// <param name="LastAt">Of the newest activity.</param>
/// <param name="Excerpt">The text that waits, or the newest.</param>
public sealed record InboxEntry(
    string Conversation,
    long Account,
    string Kind,
    string? Item,
    long? Buyer,
    InboxState State,
    InboxCause Cause,
    Reason? Reason,
    string? Agent,
    int Asked,
    int Open,
    DateTimeOffset? WaitingSince,
    DateTimeOffset LastAt,
    string Excerpt)
{
    /// <summary>Who speaks in it now.</summary>
    public OwnerKind Owner { get; init; }

    /// <summary>What it is about in a sale's own words; null where the listing's title says it.</summary>
    public string? Title { get; init; }

    /// <summary>The buyer's name as a sale gave it; null where the nickname says it.</summary>
    public string? Contact { get; init; }

    /// <summary>By when the seller has to act in a claim; null where nothing is due.</summary>
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>An entry with everything that it can be found by.</summary>
/// <param name="Words">Texts of the conversation, for search.</param>
public sealed record IndexedEntry(InboxEntry Entry, string Words)
{
    /// <summary>Somebody deleted its leads: no list shows it until they come back.</summary>
    public bool IsHidden { get; init; }
}
