using Microsoft.Extensions.Logging;

namespace MeliBot.Adapter.Webhooks;

internal static partial class WebhookLog
{
    [LoggerMessage(4001, LogLevel.Debug, "A notification was refused ({Verdict}): {Why}")]
    public static partial void Refused(ILogger logger, NotificationVerdict verdict, string why);

    [LoggerMessage(4002, LogLevel.Warning, "A notification of topic {Topic} for account {Account} couldn't be stored within its time; the sender was asked to repeat it.")]
    public static partial void NotStored(ILogger logger, Exception exception, string topic, long account);

    [LoggerMessage(4003, LogLevel.Warning, "Notifications are being shed ({Verdict}); {Count} since this was last said. More than MercadoLibre:Notifications allows is arriving.")]
    public static partial void Shedding(ILogger logger, NotificationVerdict verdict, long count);
}
