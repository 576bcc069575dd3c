using MeliBot.Delivery.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace MeliBot.Bot.Composition;

/// <summary>Logs as they leave this machine: with the event's number, and of exceptions only their types and places, because their messages may quote a buyer.</summary>
internal sealed class ExportedLogs : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        var attributes = new List<KeyValuePair<string, object?>>(data.Attributes ?? []);
        if (data.EventId.Id != 0) attributes.Add(new("event.id", data.EventId.Id));
        if (data.Exception is { } exception)
        {
            data.Exception = null;
            attributes.Add(new("exception.type", exception.GetType().FullName));
            attributes.Add(new("exception.stacktrace", Thrown.Silent(exception)));
        }

        data.Attributes = attributes;
    }
}
