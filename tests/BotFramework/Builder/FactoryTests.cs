using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace MeliBot.BotFramework.Tests.Builder;

public class FactoryTests
{
    [Fact]
    public void A_text_that_says_nothing_is_null()
    {
        var message = MessageFactory.Text("");

        message.Text.ShouldBeNull();
        message.InputHint.ShouldBe(InputHints.AcceptingInput);
    }

    [Fact]
    public void Attachments_are_a_list_or_a_carousel()
    {
        MessageFactory.Attachment(new Attachment("a/b")).AttachmentLayout.ShouldBe(AttachmentLayoutTypes.List);
        MessageFactory.Carousel([new Attachment("a/b"), new Attachment("a/b")]).AttachmentLayout.ShouldBe(AttachmentLayoutTypes.Carousel);
        MessageFactory.ContentUrl("https://x/y.jpg", "image/jpeg", "y").Attachments.ShouldHaveSingleItem().Name.ShouldBe("y");
        Should.Throw<ArgumentNullException>(() => MessageFactory.ContentUrl(" ", "image/jpeg"));
        Should.Throw<ArgumentNullException>(() => MessageFactory.Attachment((Attachment)null!));
    }

    [Fact]
    public void A_handoff_needs_a_turn_and_a_status_its_conversation_and_state()
    {
        Should.Throw<ArgumentNullException>(() => EventFactory.CreateHandoffInitiation(null!, new { }));
        Should.Throw<ArgumentNullException>(() => EventFactory.CreateHandoffStatus(null!, "failed"));
        Should.Throw<ArgumentNullException>(() => EventFactory.CreateHandoffStatus(new ConversationAccount(), null!));
    }

    [Fact]
    public async Task A_handoff_that_is_sent_comes_from_the_bot()
    {
        var adapter = new Recorder();
        using var turn = new TurnContext(adapter, Recorder.Incoming());
        var handoff = EventFactory.CreateHandoffInitiation(turn, null);
        handoff.From.Id.ShouldBe("buyer");
        handoff.Value.ShouldBeNull();

        await turn.SendActivityAsync(handoff);

        adapter.Sent.ShouldHaveSingleItem().From.Id.ShouldBe("bot");
    }

    [Fact]
    public void The_top_intent_has_the_highest_score()
    {
        var result = new RecognizerResult
        {
            Intents = new Dictionary<string, IntentScore> { ["price"] = new() { Score = 0.4 }, ["stock"] = new() { Score = 0.9 }, ["unsure"] = new() },
        };

        var (intent, score) = result.GetTopScoringIntent();

        intent.ShouldBe("stock");
        score.ShouldBe(0.9);
    }

    [Fact]
    public void A_result_is_read_and_written_with_what_it_does_not_know()
    {
        const string json = """{"text":"hola","alteredText":null,"intents":{"greet":{"score":0.5,"span":[0,4]}},"entities":{"a":["b"]},"model":"rules"}""";

        var read = JsonConvert.DeserializeObject<RecognizerResult>(json)!;

        read.Properties["model"].ShouldBe("rules");
        JsonConvert.SerializeObject(read).ShouldBe(json);
        var copy = new RecognizerResult();
        copy.Convert(read);
        copy.Intents.ShouldBeSameAs(read.Intents);
    }

    [Fact]
    public void A_dialog_view_is_a_page_view_where_there_are_pages_else_a_trace()
    {
        var client = new Traces();

        client.TrackDialogView("shipping");
        NullBotTelemetryClient.Instance.TrackDialogView("shipping");

        client.Message!.ShouldContain("shipping");
    }

    private sealed class Traces : IBotTelemetryClient
    {
        public string? Message { get; private set; }

        public void Flush()
        {
        }

        public void TrackAvailability(string name, DateTimeOffset timeStamp, TimeSpan duration, string runLocation, bool success, string? message = null, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null)
        {
        }

        public void TrackDependency(string dependencyTypeName, string target, string dependencyName, string data, DateTimeOffset startTime, TimeSpan duration, string resultCode, bool success)
        {
        }

        public void TrackEvent(string eventName, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null)
        {
        }

        public void TrackException(Exception exception, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null)
        {
        }

        public void TrackTrace(string message, Severity severityLevel, IDictionary<string, string> properties) => Message = message;
    }
}
