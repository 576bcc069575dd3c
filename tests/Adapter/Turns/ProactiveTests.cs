using System.Security.Claims;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Simulator;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Tests.Turns;

/// <summary>A caller continues a conversation whose bot kept silent.</summary>
public sealed class ProactiveTests
{
    private static readonly Dictionary<string, Func<MercadoLibreAdapter, ConversationReference, BotCallbackHandler, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["botId, reference"] = (a, r, c) => a.ContinueConversationAsync("bot", r, c, default),
        ["identity, reference"] = (a, r, c) => a.ContinueConversationAsync(new ClaimsIdentity(), r, c, default),
        ["identity, reference, audience"] = (a, r, c) => a.ContinueConversationAsync(new ClaimsIdentity(), r, "audience", c, default),
        ["botId, activity"] = (a, r, c) => a.ContinueConversationAsync("bot", r.GetContinuationActivity(), c, default),
        ["identity, activity"] = (a, r, c) => a.ContinueConversationAsync(new ClaimsIdentity(), r.GetContinuationActivity(), c, default),
        ["identity, activity, audience"] = (a, r, c) => a.ContinueConversationAsync(new ClaimsIdentity(), r.GetContinuationActivity(), "audience", c, default),
    };

    public static TheoryData<string> Overloads => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Overloads))]
    public async Task Each_overload_answers_the_open_question_even_when_the_callback_awaits(string overload)
    {
        await using var route = await SilentAsync();
        var (question, reference) = await OpenAsync(route, "¿Hay stock?");

        await Calls[overload](route.Adapter, reference, async (turn, ct) =>
        {
            await Task.Yield();
            await turn.SendActivityAsync("Ya averigüé: sí.", cancellationToken: ct);
        });

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Ya averigüé: sí.");
    }

    [Fact]
    public async Task It_answers_the_question_that_the_reference_names()
    {
        await using var route = await SilentAsync();
        var (first, reference) = await OpenAsync(route, "¿uno?");
        var (second, _) = await OpenAsync(route, "¿dos?");

        await route.Adapter.ContinueConversationAsync("bot", reference, (turn, ct) => turn.SendActivityAsync("A la primera.", cancellationToken: ct), default);

        (await route.AnswerAsync(first.Id)).Text.ShouldBe("A la primera.");
        route.World.Question(second.Id)!.Answer.ShouldBeNull();
    }

    [Fact]
    public async Task It_answers_the_only_open_question_when_the_one_it_names_is_answered()
    {
        await using var route = await SilentAsync();
        var (first, reference) = await OpenAsync(route, "¿uno?");
        route.World.AnswerElsewhere(first.Id, "Listo.");
        await route.NoticeAsync(first.Id);
        await route.UntilSlotAsync(first.Id, slot => slot.IsFinal);
        var (second, _) = await OpenAsync(route, "¿dos?");

        await route.Adapter.ContinueConversationAsync("bot", reference, (turn, ct) => turn.SendActivityAsync("A la segunda.", cancellationToken: ct), default);

        (await route.AnswerAsync(second.Id)).Text.ShouldBe("A la segunda.");
    }

    [Fact]
    public async Task It_fails_by_name_when_several_are_open_and_none_is_named()
    {
        await using var route = await SilentAsync();
        var (_, reference) = await OpenAsync(route, "¿uno?");
        await OpenAsync(route, "¿dos?");
        reference.ActivityId = null;

        await FailsAsync(route, reference, ChannelFailure.SeveralOpenQuestions);
    }

    [Fact]
    public async Task It_fails_by_name_when_none_is_open()
    {
        await using var route = await SilentAsync();
        var (question, reference) = await OpenAsync(route, "¿uno?");
        route.World.DeleteQuestion(question.Id);
        await route.NoticeAsync(question.Id);
        await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Refused);

        await FailsAsync(route, reference, ChannelFailure.NoOpenQuestion);
    }

    [Fact]
    public async Task It_fails_by_name_in_a_conversation_that_nobody_began()
    {
        await using var route = await SilentAsync();
        var (_, reference) = await OpenAsync(route, "¿uno?");
        reference.Conversation = new ConversationAccount(id: $"questions:{route.Seller.Id}:MLA999:42");

        await FailsAsync(route, reference, ChannelFailure.UnknownConversation);
    }

    [Fact]
    public async Task It_fails_by_name_for_a_reference_of_another_channel()
    {
        await using var route = await SilentAsync();
        var (_, reference) = await OpenAsync(route, "¿uno?");
        reference.ChannelId = "slack";

        await FailsAsync(route, reference, ChannelFailure.NotThisChannel);
    }

    [Fact]
    public async Task A_turn_that_continues_its_own_conversation_fails_instead_of_waiting_for_itself()
    {
        ChannelFailure? failure = null;
        Route.Route? route = null;
        route = await Route.Route.StartAsync(async (turn, ct) =>
        {
            var reference = turn.Activity.GetConversationReference();
            failure = (await Should.ThrowAsync<MercadoLibreChannelException>(route!.Adapter.ContinueConversationAsync("bot", reference, (_, _) => Task.CompletedTask, ct))).Failure;
            await turn.SendActivityAsync("Sí.", cancellationToken: ct);
        });
        await using var _ = route;

        await route.AnswerAsync((await route.AskAsync("¿uno?")).Id);

        failure.ShouldBe(ChannelFailure.InsideItsOwnTurn);
    }

    [Fact]
    public async Task What_the_callback_throws_reaches_the_caller_and_nothing_is_said()
    {
        await using var route = await SilentAsync();
        var (question, reference) = await OpenAsync(route, "¿uno?");

        var thrown = await Should.ThrowAsync<InvalidDataException>(route.Adapter.ContinueConversationAsync(
            "bot",
            reference,
            async (turn, ct) =>
            {
                await turn.SendActivityAsync("A medias.", cancellationToken: ct);
                throw new InvalidDataException("roto");
            },
            default));

        thrown.Message.ShouldBe("roto");
        (await route.SlotAsync(question.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task Proactive_turns_of_one_conversation_run_one_after_the_other()
    {
        await using var route = await SilentAsync();
        var (_, reference) = await OpenAsync(route, "¿uno?");
        var (running, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => route.Adapter.ContinueConversationAsync(
            "bot",
            reference,
            async (_, _) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                for (var i = 0; i < 20; i++)
                    await Task.Yield();
                Interlocked.Decrement(ref running);
            },
            default)));

        most.ShouldBe(1);
    }

    [Fact]
    public async Task Two_callers_who_answer_the_same_question_get_one_answer_and_one_named_failure()
    {
        await using var route = await SilentAsync();
        var (question, reference) = await OpenAsync(route, "¿uno?");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(async i =>
        {
            try
            {
                await route.Adapter.ContinueConversationAsync("bot", reference, (turn, ct) => turn.SendActivityAsync($"Respuesta {i}.", cancellationToken: ct), default);
                return "answered";
            }
            catch (MercadoLibreChannelException refused)
            {
                return refused.Failure is ChannelFailure.AlreadyBeingAnswered or ChannelFailure.NoOpenQuestion ? "named" : refused.Failure.ToString();
            }
        }));

        outcomes.Order(StringComparer.Ordinal).ShouldBe(["answered", "named"]);
        await route.AnswerAsync(question.Id);
        route.World.Journal.AnswersAccepted(question.Id).ShouldBe(1);
    }

    [Fact]
    public async Task A_conversation_cannot_be_started()
    {
        await using var route = await SilentAsync();

        var failed = await Should.ThrowAsync<MercadoLibreChannelException>(route.Adapter.CreateConversationAsync("bot", "mercadolibre", "", "", new ConversationParameters(), (_, _) => Task.CompletedTask, default));

        failed.Failure.ShouldBe(ChannelFailure.CannotStartConversation);
    }

    private static Task<Route.Route> SilentAsync() => Route.Route.StartAsync((_, _) => Task.CompletedTask);

    private static async Task<(WorldQuestion Question, ConversationReference Reference)> OpenAsync(Route.Route route, string text)
    {
        var question = await route.AskAsync(text);
        var id = QuestionKeys.Activity(route.Seller.Id, question.Id);
        ActivityEntry? entry = null;
        await route.UntilAsync(snapshot => (entry = snapshot.Activities.FirstOrDefault(a => a.Id == id && a.Turn == ActivityTurn.Done)) is not null);
        return (question, ActivityJson.Read(entry!.Payload).GetConversationReference());
    }

    private static async Task FailsAsync(Route.Route route, ConversationReference reference, ChannelFailure expected)
    {
        var failed = await Should.ThrowAsync<MercadoLibreChannelException>(route.Adapter.ContinueConversationAsync(
            "bot", reference, (turn, ct) => turn.SendActivityAsync("Tarde.", cancellationToken: ct), default));

        failed.Failure.ShouldBe(expected);
        route.World.Journal.Accepted(EffectKinds.Answer).Where(effect => effect.By.StartsWith("app:", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
