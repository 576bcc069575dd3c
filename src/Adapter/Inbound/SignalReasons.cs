using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Inbound;

/// <summary>Why a notice couldn't be followed.</summary>
internal static class SignalReasons
{
    public static readonly ReasonCode Unreadable = new("signal.unreadable", "The resource can't be read: {0} Nothing was asked of Mercado Libre.");
    public static readonly ReasonCode NotYet = new("signal.not-yet", "Mercado Libre doesn't show the question yet.");
    public static readonly ReasonCode NoItem = new(
        "signal.no-item", "Question {0} names no item, so it has no conversation. Look at it on Mercado Libre; if it is in order there, report what \"payload question\" shows of it.");
    public static readonly ReasonCode TooLong = new(
        "signal.too-long", "Question {0} came with a text of {1} characters, and Mercado Libre allows 2,000: something is wrong with it. Look at it on Mercado Libre and answer it there.");
    public static readonly ReasonCode NotRead = new("signal.not-read", "Question {0} can't be read: {1:reason}");
    public static readonly ReasonCode UnderReview = new("question.under-review", "Mercado Libre is reviewing the question.");
    public static readonly ReasonCode UnknownStatus = new("question.unknown-status", "The question's status is \"{0}\", which this version doesn't know.");
    public static readonly ReasonCode UnknownTopic = new("signal.unknown-topic", "Nothing here reads topic \"{0}\". Unsubscribe the application from it in the developer centre, or update this host and replay it.");
}
