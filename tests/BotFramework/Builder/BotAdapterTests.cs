using System.Globalization;
using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MeliBot.BotFramework.Tests.Builder;

public class BotAdapterTests
{
    private readonly Recorder _adapter = new();

    [Fact]
    public async Task A_turn_runs_in_the_culture_of_its_locale()
    {
        var before = CultureInfo.CurrentCulture;
        var incoming = Recorder.Incoming();
        incoming.Locale = "es-AR";
        using var turn = new TurnContext(_adapter, incoming);
        string? seen = null;

        await _adapter.RunAsync(turn, (_, _) =>
        {
            seen = CultureInfo.CurrentCulture.Name;
            return Task.CompletedTask;
        });

        seen.ShouldBe("es-AR");
        turn.Locale.ShouldBe("es-AR");
        CultureInfo.CurrentCulture.ShouldBe(before);
    }

    [Fact]
    public async Task Without_a_handler_the_exception_reaches_the_caller() =>
        await Should.ThrowAsync<FormatException>(() => _adapter.RunAsync(Recorder.Incoming(), (_, _) => throw new FormatException()));

    [Fact]
    public async Task The_handler_gets_the_turn_and_the_exception()
    {
        (ITurnContext? Turn, Exception? Exception) got = default;
        _adapter.OnTurnError = (turn, exception) =>
        {
            got = (turn, exception);
            return turn.SendActivityAsync("sorry");
        };

        await _adapter.RunAsync(Recorder.Incoming(), async (_, _) =>
        {
            await Task.Yield();
            throw new FormatException("x");
        });

        got.Exception.ShouldBeOfType<FormatException>();
        got.Turn!.Activity.Id.ShouldBe("in");
        _adapter.Sent.ShouldHaveSingleItem().Text.ShouldBe("sorry");
    }

    [Fact]
    public async Task Middleware_runs_in_order_around_the_bot()
    {
        var order = new List<string>();
        _adapter.Use(new Step("a", order)).Use(new Step("b", order));

        await _adapter.RunAsync(Recorder.Incoming(), (_, _) =>
        {
            order.Add("bot");
            return Task.CompletedTask;
        });

        order.ShouldBe(["a>", "b>", "bot", "<b", "<a"]);
    }

    [Fact]
    public async Task Middleware_that_goes_no_further_ends_the_turn()
    {
        var order = new List<string>();
        _adapter.Use(new Step("a", order, goOn: false)).Use(new Step("b", order));

        await _adapter.RunAsync(Recorder.Incoming(), (_, _) => throw new InvalidOperationException("not reached"));

        order.ShouldBe(["a>", "<a"]);
    }

    [Fact]
    public async Task A_set_is_middleware_too()
    {
        var order = new List<string>();
        _adapter.Use(new MiddlewareSet().Use(new Step("inner", order))).Use(new Step("outer", order));

        await _adapter.RunAsync(Recorder.Incoming(), (_, _) => Task.CompletedTask);

        order.ShouldContain("inner>");
        order.ShouldContain("outer>");
        _adapter.MiddlewareSet.Count().ShouldBe(2);
        Should.Throw<ArgumentNullException>(() => _adapter.Use(null!));
    }

    [Fact]
    public async Task A_turn_that_goes_on_by_bot_id_ends_at_the_first_real_wait()
    {
        var reference = Recorder.Incoming().GetConversationReference();
        var gate = new TaskCompletionSource();
        Exception? late = null;

        var turn = _adapter.ContinueConversationAsync(
            "bot",
            reference,
            async (context, cancellation) =>
            {
                await context.SendActivityAsync("at once", cancellationToken: cancellation);
                await gate.Task;
                late = await Record.ExceptionAsync(() => context.SendActivityAsync("late", cancellationToken: cancellation));
            },
            CancellationToken.None);
        gate.SetResult();
        await turn;

        late.ShouldBeOfType<ObjectDisposedException>();
        var sent = _adapter.Sent.ShouldHaveSingleItem();
        sent.Text.ShouldBe("at once");
        Guid.TryParse(sent.ReplyToId, out _).ShouldBeTrue();
        sent.Recipient.Id.ShouldBe("buyer");
    }

    [Fact]
    public async Task Whatever_else_goes_on_is_the_adapters_to_write()
    {
        var identity = new ClaimsIdentity();
        var reference = new ConversationReference();
        var activity = new Activity();
        BotCallbackHandler callback = (_, _) => Task.CompletedTask;
        var none = CancellationToken.None;

        await Should.ThrowAsync<NotImplementedException>(() => _adapter.ContinueConversationAsync(identity, reference, callback, none));
        await Should.ThrowAsync<NotImplementedException>(() => _adapter.ContinueConversationAsync(identity, reference, "audience", callback, none));
        await Should.ThrowAsync<NotImplementedException>(() => _adapter.ContinueConversationAsync("bot", activity, callback, none));
        await Should.ThrowAsync<NotImplementedException>(() => _adapter.ContinueConversationAsync(identity, activity, callback, none));
        await Should.ThrowAsync<NotImplementedException>(() => _adapter.ContinueConversationAsync(identity, activity, "audience", callback, none));
        await Should.ThrowAsync<NotImplementedException>(() => _adapter.CreateConversationAsync("bot", "shop", "url", "audience", new ConversationParameters(), callback, none));
        await Should.ThrowAsync<NotImplementedException>(() => _adapter.ProcessActivityAsync(identity, activity, callback, none));
    }

    [Fact]
    public async Task Services_come_along_in_the_turns_state()
    {
        var storage = new MemoryStorage();
        var state = new UserState(storage);
        _adapter.UseStorage(storage).UseBotState(state).Use(new RegisterClassMiddleware<string>("value", "key"));
        using var turn = new TurnContext(_adapter, Recorder.Incoming());

        await _adapter.RunAsync(turn, (context, _) =>
        {
            context.TurnState.Get<IStorage>().ShouldBeSameAs(storage);
            context.TurnState.Get<BotState>(typeof(UserState).FullName).ShouldBeSameAs(state);
            context.TurnState.Get<string>("key").ShouldBe("value");
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Typing_is_shown_while_the_bot_works_and_is_no_response()
    {
        var typing = new TaskCompletionSource();
        var adapter = new Signalling(typing);
        var turn = new TurnContext(adapter, Recorder.Incoming());

        await new ShowTypingMiddleware(0, 60_000).OnTurnAsync(turn, _ => typing.Task, CancellationToken.None);

        adapter.Seen!.Type.ShouldBe(ActivityTypes.Typing);
        adapter.Seen.Recipient.Id.ShouldBe("buyer");
        turn.Responded.ShouldBeFalse();
    }

    private sealed class Step(string name, List<string> order, bool goOn = true) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            order.Add($"{name}>");
            if (goOn)
                await next(cancellationToken);
            order.Add($"<{name}");
        }
    }

    private sealed class Signalling(TaskCompletionSource sent) : BotAdapter
    {
        public Activity? Seen { get; private set; }

        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            Seen = activities[0];
            sent.TrySetResult();
            return Task.FromResult(new[] { new ResourceResponse("1") });
        }

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
