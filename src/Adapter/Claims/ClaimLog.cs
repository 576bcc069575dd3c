using Microsoft.Extensions.Logging;

namespace MeliBot.Adapter.Claims;

internal static partial class ClaimLog
{
    [LoggerMessage(3700, LogLevel.Warning, "Claim {Claim} of account {Account}: what the seller had to do ({Duty}) wasn't done in time.")]
    public static partial void Overdue(ILogger logger, long account, long claim, string? duty);

    [LoggerMessage(3701, LogLevel.Information, "Claim {Claim} of account {Account} can't be read for its alarm, which goes by what is known: {Reason}")]
    public static partial void AlarmUnread(ILogger logger, long account, long claim, string reason);

    [LoggerMessage(3702, LogLevel.Warning, "The clocks of claims can't be read now; they are read again.")]
    public static partial void ClockStopped(ILogger logger, Exception exception);

    [LoggerMessage(3704, LogLevel.Error, "An alarm of claim {Claim} of account {Account} couldn't be pointed out; it is tried again. {Thrown}")]
    public static partial void AlarmFailed(ILogger logger, long account, long claim, string thrown);

    [LoggerMessage(3703, LogLevel.Information, "{Who} confirmed {Action} in claim {Claim} of account {Account}.")]
    public static partial void Confirmed(ILogger logger, string who, string action, long claim, long account);
}
