using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Tests.Turns;

/// <summary>What a bot sends in its turn, and what of it becomes public.</summary>
public sealed class BufferTests
{
    [Fact]
    public async Task Every_activity_gets_its_own_response_in_order_also_those_that_never_leave()
    {
        ResourceResponse[] responses = [];
        Activity[] sent =
        [
            new(ActivityTypes.Typing),
            MessageFactory.Text("Sí."),
            new(ActivityTypes.Trace) { Name = "BotState", Value = "secreto" },
            new(ActivityTypesEx.Delay) { Value = 60_000 },
            MessageFactory.Text("Hay tres."),
        ];

        var (route, question) = await AnsweredAsync(async (turn, ct) => responses = await turn.SendActivitiesAsync(sent, ct));
        await using var _ = route;

        var incoming = QuestionKeys.Activity(route.Seller.Id, question);
        responses.Select(response => response.Id).ShouldBe(Enumerable.Range(0, 5).Select(i => $"{incoming}:reply:{i}"));
        sent.Select(activity => activity.Id).ShouldBe(responses.Select(response => response.Id));
        (await route.AnswerAsync(question)).Text.ShouldBe("Sí. Hay tres.");
        TurnTrace.Parse((await route.RecordsAsync()).Single().Payload).Noted.ShouldBe(["typing", "trace:BotState", "delay"]);
    }

    [Fact]
    public async Task What_a_trace_holds_is_kept_nowhere()
    {
        var (route, _) = await AnsweredAsync(async (turn, ct) =>
        {
            await turn.SendActivityAsync(new Activity(ActivityTypes.Trace) { Name = "BotState", Value = "CANARIO" }, ct);
            await turn.SendActivityAsync("Sí.", cancellationToken: ct);
        });
        await using var __ = route;

        var snapshot = await route.LoadAsync();
        string.Concat(snapshot.Activities.Select(a => a.Payload).Concat(snapshot.Effects.Select(e => e.Payload)).Concat((await route.RecordsAsync()).Select(r => r.Payload)))
            .ShouldNotContain("CANARIO");
    }

    [Fact]
    public async Task Updates_and_deletes_inside_the_turn_edit_what_will_be_said()
    {
        var (route, question) = await AnsweredAsync(async (turn, ct) =>
        {
            var first = await turn.SendActivityAsync("Uno.", cancellationToken: ct);
            var second = await turn.SendActivityAsync("Dos.", cancellationToken: ct);
            await turn.SendActivityAsync("Tres.", cancellationToken: ct);
            var update = MessageFactory.Text("Primero.");
            update.Id = first.Id;
            (await turn.UpdateActivityAsync(update, ct)).Id.ShouldBe(first.Id);
            await turn.DeleteActivityAsync(second.Id, ct);
        });
        await using var _ = route;

        (await route.AnswerAsync(question)).Text.ShouldBe("Primero. Tres.");
    }

    [Fact]
    public async Task An_answer_of_an_earlier_turn_can_be_neither_edited_nor_deleted()
    {
        var failures = new List<ChannelFailure>();
        await using var route = await Route.Route.StartAsync(async (turn, ct) =>
        {
            if (turn.Activity.Type != ActivityTypes.Message)
                return;
            if (turn.GetEarlierActivities().FirstOrDefault(a => a.From.Role == RoleTypes.Bot) is { } earlier)
            {
                var update = MessageFactory.Text("Otra cosa.");
                update.Id = earlier.Id;
                failures.Add((await Should.ThrowAsync<MercadoLibreChannelException>(turn.UpdateActivityAsync(update, ct))).Failure);
                failures.Add((await Should.ThrowAsync<MercadoLibreChannelException>(turn.DeleteActivityAsync(earlier.Id, ct))).Failure);
            }

            await turn.SendActivityAsync("Sí.", cancellationToken: ct);
        });
        await route.AskAsync("¿Hay stock?");
        await route.UntilAsync(snapshot => snapshot.Activities.Any(entry => entry.Role == ActivityRole.Outgoing));

        var second = await route.AskAsync("¿Y hoy?");
        await route.AnswerAsync(second.Id);

        failures.ShouldBe([ChannelFailure.AlreadyPublished, ChannelFailure.AlreadyPublished]);
    }

