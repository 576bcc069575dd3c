using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MeliBot.BotFramework.Tests.Builder;

public class ActivityHandlerTests
{
    private readonly Recorder _adapter = new();
    private readonly Spy _bot = new();

    private async Task<List<string>> HandleAsync(Activity activity)
    {
        activity.Recipient ??= new ChannelAccount("bot");
        using var turn = new TurnContext(_adapter, activity);
        await _bot.OnTurnAsync(turn);
        return _bot.Calls;
    }

    [Theory]
    [InlineData("message", "message")]
    [InlineData("messageUpdate", "update")]
    [InlineData("messageDelete", "delete")]
    [InlineData("endOfConversation", "end")]
    [InlineData("typing", "typing")]
    [InlineData("command", "command")]
    [InlineData("commandResult", "command result")]
    [InlineData("handoff", "unrecognized")]
    [InlineData("anything", "unrecognized")]
    public async Task Each_type_has_its_method(string type, string called) => (await HandleAsync(new Activity(type))).ShouldBe([called]);

    [Fact]
    public async Task Members_come_with_the_bot_among_them()
    {
        var calls = await HandleAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [new ChannelAccount("bot"), new ChannelAccount("buyer")] });

        calls.ShouldBe(["added bot,buyer"]);
    }

    [Fact]
    public async Task Members_that_leave_are_told() =>
        (await HandleAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersRemoved = [new ChannelAccount("buyer")] })).ShouldBe(["removed buyer"]);

    [Fact]
    public async Task The_bots_own_coming_and_going_is_no_news()
    {
        await HandleAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [new ChannelAccount("bot")] });
        await HandleAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersRemoved = [new ChannelAccount("bot")] });
        await HandleAsync(new Activity(ActivityTypes.ConversationUpdate));

        _bot.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reactions_added_and_removed_are_both_told()
    {
        var calls = await HandleAsync(new Activity(ActivityTypes.MessageReaction) { ReactionsAdded = [new MessageReaction("like")], ReactionsRemoved = [new MessageReaction("sad")] });

        calls.ShouldBe(["reaction like", "no reaction sad"]);
    }

    [Theory]
    [InlineData("tokens/response", "token")]
    [InlineData("handoff.status", "event")]
    [InlineData("ContinueConversation", "event")]
    [InlineData(null, "event")]
    public async Task A_token_has_its_own_event(string? name, string called) => (await HandleAsync(new Activity(ActivityTypes.Event) { Name = name })).ShouldBe([called]);

    [Theory]
    [InlineData("add", "installed")]
    [InlineData("remove", "uninstalled")]
    public async Task An_installation_comes_or_goes(string action, string called) => (await HandleAsync(new Activity(ActivityTypes.InstallationUpdate) { Action = action })).ShouldBe([called]);

    [Fact]
    public async Task An_invoke_that_nobody_handles_is_answered_501()
    {
        await HandleAsync(new Activity(ActivityTypes.Invoke) { Name = "anything" });

        var response = _adapter.Sent.ShouldHaveSingleItem();
        response.Type.ShouldBe(ActivityTypesEx.InvokeResponse);
        response.Value.ShouldBeOfType<InvokeResponse>().Status.ShouldBe(501);
    }

    [Fact]
    public async Task An_invoke_that_is_handled_is_answered_200()
    {
        await HandleAsync(new Activity(ActivityTypes.Invoke) { Name = "signin/verifyState" });

        _bot.Calls.ShouldBe(["sign in"]);
        var response = _adapter.Sent.ShouldHaveSingleItem().Value.ShouldBeOfType<InvokeResponse>();
        response.Status.ShouldBe(200);
        response.IsSuccessStatusCode().ShouldBeTrue();
    }

    [Fact]
    public async Task The_typed_turn_is_the_same_turn()
    {
        var activity = Recorder.Incoming();
        await HandleAsync(activity);

        _bot.LastMessage.ShouldBeSameAs(activity);
    }

    [Fact]
    public async Task Nothing_to_handle_is_a_mistake()
    {
        await Should.ThrowAsync<ArgumentNullException>(() => _bot.OnTurnAsync(null!));
        await Should.ThrowAsync<ArgumentException>(() => HandleAsync(new Activity()));
    }

    private sealed class Spy : ActivityHandler
    {
        public List<string> Calls { get; } = [];

        public IMessageActivity? LastMessage { get; private set; }

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
        {
            LastMessage = turnContext.Activity;
            return Note("message");
        }

        protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("update");

        protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Note("delete");

        protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Note($"added {string.Join(',', membersAdded.Select(member => member.Id))}");

        protected override Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Note($"removed {string.Join(',', membersRemoved.Select(member => member.Id))}");

        protected override Task OnReactionsAddedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Note($"reaction {messageReactions[0].Type}");

        protected override Task OnReactionsRemovedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Note($"no reaction {messageReactions[0].Type}");

        protected override Task OnTokenResponseEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Note("token");

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Note("event");

        protected override Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) => Note("sign in");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Note("end");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Note("typing");

        protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("installed");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("uninstalled");

        protected override Task OnCommandActivityAsync(ITurnContext<ICommandActivity> turnContext, CancellationToken cancellationToken) => Note("command");

        protected override Task OnCommandResultActivityAsync(ITurnContext<ICommandResultActivity> turnContext, CancellationToken cancellationToken) => Note("command result");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("unrecognized");

        private Task Note(string call)
        {
            Calls.Add(call);
            return Task.CompletedTask;
        }
    }
}
