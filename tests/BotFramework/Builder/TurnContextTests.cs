using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.TraceExtensions;
using Microsoft.Bot.Schema;

namespace MeliBot.BotFramework.Tests.Builder;

public class TurnContextTests
{
    private readonly Recorder _adapter = new();

    private TurnContext Turn(Activity? incoming = null) => new(_adapter, incoming ?? Recorder.Incoming());

    [Fact]
    public async Task Sending_addresses_the_passed_instance_and_gives_it_its_id()
    {
        using var turn = Turn();
        var reply = MessageFactory.Text("hola");

        var response = await turn.SendActivityAsync(reply);

        response.Id.ShouldBe("sent-0");
        reply.Id.ShouldBe("sent-0");
        reply.From.Id.ShouldBe("bot");
        reply.Recipient.Id.ShouldBe("buyer");
        reply.ReplyToId.ShouldBe("in");
        _adapter.Sent.ShouldHaveSingleItem().ShouldBeSameAs(reply);
    }

    [Fact]
    public async Task A_text_has_no_hint_from_the_class_and_one_from_the_interface()
    {
        using var turn = Turn();

        await turn.SendActivityAsync("a", "<speak/>");
        await ((ITurnContext)turn).SendActivityAsync("b");

        _adapter.Sent.Select(activity => activity.InputHint).ShouldBe([null, InputHints.AcceptingInput]);
        _adapter.Sent.Select(activity => activity.Speak).ShouldBe(["<speak/>", null]);
    }

    [Fact]
    public async Task Only_a_trace_is_no_response()
    {
        using var turn = Turn();

        await turn.TraceActivityAsync("seen", new { });
        turn.Responded.ShouldBeFalse();
        await turn.SendActivitiesAsync([new Activity(ActivityTypes.Trace), new Activity(ActivityTypes.Typing)]);

        turn.Responded.ShouldBeTrue();
    }

    [Fact]
    public async Task Handlers_run_in_order_and_may_change_what_is_sent()
    {
        using var turn = Turn();
        var order = new List<string>();
        turn.OnSendActivities(async (_, activities, next) =>
        {
            order.Add("first");
            activities.Add(MessageFactory.Text("added"));
            var responses = await next();
            order.Add("first again");
            return responses;
        });
        turn.OnSendActivities((_, activities, next) =>
        {
            order.Add($"second sees {activities.Count}");
            return next();
        });

        var responses = await turn.SendActivitiesAsync([MessageFactory.Text("a")]);

        order.ShouldBe(["first", "second sees 2", "first again"]);
        _adapter.Sent.Select(activity => activity.Text).ShouldBe(["a", "added"]);
        responses.Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_handler_that_goes_no_further_sends_nothing()
    {
        using var turn = Turn();
        turn.OnSendActivities((_, _, _) => Task.FromResult(Array.Empty<ResourceResponse>()));

        var response = await turn.SendActivityAsync(MessageFactory.Text("a"));

        response.Id.ShouldBeNull();
        turn.Responded.ShouldBeFalse();
        _adapter.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Expected_replies_are_buffered_and_never_reach_the_adapter()
    {
        var incoming = Recorder.Incoming();
        incoming.DeliveryMode = DeliveryModes.ExpectReplies;
        using var turn = Turn(incoming);

        var responses = await turn.SendActivitiesAsync([MessageFactory.Text("a"), MessageFactory.Text("b")]);

        responses.Length.ShouldBe(2);
        turn.BufferedReplyActivities.Select(activity => activity.Text).ShouldBe(["a", "b"]);
        turn.Responded.ShouldBeTrue();
        _adapter.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_update_and_a_deletion_pass_their_handlers()
    {
        using var turn = Turn();
        var order = new List<string>();
        turn.OnUpdateActivity((_, activity, next) =>
        {
            order.Add($"update {activity.Id}");
            return next();
        });
        turn.OnDeleteActivity((_, reference, next) =>
        {
            order.Add($"delete {reference.ActivityId}");
            return next();
        });

        await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, "7"));
        await turn.DeleteActivityAsync("8");
        await turn.DeleteActivityAsync(new ConversationReference("9"));

        order.ShouldBe(["update 7", "delete 8", "delete 9"]);
        _adapter.Updated.ShouldHaveSingleItem().Conversation.Id.ShouldBe("c");
        _adapter.Deleted.Select(reference => reference.ActivityId).ShouldBe(["8", "9"]);
        _adapter.Deleted[0].Conversation.Id.ShouldBe("c");
    }

    [Fact]
    public async Task Nothing_to_send_is_a_mistake()
    {
        using var turn = Turn();

        await Should.ThrowAsync<ArgumentNullException>(() => turn.SendActivitiesAsync(null!));
        await Should.ThrowAsync<ArgumentException>(() => turn.SendActivitiesAsync([]));
        await Should.ThrowAsync<ArgumentNullException>(() => turn.SendActivityAsync((IActivity)null!));
        await Should.ThrowAsync<ArgumentNullException>(() => turn.SendActivityAsync(" "));
        Should.Throw<ArgumentNullException>(() => new TurnContext((BotAdapter)null!, new Activity()));
        Should.Throw<ArgumentNullException>(() => new TurnContext(_adapter, null!));
        Should.Throw<ArgumentNullException>(() => turn.OnSendActivities(null!));
    }

    [Fact]
    public async Task A_disposed_turn_sends_nothing()
    {
        var turn = Turn();
        turn.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => turn.SendActivityAsync("late"));
        await Should.ThrowAsync<ObjectDisposedException>(() => turn.SendActivitiesAsync([MessageFactory.Text("late")]));
    }

    [Fact]
    public void A_turn_over_another_activity_shares_the_state()
    {
        using var turn = Turn();
        turn.TurnState.Add("key", "value");

        var other = new TurnContext(turn, new Activity(ActivityTypes.Event));

        other.Activity.Type.ShouldBe(ActivityTypes.Event);
        other.Adapter.ShouldBeSameAs(_adapter);
        other.TurnState.Get<string>("key").ShouldBe("value");
    }

    [Fact]
    public void State_without_a_key_is_under_its_types_full_name()
    {
        var state = new TurnContextStateCollection();
        var bot = new ActivityHandler();
        state.Add<IBot>(bot);

        state.Get<IBot>().ShouldBeSameAs(bot);
        state[typeof(IBot).FullName!].ShouldBeSameAs(bot);
        state.Get<ActivityHandler>().ShouldBeNull();
        state.Get<string>("absent").ShouldBeNull();
        Should.Throw<ArgumentException>(() => state.Add<IBot>(bot));
        state.Set<IBot>(new ActivityHandler());
        state.Get<IBot>().ShouldNotBeSameAs(bot);
        Should.Throw<ArgumentNullException>(() => state.Add<string>("key", null!));
        Should.Throw<ArgumentNullException>(() => state.Get<string>(null!));
    }

    [Fact]
    public void What_a_turn_carries_ends_with_it()
    {
        var carried = new CancellationTokenSource();
        var turn = Turn();
        turn.TurnState.Add(carried);

        turn.Dispose();

        Should.Throw<ObjectDisposedException>(() => carried.Token);
    }
}