    [Fact]
    public async Task Texts_sent_at_the_same_time_are_all_kept_once()
    {
        var (route, question) = await AnsweredAsync(async (turn, ct) =>
        {
            var sent = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
            {
                await Task.Yield();
                return await turn.SendActivityAsync($"Dato {i}x.", cancellationToken: ct);
            }));
            sent.Select(response => response.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(40);
        });
        await using var _ = route;

        var text = (await route.AnswerAsync(question)).Text;
        for (var i = 0; i < 40; i++)
            text.ShouldContain($"Dato {i}x.");
    }

    [Fact]
    public async Task One_instance_that_is_changed_and_sent_again_counts_as_it_was_each_time()
    {
        var (route, question) = await AnsweredAsync(async (turn, ct) =>
        {
            var message = MessageFactory.Text("Uno.");
            await turn.SendActivityAsync(message, ct);
            message.Text = "Dos.";
            await turn.SendActivityAsync(message, ct);
            message.Text = "Nunca.";
        });
        await using var _ = route;

        (await route.AnswerAsync(question)).Text.ShouldBe("Uno. Dos.");
    }

    [Fact]
    public async Task An_invoke_response_is_stashed_for_whoever_asks_and_never_said()
    {
        object? stashed = null;
        var (route, question) = await AnsweredAsync(async (turn, ct) =>
        {
            await turn.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = "hecho" }, ct);
            await turn.SendActivityAsync("Sí.", cancellationToken: ct);
            stashed = turn.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey)?.Value;
        });
        await using var _ = route;

        stashed.ShouldBe("hecho");
        (await route.AnswerAsync(question)).Text.ShouldBe("Sí.");
    }

    [Fact]
    public async Task Cards_and_suggested_actions_are_said_as_text()
    {
        var (route, question) = await AnsweredAsync((turn, ct) => turn.SendActivityAsync(
            MessageFactory.Attachment(new HeroCard { Title = "Taza", Text = "Cuesta 100 pesos" }.ToAttachment()), ct));
        await using var _ = route;

        (await route.AnswerAsync(question)).Text.ShouldBe("Taza. Cuesta 100 pesos.");
    }

    [Fact]
    public async Task A_send_after_the_turn_has_ended_fails_and_changes_nothing()
    {
        ITurnContext? kept = null;
        var (route, question) = await AnsweredAsync((turn, ct) =>
        {
            kept = turn;
            return turn.SendActivityAsync("Sí.", cancellationToken: ct);
        });
        await using var _ = route;

        await Should.ThrowAsync<Exception>(kept!.SendActivityAsync("Tarde."));
        (await route.AnswerAsync(question)).Text.ShouldBe("Sí.");
    }

    [Fact]
    public async Task A_context_that_is_no_turn_of_the_adapter_can_send_nothing()
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        using var context = new TurnContext(route.Adapter, new Activity(ActivityTypes.Message) { Conversation = new ConversationAccount(id: "x") });

        var failed = await Should.ThrowAsync<MercadoLibreChannelException>(() => route.Adapter.SendActivitiesAsync(context, [MessageFactory.Text("Tarde.")], default));

        failed.Failure.ShouldBe(ChannelFailure.OutsideTurn);
    }

    [Fact]
    public async Task Middleware_sees_the_turn_and_what_it_sends()
    {
        var seen = new List<string>();
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        route.Adapter.Use(new Listener(seen));

        var question = await route.AskAsync("¿Hay stock?");
        await route.AnswerAsync(question.Id);

        seen.ShouldBe(["¿Hay stock?", "Sí."]);
    }

    private static async Task<(Route.Route Route, long Question)> AnsweredAsync(BotCallbackHandler bot)
    {
        var route = await Route.Route.StartAsync((turn, ct) => turn.Activity.Type == ActivityTypes.Message ? bot(turn, ct) : Task.CompletedTask);
        var question = await route.AskAsync("¿Hay stock?");
        await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Sent);
        return (route, question.Id);
    }

    private sealed class Listener(List<string> seen) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            if (turnContext.Activity.Type == ActivityTypes.Message)
                seen.Add(turnContext.Activity.Text);
            turnContext.OnSendActivities(async (_, activities, send) =>
            {
                seen.AddRange(activities.Select(activity => activity.Text));
                return await send();
            });
            await next(cancellationToken);
        }
    }
}
