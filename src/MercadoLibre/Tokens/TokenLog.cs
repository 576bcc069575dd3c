using Microsoft.Extensions.Logging;

namespace MeliBot.MercadoLibre;

internal static partial class TokenLog
{
    [LoggerMessage(2001, LogLevel.Information, "Tokens of account {Account} refreshed: generation {Generation}, good until {ExpiresAt}.")]
    public static partial void Refreshed(this ILogger logger, long account, long generation, DateTimeOffset expiresAt);

    [LoggerMessage(2002, LogLevel.Error, "The link of account {Account} is dead ({Reason}): its owner has to connect again.")]
    public static partial void Reconnect(this ILogger logger, long account, string reason);

    [LoggerMessage(2003, LogLevel.Warning, "Tokens of account {Account} could not be refreshed ({Kind}, HTTP {Status}); next try in {Pause}.")]
    public static partial void RefreshFailed(this ILogger logger, long account, ErrorKind kind, int status, TimeSpan pause);

    [LoggerMessage(2004, LogLevel.Critical, "The platform rejects the application while refreshing account {Account} ({Code}): {Message} {WhatToDo}")]
    public static partial void ApplicationRejected(this ILogger logger, long account, string? code, string message, string whatToDo);

    [LoggerMessage(2005, LogLevel.Critical, "The new tokens of account {Account} (generation {Generation}) could not be saved. They live in this process only: mend the store before it stops, or the account has to be linked again.")]
    public static partial void NotSaved(this ILogger logger, Exception exception, long account, long generation);
}
