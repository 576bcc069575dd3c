using Microsoft.Extensions.Logging;

namespace MeliBot.Adapter.Turns;

/// <summary>Events 3200 to 3299. Ids, never texts.</summary>
internal static partial class TurnLog
{
    [LoggerMessage(3200, LogLevel.Error, "The bot threw on activity {Activity}. Nothing it sent is published; the try counts as failed. {Thrown}")]
    public static partial void BotThrew(ILogger logger, string? activity, string thrown);

    [LoggerMessage(3201, LogLevel.Debug, "Turn of {Activity} in {Conversation}: {Decision}.")]
    public static partial void Decided(ILogger logger, string activity, string conversation, string decision);

    [LoggerMessage(3202, LogLevel.Information, "Turn of {Activity} in {Conversation} skipped: {Reason}")]
    public static partial void Skipped(ILogger logger, string activity, string conversation, string reason);

    [LoggerMessage(3203, LogLevel.Warning, "Turn of {Activity} in {Conversation} given up after {Attempts} tries; it waits for a person.")]
    public static partial void GivenUp(ILogger logger, string activity, string conversation, int attempts);
}
