using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace MeliBot.BotFramework.Tests.Builder;

public class TestAdapterTests
{
    private readonly TestAdapter _adapter = new();

    private static Task EchoAsync(ITurnContext turn, CancellationToken cancellation) =>
        turn.Activity.Type == ActivityTypes.Message
            ? turn.SendActivityAsync($"echo {turn.Activity.Text}", cancellationToken: cancellation)
            : turn.SendActivityAsync($"got {turn.Activity.Type}", cancellationToken: cancellation);

    [Fact]
    public void Its_conversation_has_a_user_and_a_bot()
    {
        _adapter.Conversation.ChannelId.ShouldBe("test");
        _adapter.Conversation.User.Id.ShouldBe("user1");
        _adapter.Conversation.Bot.Id.ShouldBe("bot");
        new TestAdapter("shop").Conversation.ChannelId.ShouldBe("shop");
        var named = TestAdapter.CreateConversation("Name", "Ana", "Shop");
        (named.Conversation.Id, named.User.Id, named.User.Name, named.Bot.Id).ShouldBe(("Name", "ana", "Ana", "shop"));
    }

    [Fact]
    public async Task A_text_to_the_bot_is_addressed_and_numbered()
    {
        Activity? seen = null;

        await _adapter.SendTextToBotAsync("hola", (turn, _) =>
        {
            seen = turn.Activity;
            return Task.CompletedTask;
        }, CancellationToken.None);

        seen!.Text.ShouldBe("hola");
        seen.From.Id.ShouldBe("user1");
        seen.Recipient.Id.ShouldBe("bot");
        seen.Locale.ShouldBe("en-us");
        seen.Timestamp.ShouldNotBeNull();
        int.TryParse(seen.Id, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Replies_wait_until_they_are_asked_for()
    {
        await _adapter.SendTextToBotAsync("a", EchoAsync, CancellationToken.None);

        _adapter.ActiveQueue.Count.ShouldBe(1);
        _adapter.GetNextReply().AsMessageActivity().Text.ShouldBe("echo a");
        _adapter.GetNextReply().ShouldBeNull();
    }

    [Fact]
    public async Task A_reply_can_be_waited_for()
    {
        var reply = _adapter.GetNextReplyAsync();

        await _adapter.SendTextToBotAsync("a", EchoAsync, CancellationToken.None);

        (await reply).AsMessageActivity().Text.ShouldBe("echo a");
        _adapter.ActiveQueue.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wait_that_was_given_up_takes_no_reply()
    {
        using var patience = new CancellationTokenSource();
        var reply = _adapter.GetNextReplyAsync(patience.Token);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => reply);

        await _adapter.SendTextToBotAsync("a", EchoAsync, CancellationToken.None);

        _adapter.GetNextReply().ShouldNotBeNull();
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Traces_are_shown_only_if_wanted(bool wanted, int shown)
    {
        _adapter.EnableTrace = wanted;

        await _adapter.SendTextToBotAsync("a", (turn, cancellation) => turn.SendActivityAsync(new Activity(ActivityTypes.Trace), cancellation), CancellationToken.None);

        _adapter.ActiveQueue.Count.ShouldBe(shown);
    }

    [Fact]
    public async Task Every_activity_has_a_response_even_a_dropped_one()
    {
        ResourceResponse[]? responses = null;

        await _adapter.SendTextToBotAsync(
            "a",
            async (turn, cancellation) => responses = await turn.SendActivitiesAsync([new Activity(ActivityTypes.Trace), new Activity(ActivityTypesEx.Delay) { Value = 1 }, MessageFactory.Text("x")], cancellation),
            CancellationToken.None);

        responses!.Length.ShouldBe(3);
        _adapter.ActiveQueue.ShouldHaveSingleItem().Id.ShouldBe(responses[2].Id);
    }

    [Fact]
    public async Task What_waits_can_be_changed_and_deleted()
    {
        await _adapter.SendTextToBotAsync(
            "a",
            async (turn, cancellation) =>
            {
                var one = await turn.SendActivityAsync("one", cancellationToken: cancellation);
                var two = await turn.SendActivityAsync("two", cancellationToken: cancellation);
                await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, one.Id) { Text = "changed" }, cancellation);
                await turn.DeleteActivityAsync(two.Id, cancellation);
            },
            CancellationToken.None);

        _adapter.ActiveQueue.ShouldHaveSingleItem().Text.ShouldBe("changed");
    }

    [Fact]
    public async Task A_new_conversation_begins_with_an_update()
    {
        await _adapter.SendTextToBotAsync("a", EchoAsync, CancellationToken.None);

        await _adapter.CreateConversationAsync("shop", EchoAsync, CancellationToken.None);

        _adapter.ActiveQueue.ShouldHaveSingleItem().Text.ShouldBe("got conversationUpdate");
    }

    [Fact]
    public async Task Middleware_is_used_in_a_chain_of_its_own_type()
    {
        var store = new MemoryTranscriptStore();
        TestAdapter adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(store));

        await adapter.SendTextToBotAsync("a", EchoAsync, CancellationToken.None);

        (await store.GetTranscriptActivitiesAsync("test", adapter.Conversation.Conversation.Id)).Items.Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_flow_says_and_expects() => await new TestFlow(_adapter, EchoAsync)
        .Send("a").AssertReply("echo a")
        .Test("b", "echo b")
        .Test("c", reply => reply.AsMessageActivity().Text.ShouldEndWith("c"))
        .Send("d").AssertReplyContains("cho")
        .Send("e").AssertReplyOneOf(["echo x", "echo e"])
        .Send(new Activity(ActivityTypes.Event)).AssertReply("got event")
        .SendConversationUpdate().AssertReply("got conversationUpdate")
        .Delay(1)
        .AssertNoReply(timeout: 1)
        .StartTestAsync();

    [Fact]
    public async Task A_flow_can_be_a_whole_conversation()
    {
        var user = new ChannelAccount("ana", "Ana", RoleTypes.User);
        var bot = new ChannelAccount("bot", "Bot", RoleTypes.Bot);
        Activity[] conversation = [new(ActivityTypes.Message) { From = user, Text = "a" }, new(ActivityTypes.Message) { From = bot, Text = "echo a" }];

        await new TestFlow(_adapter, EchoAsync).Test(conversation).StartTestAsync();
        var validated = 0;
        await new TestFlow(_adapter, EchoAsync).Test(conversation, (_, _) => validated++).StartTestAsync();

        validated.ShouldBe(1);
    }

    [Fact]
    public async Task A_flow_runs_a_bot_and_nothing_before_it_starts()
    {
        var flow = new TestFlow(_adapter, new Greeter()).Send("x").AssertReply("hola");
        _adapter.ActiveQueue.ShouldBeEmpty();

        await flow.StartTestAsync();
    }

    [Fact]
    public async Task A_flow_fails_where_the_bot_says_something_else()
    {
        (await Assert.ThrowsAnyAsync<Exception>(() => new TestFlow(_adapter, EchoAsync).Test("a", "something else").StartTestAsync())).Message.ShouldContain("echo a");
        await Assert.ThrowsAnyAsync<Exception>(() => new TestFlow(_adapter, EchoAsync).Send("a").AssertReplyOneOf(["x"]).StartTestAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => new TestFlow(_adapter, EchoAsync).Send("a").AssertReplyContains("x").StartTestAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => new TestFlow(_adapter, EchoAsync).Send("a").AssertReply(new Activity(ActivityTypes.Event)).StartTestAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => new TestFlow(_adapter, EchoAsync).Send("a").AssertNoReply(timeout: 1).StartTestAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => new TestFlow(_adapter, EchoAsync).Send("a").AssertReply(MessageFactory.Text("x"), new Never()).StartTestAsync());
    }

    [Fact]
    public async Task A_flow_whose_reply_never_comes_times_out() =>
        await Should.ThrowAsync<TimeoutException>(() => new TestFlow(_adapter, (_, _) => Task.CompletedTask).Send("a").AssertReply("b", timeout: 1).StartTestAsync());

    private sealed class Greeter : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => turnContext.SendActivityAsync("hola", cancellationToken: cancellationToken);
    }

    private sealed class Never : IEqualityComparer<IActivity>
    {
        public bool Equals(IActivity? x, IActivity? y) => false;

        public int GetHashCode(IActivity activity) => 0;
    }
}
