using Microsoft.Extensions.Logging;

namespace MeliBot.Adapter.Sweep;

internal static partial class SweepLog
{
    [LoggerMessage(4101, LogLevel.Information, "The sweep of {Sweep} raised {Raised} of the {Found} that the platform lists.")]
    public static partial void Raised(ILogger logger, string sweep, int raised, int found);

    [LoggerMessage(4102, LogLevel.Warning, "The sweep of {Sweep} couldn't look at account {Account}: {Reason}")]
    public static partial void AccountFailed(ILogger logger, string sweep, long account, string reason);

    [LoggerMessage(4103, LogLevel.Warning, "The sweep of {Sweep} failed; it runs again at its cadence.")]
    public static partial void Failed(ILogger logger, Exception exception, string sweep);

    [LoggerMessage(4104, LogLevel.Information, "Missed notifications aren't read: {Reason} Unanswered questions are swept all the same.")]
    public static partial void NoMissedFeeds(ILogger logger, string reason);
}
