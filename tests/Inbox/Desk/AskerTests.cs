using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Writing;
using MeliBot.Simulator;

namespace MeliBot.Inbox.Tests.Desk;

public sealed class AskerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deleted_question_is_closed_here_without_waiting_for_the_notice()
    {
        await using var desk = await AgentRoute.StartAsync(null);
        await desk.Route.AskAsync("¿Hay stock?");
        var open = await desk.UntilAsync(question => question.Turns.Count == 1);

        (await desk.Asker.DeleteAsync(desk.Conversation, open, Cancel)).IsDone.ShouldBeTrue();

        var closed = await desk.UntilAsync(question => question.State == QuestionState.Closed);
        closed.Reason.ShouldNotBeNull().Code.ShouldBe("question.deleted");
        (await desk.EntryAsync()).State.ShouldBe(InboxState.Done);
    }

    [Fact]
    public async Task An_answered_question_cant_be_deleted_and_the_agent_reads_why()
    {
        await using var desk = await AgentRoute.StartAsync("Sí, hay.");
        await desk.Route.AskAsync("¿Hay stock?");
        var proposed = await desk.UntilAsync(question => question.State == QuestionState.Proposed);
        await desk.Agent.ApproveAsync(proposed.Draft!, "ana", Cancel);
        var answered = await desk.UntilAsync(question => question.State == QuestionState.Answered);

        var written = await desk.Asker.DeleteAsync(desk.Conversation, answered, Cancel);

        (written.Result, written.Reason?.Code).ShouldBe((WriteResult.Refused, "platform.notunanswered"));
    }

    [Fact]
    public async Task A_blocked_buyer_cant_ask_until_they_are_let_again()
    {
        await using var desk = await AgentRoute.StartAsync(null);
        await desk.Route.AskAsync("¿Hay stock?");
        await desk.UntilAsync(question => question.Turns.Count == 1);
        var (seller, buyer) = (desk.Route.Seller.Id, desk.Route.Buyer.Id);

        (await desk.Asker.BlockAsync(desk.Conversation, buyer, Cancel)).IsDone.ShouldBeTrue();
        desk.World.Journal.Accepted(EffectKinds.Blacklist).ShouldHaveSingleItem();
        (await desk.Get<Buyers>().ReadAsync(seller, buyer, fresh: true, Cancel)).Buyer.ShouldNotBeNull().IsBlocked.ShouldBe(true);

        (await desk.Asker.UnblockAsync(desk.Conversation, buyer, Cancel)).IsDone.ShouldBeTrue();
        desk.World.Journal.Accepted(EffectKinds.Unblacklist).ShouldHaveSingleItem();
        (await desk.Get<Buyers>().ReadAsync(seller, buyer, fresh: true, Cancel)).Buyer.ShouldNotBeNull().IsBlocked.ShouldBe(false);
    }

    [Fact]
    public async Task What_another_listing_was_asked_by_the_same_buyer_is_shown_beside()
    {
        await using var desk = await AgentRoute.StartAsync(null);
        await desk.Route.AskAsync("¿Hay stock?");
        await desk.UntilAsync(question => question.Turns.Count == 1);
        var view = await desk.ViewAsync();
        var other = (await desk.EntryAsync()) with { Conversation = $"questions:{view.Conversation.Account}:MLA9:{view.Buyer}", Item = "MLA9" };
        var stranger = other with { Conversation = $"questions:{view.Conversation.Account}:MLA9:1", Buyer = 1 };
        await desk.Get<IInboxIndex>().PutAsync([new(await desk.EntryAsync(), ""), new(other, ""), new(stranger, "")], 1, Cancel);

        (await desk.Get<ConversationDesk>().EarlierAsync(view, Cancel)).Select(entry => entry.Conversation).ShouldBe([other.Conversation]);
    }
}
