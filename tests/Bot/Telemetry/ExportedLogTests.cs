using MeliBot.Bot.Composition;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace MeliBot.Bot.Tests.Telemetry;

public sealed class ExportedLogTests
{
    [Fact]
    public void An_exception_that_quotes_a_buyer_is_told_by_its_type_and_place()
    {
        var seen = new Seen();
        using (var factory = LoggerFactory.Create(logging => logging.AddOpenTelemetry(options => options.AddProcessor(new ExportedLogs()).AddProcessor(seen))))
        {
            var logger = factory.CreateLogger("test");
            try
            {
                throw new InvalidOperationException("cannot read \"llamame al 11 5555 5555\"");
            }
            catch (InvalidOperationException e)
            {
#pragma warning disable CA1848, CA2254 // One line of a test.
                logger.LogError(new EventId(2011), e, "It failed.");
#pragma warning restore CA1848, CA2254
            }
        }

        seen.Exception.ShouldBeNull();
        seen.Attributes.ShouldContain("event.id=2011");
        seen.Attributes.ShouldContain(nameof(InvalidOperationException));
        seen.Attributes.ShouldContain(nameof(An_exception_that_quotes_a_buyer_is_told_by_its_type_and_place));
        seen.Attributes.ShouldNotContain("llamame");
    }

    private sealed class Seen : BaseProcessor<LogRecord>
    {
        public Exception? Exception { get; private set; } = new InvalidOperationException();

        public string Attributes { get; private set; } = "";

        public override void OnEnd(LogRecord data) =>
            (Exception, Attributes) = (data.Exception, string.Join('\n', data.Attributes!.Select(attribute => $"{attribute.Key}={attribute.Value}")));
    }
}
