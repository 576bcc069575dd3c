using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>Why something isn't in the line, or why the line needs a person.</summary>
internal static class ComposeReasons
{
    public static readonly ReasonCode Unreadable = new("compose.unreadable", "Nothing readable was left of it as plain text.");
    public static readonly ReasonCode OnePiece = new("compose.one-piece", "It is part of a line that can't be taken apart.");
    public static readonly ReasonCode NoRoomBeside = new("compose.no-room-core", "It doesn't fit beside the other answers in {0} characters, and an answer is never cut.");
    public static readonly ReasonCode NoRoomAfter = new("compose.no-room-complement", "There was no room for it after the answers.");
    public static readonly ReasonCode NoRoomFraming = new("compose.no-room-framing", "There was no room for it beside the answers.");
    public static readonly ReasonCode FramingAlone = new("compose.framing-alone", "A greeting or closing alone is no answer.");
    public static readonly ReasonCode Repeated = new("compose.repeated", "The answer says this already.");
    public static readonly ReasonCode OneGreeting = new("compose.one-greeting", "One greeting is enough.");
    public static readonly ReasonCode OneClosing = new("compose.one-closing", "One closing is enough.");

    public static readonly ReasonCode OddSigns = new("compose.odd-signs", "The texts hold signs that read differently together than apart; look at the line before it goes out.");
    public static readonly ReasonCode TooLong = new("compose.too-long", "The answer is longer than the {0} characters that Mercado Libre takes; shorten it.");
    public static readonly ReasonCode LeftOut = new("compose.left-out", "The answers don't fit together in {0} characters: {1} of {2} are left out.");
    public static readonly ReasonCode NoRoomForOwn = new("compose.no-room-own", "An answer of {0} characters at most has no room for the {1:term} that one of its texts holds.");

    public static readonly ReasonCode SentencesClash = new("compose.sentences-clash", "Two answers contradict each other: \"{0}\" and \"{1}\".");
    public static readonly ReasonCode FactsClash = new("compose.facts-clash", "Two answers to '{0}' contradict each other: {1} is {2} in one and {3} in the other.");
    public static readonly ReasonCode YesAndNo = new("compose.yes-and-no", "Two answers to '{0}' contradict each other: one says yes, the other no.");
    public static readonly ReasonCode NumbersClash = new("compose.numbers-clash", "Two answers to '{0}' contradict each other: they say the same with different numbers.");
}
