using System.Text.Json;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;
using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Tests.Inbound;

/// <summary>What one look at a question means.</summary>
public sealed class QuestionSightTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("UNANSWERED", SlotSight.Open, ActivityTurn.Pending)]
    [InlineData("unanswered", SlotSight.Open, ActivityTurn.Pending)]
    [InlineData("UNDER_REVIEW", SlotSight.Blocked, ActivityTurn.Pending)]
    [InlineData("SOMETHING_NEW", SlotSight.Blocked, ActivityTurn.Pending)]
    [InlineData("ANSWERED", SlotSight.Filled, ActivityTurn.None)]
    [InlineData("CLOSED_UNANSWERED", SlotSight.Closed, ActivityTurn.None)]
    [InlineData("BANNED", SlotSight.Closed, ActivityTurn.None)]
    [InlineData("DELETED", SlotSight.Closed, ActivityTurn.None)]
    [InlineData("DISABLED", SlotSight.Closed, ActivityTurn.None)]
    public void Each_status_says_what_the_slot_can_do_and_whether_the_bot_has_a_turn(string status, SlotSight sight, ActivityTurn turn)
    {
        var seen = See(Read(status));

        seen.Observations.ShouldHaveSingleItem().Sight.ShouldBe(sight);
        seen.Activities[0].Turn.ShouldBe(turn);
        seen.Observations[0].Event.ShouldBeNull();
    }

    [Fact]
    public void A_question_is_the_activity_that_the_channel_promises()
    {
        var seen = See(Read("UNANSWERED"));

        seen.Conversation.ShouldBe(new ConversationRef("questions:100:MLB700:200", 100, "questions"));
        var entry = seen.Activities.ShouldHaveSingleItem();
        entry.Id.ShouldBe("100:question:11");
        entry.OrderKey.ShouldBe("2026-01-02T03:04:05.7466086Z/00000000000000000011/0");
        var activity = ActivityJson.Read(entry.Payload);
        activity.Type.ShouldBe(ActivityTypes.Message);
        activity.ChannelId.ShouldBe("mercadolibre");
        activity.Locale.ShouldBe("pt-BR");
        activity.Text.ShouldBe("Tem?");
        activity.From.Id.ShouldBe("100:200");
        activity.From.Role.ShouldBe(RoleTypes.User);
        activity.Recipient.Id.ShouldBe("100");
        activity.Recipient.Name.ShouldBe("TIENDA");
        activity.Conversation.Id.ShouldBe(seen.Conversation.Id);
        activity.Conversation.ConversationType.ShouldBe("questions");
        var data = activity.GetChannelData<QuestionChannelData>();
        data.ShouldBe(new QuestionChannelData { Account = 100, SiteId = "MLB", ItemId = "MLB700", QuestionId = 11, BuyerId = 200, Status = "UNANSWERED", Resource = data.Resource });
        ((string?)data.Resource!["date_created"]).ShouldBe("2026-01-02T03:04:05.7466086Z");
        ((string?)data.Resource["a_new_field"]).ShouldBe("kept");
    }

    [Fact]
    public void The_same_question_is_the_same_entry_to_the_byte()
    {
        See(Read("UNANSWERED")).Activities[0].ShouldBe(See(Read("UNANSWERED")).Activities[0]);
    }

    [Fact]
    public void An_answer_that_reads_as_ours_is_ours_and_any_other_is_the_sellers()
    {
        var slot = Slot(EffectState.Sent, "Sim,  tem.");

        By(See(Read("ANSWERED", "Sim, tem."), slot)).ShouldBe("agent:ana");
        By(See(Read("ANSWERED", "Outra coisa."), Slot(EffectState.Sending, "Sim, tem."))).ShouldBe("elsewhere");
        By(See(Read("ANSWERED", "Sim, tem."))).ShouldBe("elsewhere");
        By(See(Read("ANSWERED", "Sim, tem."), Slot(EffectState.Planned, "Sim, tem."))).ShouldBe("elsewhere");
    }

    [Fact]
    public void An_answer_given_within_the_second_of_its_question_still_follows_it()
    {
        var seen = See(Read("ANSWERED", "Sim.", answeredAt: "2026-01-02T03:04:05Z"));

        string.CompareOrdinal(seen.Activities[0].OrderKey, seen.Activities[1].OrderKey).ShouldBeLessThan(0);
    }

    [Fact]
    public void The_bot_is_told_when_an_answer_that_was_on_its_way_is_overtaken_but_not_while_it_is_being_sent()
    {
        var answered = Read("ANSWERED", "Outra coisa.");

        Event(See(answered, Slot(EffectState.Planned))).ShouldBe(MercadoLibreEvents.AnsweredElsewhere);
        Event(See(answered, Slot(EffectState.Waiting))).ShouldBe(MercadoLibreEvents.AnsweredElsewhere);
        Event(See(answered, Slot(EffectState.Sending))).ShouldBeNull();
        Event(See(answered, Slot(EffectState.Sent))).ShouldBeNull();
        Event(See(Read("DELETED"), Slot(EffectState.Planned))).ShouldBe(MercadoLibreEvents.AnswerRefused);
        Event(See(answered, handled: true)).ShouldBe(MercadoLibreEvents.AnsweredElsewhere);
    }

    [Fact]
    public void A_ban_of_what_stands_is_an_event_with_the_words_that_stood()
    {
        var seen = See(Read("ANSWERED", "", answerStatus: "BANNED"), Slot(EffectState.Sent, "Sim, tem."));

        seen.Observations[0].Sight.ShouldBe(SlotSight.Banned);
        Event(seen).ShouldBe(MercadoLibreEvents.AnswerBanned);
        ActivityJson.Read(seen.Activities[1].Payload).Text.ShouldBe("Sim, tem.");
    }

    [Fact]
    public void A_question_without_a_known_asker_is_a_conversation_of_its_own()
    {
        var question = JsonSerializer.Deserialize<Question>("""{"id":11,"seller_id":"100","item_id":"MLA7","status":"UNANSWERED","text":"Hay?","date_created":"2013-05-02T10:00:00.000-04:00"}""", MercadoLibreJson.Options)!;

        var seen = See(question);

        seen.Conversation.Id.ShouldBe("questions:100:MLA7:question-11");
        ActivityJson.Read(seen.Activities[0].Payload).From.Id.ShouldBe("100:unknown");
    }

    [Fact]
    public void A_question_waits_for_older_ones_from_when_we_learnt_of_it_however_old_it_is()
    {
        var young = Read("UNANSWERED") with { DateCreated = Now };
        var ahead = Read("UNANSWERED") with { DateCreated = Now.AddMinutes(3) };

        See(young).Activities[0].DueAt.ShouldBe(Now.AddSeconds(1));
        See(ahead).Activities[0].DueAt.ShouldBe(Now.AddSeconds(1));
        See(Read("UNANSWERED")).Activities[0].DueAt.ShouldBe(Now.AddSeconds(1));
    }

    private static ConversationIngest See(Question question, EffectSlot? slot = null, bool handled = false) =>
        new QuestionSight(new QuestionActivities("https://api.example/"), new AnswerEvents("https://api.example/"))
            .See(question, 100, "TIENDA", slot, handled, TimeSpan.FromSeconds(1), Now);

    private static string? By(ConversationIngest seen) => ActivityJson.Read(seen.Activities[1].Payload).GetChannelData<QuestionChannelData>().By;

    private static string? Event(ConversationIngest seen) => seen.Observations[0].Event is { } entry ? ActivityJson.Read(entry.Payload).Name : null;

    private static Question Read(string status, string? answer = null, string answerStatus = "ACTIVE", string answeredAt = "2026-01-02T04:00:00Z") => JsonSerializer.Deserialize<Question>(
        $$"""
        {"id":11,"seller_id":100,"buyer_id":200,"item_id":"MLB700","status":"{{status}}","text":"Tem?","a_new_field":"kept","date_created":"2026-01-02T03:04:05.746608612Z",
        "answer":{{(answer is null ? "null" : $$"""{"text":"{{answer}}","status":"{{answerStatus}}","date_created":"{{answeredAt}}"}""")}}}
        """,
        MercadoLibreJson.Options)!;

    private static EffectSlot Slot(EffectState state, string text = "Sim, tem.") => new()
    {
        Key = "100:answer:11",
        Account = 100,
        Conversation = "questions:100:MLB700:200",
        Kind = AnswerPayload.Kind,
        State = state,
        Epoch = 1,
        Revision = 1,
        Attempt = 0,
        Author = "agent:ana",
        Payload = new AnswerPayload(11, text).ToJson(),
        DueAt = Now,
        UpdatedAt = Now,
    };
}
