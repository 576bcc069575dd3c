using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Messages;

/// <summary>Why a message of a sale isn't where it should be, or isn't needed any more.</summary>
internal static class MessageReasons
{
    public static readonly ReasonCode TakenDown = new("message.taken-down", "Mercado Libre's moderation took the message down: {0}.");
    public static readonly ReasonCode Moderated = new("message.moderated", "Mercado Libre's moderation kept the message from the buyer: {0}.");
    public static readonly ReasonCode Unreadable = new("message.unreadable", "What should be written can't be read. Write the message by hand.");
    public static readonly ReasonCode PostedTwice = new("message.posted-twice", "It was posted twice, both times without an answer, and it isn't in the thread. Look at the sale on Mercado Libre before writing it again.");
    public static readonly ReasonCode NotThereYet = new("message.not-there-yet", "It isn't in the thread yet; it is looked for again.");
    public static readonly ReasonCode NobodyNamed = new("message.nobody-named", "Nothing says to whom this message has to go: neither the thread nor the sale names the buyer. Write it on Mercado Libre.");
    public static readonly ReasonCode SlowRead = new("message.slow-read", "Reading the thread took so long that another worker may take over soon.");
    public static readonly ReasonCode NoTemplateNow = new("message.no-template-now", "In this sale Mercado Libre wants a plain message, and a template can't be sent as one. Write it in your own words.");
    public static readonly ReasonCode NotNamed = new("message.not-named", "Mercado Libre took the message but doesn't name it.");
    public static readonly ReasonCode NotRead = new("message.not-read", "The thread can't be read: {0:reason}");
    public static readonly ReasonCode ReadAgain = new("message.read-again", "Mercado Libre refused it: {0:reason} The thread is read again.");
    public static readonly ReasonCode Refused = new("message.refused", "Mercado Libre refused the message: {0:reason}");
    public static readonly ReasonCode Unknown = new("message.unknown", "It isn't known whether the message arrived: {0:reason}");
    public static readonly ReasonCode FoundLater = new("message.found-later", "It stands in the thread: it arrived after all.");
    public static readonly ReasonCode AnsweredSince = new("message.answered-since", "The buyer has been answered since.");
    public static readonly ReasonCode BuyerSilent = new("message.buyer-silent", "The buyer has written nothing that waits for an answer; in a sale the bot only replies.");
    public static readonly ReasonCode OnItsWay = new("message.on-its-way", "A reply to what the buyer wrote last is on its way already.");
    public static readonly ReasonCode PausedElsewhere = new("message.paused-elsewhere", "The seller wrote in this sale outside MeliBot at {0}: the bot leaves it to people until {1}, or until the conversation is handed back to it.");
    public static readonly ReasonCode Repeated = new("message.repeated", "The bot has said \"{0}\" {1} times in {2} in this account's sales: Mercado Libre moderates texts that repeat, so a person decides.");
    public static readonly ReasonCode CharactersLost = new("message.characters-lost", "Mercado Libre takes no such characters in a message: {0}.");
    public static readonly ReasonCode NoThread = new("signal.no-thread", "Message {0} names no sale, so it has no conversation. \"payload message\" shows what came; look at it on Mercado Libre.");
    public static readonly ReasonCode NotYet = new("signal.message-not-yet", "Mercado Libre doesn't show the message yet.");
}
