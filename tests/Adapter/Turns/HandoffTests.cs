using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Simulator;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Tests.Turns;

public sealed class HandoffTests
{
    [Fact]
    public async Task A_turn_that_hands_over_sends_nothing_and_its_text_is_the_persons_draft()
    {
        await using var route = await StartAsync([]);

        var question = await HandedOverAsync(route);

        var draft = (await route.Services.GetRequiredService<IDraftStore>().OpenAsync(route.Seller.Id, 10, default)).ShouldHaveSingleItem();
        DraftPayload.Parse(draft.Payload).Text.ShouldBe("Lo consulto con el taller.");
        draft.Activity.ShouldBe(QuestionKeys.Activity(route.Seller.Id, question.Id));
        (await route.LoadAsync()).Owner.ShouldBe(Owner.Waiting);
        route.World.Journal.Accepted(EffectKinds.Answer).ShouldBeEmpty();
        var initiated = (await route.LoadAsync()).Activities.Single(entry => entry.Role == ActivityRole.Event);
        ActivityJson.Read(initiated.Payload).Name.ShouldBe(HandoffEventNames.InitiateHandoff);
    }

    [Fact]
    public async Task While_a_person_owns_the_conversation_the_bots_replies_are_drafts()
    {
        await using var route = await StartAsync([]);
        await HandedOverAsync(route);

        await route.AskAsync("¿y el color?");
        await route.UntilAsync(async () => (await route.RecordsAsync()).Count == 2);

        (await route.RecordsAsync())[1].Decision.ShouldBe("draft");
        route.World.Journal.Accepted(EffectKinds.Answer).ShouldBeEmpty();
    }

    [Fact]
    public async Task Accepted_and_completed_change_who_speaks_and_reach_the_bot_as_events()
    {
        var events = new List<string>();
        await using var route = await StartAsync(events);
        await HandedOverAsync(route);
        var handoffs = route.Services.GetRequiredService<IHandoffs>();

        await handoffs.AcceptAsync(route.Conversation.Id, "ana");
        await route.UntilAsync(_ => events.Count == 1);
        (await route.LoadAsync()).Owner.ShouldBe(new Owner(OwnerKind.Agent, "ana"));
        await handoffs.CompleteAsync(route.Conversation.Id, "listo");
        await route.UntilAsync(_ => events.Count == 2);
        (await route.LoadAsync()).Owner.ShouldBe(Owner.Bot);

        events.ShouldBe(["handoff.status:accepted:", "handoff.status:completed:listo"]);
    }

    [Fact]
    public async Task A_handoff_that_failed_gives_the_bot_its_voice_back_to_answer_the_question()
    {
        await using var route = await StartAsync([], onFailed: "Todavía no tengo el dato.");
        var question = await HandedOverAsync(route);

        await route.Services.GetRequiredService<IHandoffs>().FailAsync(route.Conversation.Id);

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Todavía no tengo el dato.");
    }

    [Fact]
    public async Task An_event_turn_with_nothing_to_answer_drops_its_text_with_a_reason_and_goes_on()
    {
        await using var route = await StartAsync([], onFailed: "A nadie.");
        var question = await HandedOverAsync(route);
        route.World.AnswerElsewhere(question.Id, "Ya está.");
        await route.NoticeAsync(question.Id);
        await route.UntilSlotAsync(question.Id, slot => slot.IsFinal);

        await route.Services.GetRequiredService<IHandoffs>().FailAsync(route.Conversation.Id);
        await route.UntilAsync(async () => (await route.RecordsAsync()).Any(record => TurnTrace.Parse(record.Payload).Text == "A nadie."));

        var dropped = (await route.RecordsAsync()).Select(record => TurnTrace.Parse(record.Payload)).Single(trace => trace.Text == "A nadie.");
        dropped.Decision.ShouldBe("drop");
        dropped.Reasons.ShouldHaveSingleItem().Text.ShouldContain("nothing that this text could answer");
        (await route.LoadAsync()).Activities.ShouldAllBe(entry => entry.Turn != ActivityTurn.Parked);
    }

    [Fact]
    public async Task When_the_person_answers_outside_the_bot_speaks_again()
    {
        await using var route = await StartAsync([]);
        var question = await HandedOverAsync(route);

        route.World.AnswerElsewhere(question.Id, "Lo arreglé.");
        await route.NoticeAsync(question.Id);
        await route.UntilAsync(snapshot => snapshot.Owner.Kind == OwnerKind.Bot);

        var next = await route.AskAsync("¿y el color?");
        (await route.AnswerAsync(next.Id)).Text.ShouldBe("Respondo: ¿y el color?");
    }

    [Fact]
    public async Task Handing_over_without_a_word_leaves_the_question_to_a_person_and_no_draft()
    {
        await using var route = await StartAsync([], text: null);

        await HandedOverAsync(route);

        (await route.Services.GetRequiredService<IDraftStore>().OpenAsync(route.Seller.Id, 10, default)).ShouldBeEmpty();
        (await route.RecordsAsync()).Single().Decision.ShouldBe("hold");
    }

    [Fact]
    public async Task A_desk_that_names_an_unknown_conversation_is_told_so()
    {
        await using var route = await StartAsync([]);

        var failed = await Should.ThrowAsync<MercadoLibreChannelException>(route.Services.GetRequiredService<IHandoffs>().CompleteAsync("questions:1:MLA1:2"));

        failed.Failure.ShouldBe(ChannelFailure.UnknownConversation);
    }

    private static Task<Route.Route> StartAsync(List<string> events, string? onFailed = null, string? text = "Lo consulto con el taller.") => Route.Route.StartAsync(async (turn, ct) =>
    {
        if (turn.Activity is { Type: ActivityTypes.Event, Name: HandoffEventNames.HandoffStatus })
        {
            var status = (JObject)turn.Activity.Value;
            events.Add($"{turn.Activity.Name}:{status["state"]}:{status["message"]}");
            if (onFailed is not null && (string?)status["state"] == "failed")
                await turn.SendActivityAsync(onFailed, cancellationToken: ct);
        }
        else if (turn.Activity.Type == ActivityTypes.Message && turn.Activity.Text == "¿se puede reparar?")
        {
            if (text is not null)
                await turn.SendActivityAsync(text, cancellationToken: ct);
            await turn.SendActivityAsync(EventFactory.CreateHandoffInitiation(turn, new { reason = "repair" }), ct);
        }
        else if (turn.Activity.Type == ActivityTypes.Message)
        {
            await turn.SendActivityAsync("Respondo: " + turn.Activity.Text, cancellationToken: ct);
        }
    });

    private static async Task<WorldQuestion> HandedOverAsync(Route.Route route)
    {
        var question = await route.AskAsync("¿se puede reparar?");
        await route.UntilAsync(snapshot => snapshot.Owner.Kind == OwnerKind.Waiting);
        return question;
    }
}
