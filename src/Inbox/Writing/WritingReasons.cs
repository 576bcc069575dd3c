using MeliBot.Delivery.Reasons;

namespace MeliBot.Inbox.Writing;

/// <summary>Why a text can't be kept or sent as it is.</summary>
internal static class WritingReasons
{
    public static readonly ReasonCode UnknownVariable = new("text.unknown-variable", "There is no variable \"{0}\". There are: {1}.");
    public static readonly ReasonCode NotKnown = new("text.not-known", "Nothing is known for \"{0}\" in this conversation; write it by hand.");
    public static readonly ReasonCode LooseBraces = new("text.loose-braces", "A \"{{\" has no \"}}\" behind it: write {{item.title}}, for example.");
    public static readonly ReasonCode BadCode = new("text.bad-code", "A code is 1 to 32 letters, digits, \"-\" or \"_\".");
    public static readonly ReasonCode EmptyText = new("text.empty", "The text is empty.");
    public static readonly ReasonCode LongText = new("text.long", "The text is longer than the 2,000 characters that Mercado Libre takes.");
    public static readonly ReasonCode StoreAway = new("inbox.store-away", "The store can't be reached just now, so nothing was done. Your text is kept: try again.");
}
