using MeliBot.Adapter.Policy;
using MeliBot.Delivery.Conversations;
using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Writing;
using MeliBot.Simulator;

namespace MeliBot.Inbox.Tests.Desk;

public sealed class AnsweringTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_approved_proposal_reaches_the_buyer_as_the_agents_and_says_that_it_was_the_bots()
    {
        await using var desk = await AgentRoute.StartAsync("Sí, hay.");
        var asked = await desk.Route.AskAsync("¿Hay stock?");
        var proposed = await desk.UntilAsync(question => question.State == QuestionState.Proposed);
        proposed.Reason.ShouldNotBeNull().Code.ShouldBe("policy.mode-draft");

        (await desk.Agent.ApproveAsync(proposed.Draft!, "ana", Cancel)).Result.ShouldBe(WriteResult.Done);

        (await desk.Route.AnswerAsync(asked.Id)).Text.ShouldBe("Sí, hay.");
        var answer = (await desk.UntilAsync(question => question.State == QuestionState.Answered)).Answer.ShouldNotBeNull();
        (answer.By, answer.IsAsProposed).ShouldBe(("agent:ana", true));
    }

    [Fact]
    public async Task What_was_sent_instead_of_the_proposal_stands_beside_it()
    {
        await using var desk = await AgentRoute.StartAsync("Sí, hay.");
        var asked = await desk.Route.AskAsync("¿Hay stock?");
        var proposed = await desk.UntilAsync(question => question.State == QuestionState.Proposed);

        (await desk.Agent.AnswerAsync(desk.Conversation, proposed, "Hay 3 en rojo.", "ana", Cancel)).Result.ShouldBe(WriteResult.Done);

        (await desk.Route.AnswerAsync(asked.Id)).Text.ShouldBe("Hay 3 en rojo.");
        var answer = (await desk.UntilAsync(question => question.State == QuestionState.Answered)).Answer.ShouldNotBeNull();
        (answer.Text, answer.Proposed, answer.IsAsProposed).ShouldBe(("Hay 3 en rojo.", "Sí, hay.", false));
        answer.ProposedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_two_who_answer_one_wins_and_the_other_is_told()
    {
        await using var desk = await AgentRoute.StartAsync("Sí, hay.");
        var asked = await desk.Route.AskAsync("¿Hay stock?");
        var seen = await desk.UntilAsync(question => question.State == QuestionState.Proposed);

        var results = await Task.WhenAll(
            desk.Agent.ApproveAsync(seen.Draft!, "ana", Cancel),
            desk.Agent.AnswerAsync(desk.Conversation, seen, "Claro que sí.", "bruno", Cancel));

        results.Count(written => written.IsDone).ShouldBe(1);
        results.Count(written => written.Result == WriteResult.TooLate).ShouldBe(1);
        await desk.Route.AnswerAsync(asked.Id);
        desk.World.Journal.Accepted(EffectKinds.Answer).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_mercado_libre_forbids_is_refused_before_it_leaves()
    {
        await using var desk = await AgentRoute.StartAsync(null);
        await desk.Route.AskAsync("¿Hay stock?");
        var open = await desk.UntilAsync(question => question is { State: QuestionState.Open, Turns.Count: 1 });

        var written = await desk.Agent.AnswerAsync(desk.Conversation, open, "Llamame al 11 5555-4444", "ana", Cancel);

        (written.Result, written.Reason?.Code).ShouldBe((WriteResult.NotAllowed, "guard.phone"));
        (await desk.Route.SlotAsync(open.Number)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_who_take_a_conversation_over_one_does()
    {
        await using var desk = await AgentRoute.StartAsync(null);
        await desk.Route.AskAsync("¿Hay stock?");
        await desk.UntilAsync(question => question.Turns.Count == 1);
        var seen = await desk.ViewAsync();

        var results = await Task.WhenAll(desk.Agent.TakeOverAsync(seen, "ana", "Ana", Cancel), desk.Agent.TakeOverAsync(seen, "bruno", "Bruno", Cancel));

        results.Select(written => written.Result).Order().ShouldBe([WriteResult.Done, WriteResult.TooLate]);
        var view = await desk.ViewAsync();
        view.Owner.Agent.ShouldBe(results[0].IsDone ? "ana" : "bruno");
        view.Happenings.ShouldHaveSingleItem().State.ShouldBe("accepted");
    }

    [Fact]
    public async Task What_is_open_when_a_conversation_is_handed_back_stays_with_people()
    {
        await using var desk = await AgentRoute.StartAsync(null);
        await desk.Route.AskAsync("¿Hay stock?");
        await desk.UntilAsync(question => question.Turns.Count == 1);
        await desk.Agent.TakeOverAsync(desk.Conversation, "ana", Cancel);
        (await desk.EntryAsync()).Cause.ShouldBe(InboxCause.Taken);

        (await desk.Agent.HandBackAsync(desk.Conversation, Cancel)).IsDone.ShouldBeTrue();

        var entry = await desk.EntryAsync();
        (entry.Owner, entry.State, entry.Cause, entry.Open).ShouldBe((OwnerKind.Bot, InboxState.Person, InboxCause.Held, 1));
    }

    [Fact]
    public async Task A_conversation_is_done_only_when_nothing_in_it_is_unanswered()
    {
        await using var desk = await AgentRoute.StartAsync("Sí, hay.");
        for (var i = 0; i < 3; i++)
        {
            await desk.Route.AskAsync($"¿Hay stock? {i}");
            await desk.UntilAsync(question => question.State == QuestionState.Proposed, i);
        }

        await Approve(0);
        await Approve(1);

        var two = await desk.EntryAsync();
        (two.Asked, two.Open, two.State).ShouldBe((3, 1, InboxState.Person));
        (await desk.ViewAsync()).Answered.ShouldBe(2);

        var last = (await desk.ViewAsync()).Questions[2];
        await desk.Agent.DiscardAsync(last.Draft!, "ana", Cancel);
        (await desk.EntryAsync()).State.ShouldBe(InboxState.Person);

        await desk.Agent.AnswerAsync(desk.Conversation, (await desk.ViewAsync()).Questions[2], "Sí.", "ana", Cancel);
        await desk.UntilAsync(question => question.State == QuestionState.Answered, 2);
        (await desk.EntryAsync()).State.ShouldBe(InboxState.Done);

        async Task Approve(int which)
        {
            var question = (await desk.ViewAsync()).Questions[which];
            await desk.Agent.ApproveAsync(question.Draft!, "ana", Cancel);
            await desk.UntilAsync(q => q.State == QuestionState.Answered, which);
        }
    }

    [Fact]
    public async Task What_the_bot_has_nothing_to_say_to_waits_for_a_person_with_its_reason()
    {
        await using var desk = await AgentRoute.StartAsync(null, Mode.Auto);
        await desk.Route.AskAsync("¿Hay stock?");
        await desk.UntilAsync(question => question.Turns.Count == 1);

        var entry = await desk.EntryAsync();

        (entry.State, entry.Cause, entry.Reason?.Code).ShouldBe((InboxState.Person, InboxCause.Held, "policy.nothing-to-say"));
    }
}
