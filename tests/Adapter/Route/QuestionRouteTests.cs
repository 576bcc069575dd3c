using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Simulator;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Route;

public sealed class QuestionRouteTests
{
    [Fact]
    public async Task A_question_that_is_asked_gets_exactly_one_answer()
    {
        await using var route = await Route.StartAsync(Bots.Say("Sí, hay stock."));

        var question = await route.AskAsync("¿Hay stock?");

        var answer = await route.AnswerAsync(question.Id);
        answer.Text.ShouldBe("Sí, hay stock.");
        await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Sent);
        route.World.Journal.AnswersAccepted(question.Id).ShouldBe(1);
        route.World.Journal.Refused(EffectKinds.Answer).ShouldBeEmpty();
    }

    [Fact]
    public async Task Repeated_notices_of_one_question_never_answer_it_again()
    {
        await using var route = await Route.StartAsync(Bots.Say("Sí."));
        var question = await route.AskAsync("¿Hay stock?");
        await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Sent);

        for (var i = 0; i < 5; i++)
            await route.NoticeAsync(question.Id);
        await route.AskAsync("¿Y en azul?");

        await route.UntilAsync(snapshot => snapshot.Effects.Count(effect => effect.State == EffectState.Sent) == 2);
        route.World.Journal.AnswersAccepted(question.Id).ShouldBe(1);
        route.World.Journal.Refused(EffectKinds.Answer).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_answer_becomes_an_activity_of_the_conversation_after_its_question()
    {
        await using var route = await Route.StartAsync(Bots.Say("Sí."));
        var question = await route.AskAsync("¿Hay stock?");

        await route.UntilAsync(snapshot => snapshot.Activities.Count == 2);

        var activities = (await route.LoadAsync()).Activities;
        activities.Select(entry => entry.Id).ShouldBe([QuestionKeys.Activity(route.Seller.Id, question.Id), QuestionKeys.Answer(route.Seller.Id, question.Id)]);
        var answer = ActivityJson.Read(activities[1].Payload);
        answer.Text.ShouldBe("Sí.");
        answer.ReplyToId.ShouldBe(activities[0].Id);
        answer.GetChannelData<QuestionChannelData>().By.ShouldBe("bot");
    }

    [Fact]
    public async Task The_notice_of_our_own_answer_changes_nothing()
    {
        await using var route = await Route.StartAsync(Bots.Say("Sí."));
        var question = await route.AskAsync("¿Hay stock?");
        await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Sent);
        await route.UntilAsync(snapshot => snapshot.Activities.Count == 2);
        var before = (await route.LoadAsync()).Activities[1].Payload;

        await route.NoticeAsync(question.Id);
        var next = await route.AskAsync("¿Y en azul?");
        await route.UntilSlotAsync(next.Id, slot => slot.State == EffectState.Sent);

        (await route.LoadAsync()).Activities.Single(entry => entry.Id == QuestionKeys.Answer(route.Seller.Id, question.Id)).Payload.ShouldBe(before);
    }

    [Fact]
    public async Task Two_texts_of_one_turn_become_one_line()
    {
        await using var route = await Route.StartAsync(async (turn, ct) =>
        {
            await turn.SendActivityAsync("Sí, hay stock.", cancellationToken: ct);
            await turn.SendActivityAsync("Cuesta 100\npesos", cancellationToken: ct);
        });

        var question = await route.AskAsync("¿Hay stock? ¿Precio?");

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Sí, hay stock. Cuesta 100 pesos.");
    }

    [Fact]
    public async Task Several_open_questions_are_answered_in_the_order_asked_and_the_bot_sees_the_earlier_ones()
    {
        var seen = new List<string>();
        await using var route = await Route.StartAsync(async (turn, ct) =>
        {
            seen.Add(string.Join('|', turn.GetEarlierActivities().Where(a => a.From.Role == RoleTypes.User).Select(a => a.Text)) + ">" + turn.Activity.Text);
            await turn.SendActivityAsync("Respuesta a " + turn.Activity.Text, cancellationToken: ct);
        }, services => services.PostConfigure<MercadoLibreAdapterOptions>(options => options.QuestionSettle = TimeSpan.FromSeconds(1)));
        var first = route.World.Ask(route.Buyer.Id, route.Item.Id, "uno");
        var second = route.World.Ask(route.Buyer.Id, route.Item.Id, "dos");

        await route.NoticeAsync(second.Id);
        await route.NoticeAsync(first.Id);

        await route.AnswerAsync(second.Id);
        await route.AnswerAsync(first.Id);
        // A turn may run again.
        seen.Distinct(StringComparer.Ordinal).ShouldBe([">uno", "uno>dos"]);
        route.World.Journal.Accepted(EffectKinds.Answer).Select(effect => effect.Text).ShouldBe(["Respuesta a uno.", "Respuesta a dos."]);
    }

    [Fact]
    public async Task A_question_answered_elsewhere_is_never_answered_again()
    {
        var turns = 0;
        await using var route = await Route.StartAsync((turn, ct) =>
        {
            turns++;
            return Bots.Say("Sí.")(turn, ct);
        });
        var question = route.World.Ask(route.Buyer.Id, route.Item.Id, "¿Hay stock?");
        route.World.AnswerElsewhere(question.Id, "Sí, de otro lado.");

        await route.NoticeAsync(question.Id);

        var slot = await route.UntilSlotAsync(question.Id, slot => slot.IsFinal);
        slot.State.ShouldBe(EffectState.AnsweredElsewhere);
        turns.ShouldBe(0);
        var answer = ActivityJson.Read((await route.LoadAsync()).Activities[^1].Payload);
        answer.Text.ShouldBe("Sí, de otro lado.");
        answer.GetChannelData<QuestionChannelData>().By.ShouldBe("elsewhere");
    }

    [Fact]
    public async Task The_person_who_answers_while_the_bot_thinks_wins_and_the_bot_is_told()
    {
        var events = new List<(string Name, string RelatesTo)>();
        Route? route = null;
        route = await Route.StartAsync(async (turn, ct) =>
        {
            if (turn.Activity.Type == ActivityTypes.Event)
            {
                events.Add((turn.Activity.Name, turn.Activity.RelatesTo.ActivityId));
                return;
            }

            route!.World.AnswerElsewhere(route.World.AllQuestions[0].Id, "Lo respondo yo.");
            await turn.SendActivityAsync("Sí.", cancellationToken: ct);
        });
        await using var _ = route;
        var question = await route.AskAsync("¿Hay stock?");

        await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.AnsweredElsewhere);
        await route.UntilAsync(snapshot => snapshot.Activities.Any(entry => entry is { Role: ActivityRole.Event, Turn: ActivityTurn.Done }));

        events.ShouldBe([(MercadoLibreEvents.AnsweredElsewhere, QuestionKeys.Activity(route.Seller.Id, question.Id))]);
        route.World.Journal.Accepted(EffectKinds.Answer).Count.ShouldBe(1);
        route.World.Journal.Refused(EffectKinds.Answer).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_not_found_right_after_its_notice_is_looked_for_again()
    {
        await using var route = await Route.StartAsync(Bots.Say("Sí."));
        route.World.AddFault(new Fault { Kind = FaultKind.NotFoundAfterNotice, Endpoint = "GET /questions/*", Lag = TimeSpan.FromSeconds(1) });

        var question = await route.AskAsync("¿Hay stock?");

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Sí.");
    }

    [Fact]
    public async Task A_turn_leaves_a_record_of_what_it_decided_and_why()
    {
        await using var route = await Route.StartAsync(async (turn, ct) =>
        {
            await turn.SendActivitiesAsync([Activity.CreateTypingActivity()], ct);
            await turn.SendActivityAsync("Sí.", cancellationToken: ct);
        });
        var question = await route.AskAsync("¿Hay stock?");
        await route.AnswerAsync(question.Id);

        var record = (await route.RecordsAsync()).ShouldHaveSingleItem();
        var trace = TurnTrace.Parse(record.Payload);
        record.Decision.ShouldBe("send");
        trace.Activity.ShouldBe(QuestionKeys.Activity(route.Seller.Id, question.Id));
        trace.Text.ShouldBe("Sí.");
        trace.Noted.ShouldBe(["typing"]);
    }
}
