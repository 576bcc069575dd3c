using Microsoft.Extensions.Logging;

namespace MeliBot.Adapter.Inbound;

/// <summary>Events 3100 to 3199.</summary>
internal static partial class InboundLog
{
    [LoggerMessage(3100, LogLevel.Warning, "Signal of account {Account} for {Resource} dropped: {Reason}.")]
    public static partial void Dropped(ILogger logger, long account, string resource, string reason);
}
