using Microsoft.Extensions.Logging;

namespace MeliBot.Delivery.Diagnostics;

internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Error, "The {Pump} pump failed and goes on in {Delay}.")]
    public static partial void PumpFailed(ILogger logger, string pump, TimeSpan delay, Exception exception);

    [LoggerMessage(2002, LogLevel.Warning, "The store can't take work of the {Pump} pump ({Reason}); it tries again in {Delay}.")]
    public static partial void StoreUnavailable(ILogger logger, string pump, string reason, TimeSpan delay);

    [LoggerMessage(2003, LogLevel.Warning, "The {Pump} pump abandoned {Count} running items at the stop; they are taken up again at the next start.")]
    public static partial void Abandoned(ILogger logger, string pump, int count);

    [LoggerMessage(2011, LogLevel.Warning, "Signal {Topic} {Resource} of account {Account} failed (try {Attempt}); it is tried again in {Delay}. {Thrown}")]
    public static partial void SignalFailed(ILogger logger, long account, string topic, string resource, int attempt, TimeSpan delay, string? thrown);

    [LoggerMessage(2012, LogLevel.Error, "Signal {Topic} {Resource} of account {Account} is parked after {Attempt} tries. {Thrown}")]
    public static partial void SignalParked(ILogger logger, long account, string topic, string resource, int attempt, string? thrown);

    [LoggerMessage(2021, LogLevel.Warning, "A turn of {Conversation} failed (try {Attempt}); it is tried again in {Delay}. {Thrown}")]
    public static partial void TurnFailed(ILogger logger, string conversation, int attempt, TimeSpan delay, string thrown);

    [LoggerMessage(2022, LogLevel.Error, "A turn of {Conversation} is given up after {Attempt} tries. {Thrown}")]
    public static partial void TurnGivenUp(ILogger logger, string conversation, int attempt, string thrown);

    [LoggerMessage(2023, LogLevel.Error, "Giving up a turn of {Conversation} failed too; it is parked without more. {Thrown}")]
    public static partial void GiveUpFailed(ILogger logger, string conversation, string thrown);

    [LoggerMessage(2024, LogLevel.Debug, "A turn of {Conversation} lost its race for {Conflict} and runs again.")]
    public static partial void TurnConflict(ILogger logger, string conversation, string? conflict);

    [LoggerMessage(2031, LogLevel.Warning, "The effect {Key} failed with an exception (try {Attempt}); whether it happened is read back in {Delay}. {Thrown}")]
    public static partial void EffectFailed(ILogger logger, string key, int attempt, TimeSpan delay, string thrown);

    [LoggerMessage(2032, LogLevel.Error, "The effect {Key} is parked; why stands in the parking.")]
    public static partial void EffectParked(ILogger logger, string key);

    [LoggerMessage(2033, LogLevel.Warning, "The effect {Key} was marked with an old epoch ({Epoch}); the mark is refused, whoever holds it now decides.")]
    public static partial void StaleMark(ILogger logger, string key, long epoch);

    [LoggerMessage(2034, LogLevel.Warning, "The effect {Key} couldn't be marked; it is read back after its lease.")]
    public static partial void MarkFailed(ILogger logger, string key, Exception exception);

    [LoggerMessage(2041, LogLevel.Information, "The store {Path} is open (schema {Version}).")]
    public static partial void StoreOpen(ILogger logger, string path, int version);

    [LoggerMessage(2042, LogLevel.Information, "Migration {Name} is applied.")]
    public static partial void Migrated(ILogger logger, string name);

    [LoggerMessage(2043, LogLevel.Error, "A write failed and was taken out of its group of {Count}; the others go on.")]
    public static partial void WriteFailed(ILogger logger, int count, Exception exception);

    [LoggerMessage(2051, LogLevel.Warning, "Queue {Queue} can't be read now; it is looked at again. {Thrown}")]
    public static partial void QueueUnread(ILogger logger, string queue, string thrown);

    [LoggerMessage(2052, LogLevel.Warning, "Queued hint {Message} couldn't become a signal (try {Dequeues}). {Thrown}")]
    public static partial void HintFailed(ILogger logger, string message, long dequeues, string thrown);

    [LoggerMessage(2053, LogLevel.Error, "Queued message {Message} is no hint that can become a signal; it was moved to {Poison} and stands in the parking. What it was about is found by the next sweep.")]
    public static partial void Poisoned(ILogger logger, string message, string poison);

    [LoggerMessage(2061, LogLevel.Warning, "Whatever the bot sends is stopped since {Since} by {By}: it waits, and nothing of it is lost. Taking in goes on.")]
    public static partial void SendsStopped(ILogger logger, DateTimeOffset? since, string? by);

    [LoggerMessage(2062, LogLevel.Information, "The bot may send (resumed {Since} by {By}).")]
    public static partial void SendsResumed(ILogger logger, DateTimeOffset? since, string? by);

    [LoggerMessage(2044, LogLevel.Error, "The store can't take writes now ({Error}); {Count} writes were told so.")]
    public static partial void CommitFailed(ILogger logger, string error, int count);

    [LoggerMessage(2045, LogLevel.Warning, "The store wasn't told that this host lives ({Error}); others may take over its work for a moment.")]
    public static partial void PulseLost(ILogger logger, string error);

    [LoggerMessage(2046, LogLevel.Warning, "Nothing is heard from other hosts ({Error}); until it is, their work is looked for every {Poll}.")]
    public static partial void BellLost(ILogger logger, string error, TimeSpan poll);
}
