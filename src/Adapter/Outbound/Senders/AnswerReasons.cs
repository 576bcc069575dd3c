using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>Why an answer waits, was refused, or couldn't go on.</summary>
internal static class AnswerReasons
{
    public static readonly ReasonCode Unreadable = new("answer.unreadable", "What should be answered can't be read. Write the answer by hand.");
    public static readonly ReasonCode Unlinked = new("answer.unlinked", "Account {0} isn't linked any more. Link it again and replay this, or answer on Mercado Libre.");
    public static readonly ReasonCode SlowRead = new("answer.slow-read", "Reading the question took so long that another worker may take over soon.");
    public static readonly ReasonCode NotShown = new("answer.not-shown", "Mercado Libre took the answer but doesn't show it.");
    public static readonly ReasonCode AnotherSeller = new("answer.another-seller", "Question {0} belongs to another seller than account {1}. Nothing was sent; discard this answer.");
    public static readonly ReasonCode NoItem = new("answer.no-item", "Question {0} names no item. Look at it on Mercado Libre, then replay this.");
    public static readonly ReasonCode UnderReview = new("answer.under-review", "Mercado Libre is reviewing the question; it is answered as soon as that ends well.");
    public static readonly ReasonCode UnknownStatus = new(
        "answer.unknown-status", "The question's status is \"{0}\", which this version doesn't know. It is looked at again; answer by hand on Mercado Libre if it can be.");
    public static readonly ReasonCode TakenDown = new("answer.taken-down", "Mercado Libre's moderation took the answer down.");
    public static readonly ReasonCode Reconnect = new("answer.reconnect", "Account {0} has to be connected again: {1}");
    public static readonly ReasonCode NotRead = new("answer.not-read", "The question can't be read: {0}");
    public static readonly ReasonCode Blacklisted = new(
        "answer.blacklisted", "Mercado Libre refuses every answer although the question shows as unanswered: the buyer is probably on the blacklist. Unblock the buyer to answer.");
    public static readonly ReasonCode ReadAgain = new("answer.read-again", "Mercado Libre says that the question isn't unanswered (try {0}); it is read again.");
    public static readonly ReasonCode PausedListing = new("answer.paused-listing", "The listing is paused or inactive; the answer goes out when it is active again.");
    public static readonly ReasonCode Refused = new("answer.refused", "Mercado Libre refused the answer: {0}");
    public static readonly ReasonCode Unknown = new("answer.unknown", "It isn't known whether the answer arrived: {0}");
    public static readonly ReasonCode UnknownKind = new("effect.unknown-kind", "Nothing here sends effects of kind \"{0}\". A newer version may have planned it: update this host, then replay it.");
}
