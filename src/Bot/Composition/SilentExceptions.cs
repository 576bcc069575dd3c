using MeliBot.Delivery.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace MeliBot.Bot.Composition;

/// <summary>Exceptions leave this machine by their types and places only: their messages may quote a buyer.</summary>
internal sealed class SilentExceptions : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is not { } exception) return;
        data.Exception = null;
        data.Attributes = [.. data.Attributes ?? [], new("exception.type", exception.GetType().FullName), new("exception.stacktrace", Thrown.Silent(exception))];
    }
}
