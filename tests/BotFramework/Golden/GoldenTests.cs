using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MeliBot.BotFramework.Tests.Golden;

public class GoldenTests
{
    private static Activity Question() => new()
    {
        Type = ActivityTypes.Message,
        Id = "900:q:41",
        Timestamp = new DateTimeOffset(2026, 3, 4, 15, 16, 17, 500, TimeSpan.Zero),
        ServiceUrl = "https://channel.test/",
        ChannelId = "shop",
        From = new ChannelAccount("900:77", "Lucía", RoleTypes.User),
        Conversation = new ConversationAccount(false, "questions", "questions:900:ITEM1:77"),
        Recipient = new ChannelAccount("900", "Shop", RoleTypes.Bot),
        TextFormat = TextFormatTypes.Plain,
        Locale = "pt-BR",
        Text = "Tem em azul?",
        Attachments = [new Attachment("image/png", "https://pictures.test/blue.png", name: "blue")],
        Entities = [new Entity("shop/colour") { Properties = new JObject { ["value"] = "blue" } }],
        ChannelData = new JObject { ["resource"] = "/questions/41" },
        Properties = new JObject { ["x-unknown"] = new JObject { ["kept"] = true } },
    };

    [Fact]
    public void A_message_is_written_in_the_order_of_the_protocol() => Question().ShouldGive("message.json");

    [Fact]
    public void What_is_read_is_written_again_with_what_no_type_knows()
    {
        var read = JsonConvert.DeserializeObject<Activity>(Fixture.Read("message.json"))!;

        read.Timestamp.ShouldBe(Question().Timestamp);
        read.Entities[0].Properties["value"].ShouldBe("blue");
        read.ShouldGive("message.json");
    }

    [Fact]
    public void Without_settings_every_property_is_written_even_if_null() => new Activity
    {
        Type = ActivityTypes.Message,
        From = new ChannelAccount("900:77"),
        Conversation = new ConversationAccount(id: "c"),
        Text = "hola",
        Attachments = [new Attachment("image/png")],
    }.ShouldGive("message.nulls.json", nulls: true);

    [Fact]
    public void A_continuation_comes_from_the_user_and_relates_to_the_reference()
    {
        var continuation = Question().GetConversationReference().GetContinuationActivity();

        Guid.TryParse(continuation.Id, out _).ShouldBeTrue();
        continuation.Id = "ID";
        continuation.ShouldGive("continuation.json");
    }

    [Fact]
    public void A_handoff_carries_context_transcript_and_reference()
    {
        using var turn = new TurnContext(new TestAdapter(), Question());
        var transcript = new Transcript([new Activity(ActivityTypes.Message) { Text = "Tem em azul?" }]);

        var handoff = (Activity)EventFactory.CreateHandoffInitiation(turn, new { Reason = "colour" }, transcript);

        Masked(handoff).ShouldGive("handoff.initiate.json");
    }

    [Fact]
    public void A_status_without_a_message_says_null()
    {
        var status = (Activity)EventFactory.CreateHandoffStatus(new ConversationAccount(id: "c"), "accepted");

        Masked(status).ShouldGive("handoff.status.json");
    }

    [Fact]
    public void Cards_are_the_content_of_attachments()
    {
        var receipt = new ReceiptCard(
            "Order 5",
            [new Fact("Pack", "12")],
            [new ReceiptItem("Lamp", image: new CardImage("https://pictures.test/lamp.png", "A lamp"), price: "$ 10", quantity: "2")],
            total: "$ 20",
            buttons: [new CardAction(ActionTypes.OpenUrl, "Track", value: "https://track.test/")]);

        var message = MessageFactory.Carousel([receipt.ToAttachment()], "Gracias");

        message.ShouldGive("receipt.json");
    }

    [Fact]
    public void Suggested_actions_say_their_own_text_back() => MessageFactory
        .SuggestedActions(["rojo", "azul"], "¿Color?", "<speak/>", InputHints.ExpectingInput, ["900:77"])
        .ShouldGive("choices.json");

    [Fact]
    public async Task State_in_memory_names_its_types()
    {
        var memory = new Dictionary<string, JObject>();
        var state = new ConversationState(new MemoryStorage(memory));
        using var turn = new TurnContext(new TestAdapter(), Question());
        await state.CreateProperty<ConversationReference>("last").SetAsync(turn, new ConversationReference("900:q:41"));
        await state.CreateProperty<int>("count").SetAsync(turn, 3);

        await state.SaveChangesAsync(turn);

        memory.ShouldGive("state.json", nulls: true);
    }

    private static Activity Masked(Activity activity)
    {
        Guid.TryParse(activity.Id, out _).ShouldBeTrue();
        activity.Timestamp.ShouldNotBeNull();
        activity.Id = "ID";
        activity.Timestamp = null;
        return activity;
    }
}
