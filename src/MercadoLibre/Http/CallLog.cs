using Microsoft.Extensions.Logging;

namespace MeliBot.MercadoLibre;

internal static partial class CallLog
{
    [LoggerMessage(2101, LogLevel.Warning, "{Method} {Path} of account {Account} was refused: HTTP {Status}, {Kind} ({Code}).")]
    public static partial void Refused(this ILogger logger, long account, HttpMethod method, string? path, int status, ErrorKind? kind, string? code);

    [LoggerMessage(2102, LogLevel.Information, "{Method} {Path} of account {Account} failed: HTTP {Status}.")]
    public static partial void Failed(this ILogger logger, long account, HttpMethod method, string? path, int status);

    [LoggerMessage(2103, LogLevel.Information, "{Method} {Path} of account {Account} brought no answer ({Reason}).")]
    public static partial void NoAnswer(this ILogger logger, long account, HttpMethod method, string? path, string reason);

    [LoggerMessage(2104, LogLevel.Error, "Calls of {Whose} are held back for {Pause}: too many were refused, and the platform blocks applications for that.")]
    public static partial void BreakerOpened(this ILogger logger, string whose, TimeSpan pause);

    [LoggerMessage(2105, LogLevel.Warning, "Rate limited on account {Account}: the application slows down to {CallsPerSecond:0.##} calls a second.")]
    public static partial void SlowedDown(this ILogger logger, long account, double callsPerSecond);
}
