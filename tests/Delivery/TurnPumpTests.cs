using MeliBot.Contracts;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Delivery.Tests;

public sealed class TurnPumpTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Turns_of_a_conversation_run_one_at_a_time_in_the_platforms_order_while_others_run_beside_them()
    {
        await using var host = new DeliveryHost();
        var running = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var order = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var overlapped = false;
        host.OnTurn = async (work, _) =>
        {
            var conversation = work.Snapshot.Conversation.Id;
            overlapped |= running.AddOrUpdate(conversation, 1, (_, count) => count + 1) > 1;
            order.Enqueue(work.Pending[0].Id);
            for (var turn = 0; turn < 10; turn++)
                await Task.Yield();
            running.AddOrUpdate(conversation, 0, (_, count) => count - 1);
            return Some.Commit(work.Snapshot, work.Pending[0].Id);
        };
        await host.StartAsync();
        int[] arrival = [5, 3, 9, 1, 7];
        await host.AskAsync([.. Enumerable.Range(1, 20).SelectMany(conversation => arrival.Select(number => host.Question(number, conversation)))]);
        await host.UntilIdleAsync();

        overlapped.ShouldBeFalse();
        order.Count.ShouldBe(100);
        foreach (var conversation in order.GroupBy(id => id.Split('-')[0]))
            conversation.Select(id => id.Split('-')[1]).ShouldBe(["1", "3", "5", "7", "9"]);
    }

    [Fact]
    public async Task Questions_that_wait_together_are_handled_in_the_order_asked()
    {
        await using var host = new DeliveryHost();
        var order = new List<string>();
        host.OnTurn = (work, _) =>
        {
            order.Add(work.Pending[0].Id);
            return Task.FromResult(Some.Commit(work.Snapshot, work.Pending[0].Id));
        };
        await host.StartAsync();
        await host.AskAsync(host.Question(3), host.Question(1), host.Question(2));
        await host.UntilIdleAsync();

        order.ShouldBe(["7:question:1-1", "7:question:1-2", "7:question:1-3"]);
    }

    [Fact]
    public async Task A_dialog_that_throws_is_parked_after_five_tries_goes_to_a_person_and_the_next_question_goes_on()
    {
        await using var host = new DeliveryHost();
        var tries = 0;
        host.OnTurn = (work, _) => work.Pending[0].Id == "7:question:1-1" ? throw new InvalidOperationException($"broken {++tries}") : Task.FromResult(Some.Commit(work.Snapshot, work.Pending[0].Id));
        await host.StartAsync();
        await host.AskAsync(host.Question(1), host.Question(2));
        await host.UntilIdleAsync(Second);

        tries.ShouldBe(5);
        var snapshot = await host.Turns.LoadAsync(Some.AnyConversation(1), default);
        snapshot.Activities.Select(entry => entry.Turn).ShouldBe([ActivityTurn.Parked, ActivityTurn.Done]);
        snapshot.Owner.ShouldBe(Owner.Waiting);
        var parked = (await host.Services.GetRequiredService<IParkingStore>().ListAsync(null, 10, default)).ShouldHaveSingleItem();
        (parked.Attempts, parked.Reason.Text.Contains("broken 5", StringComparison.Ordinal)).ShouldBe((5, true));
    }

    [Fact]
    public async Task Even_when_giving_up_fails_too_the_activity_is_parked()
    {
        await using var host = new DeliveryHost { Configure = options => options.MaxAttempts = 1 };
        host.OnTurn = (_, _) => throw new InvalidOperationException("broken");
        host.OnGiveUp = (_, _) => throw new InvalidOperationException("broken too");
        await host.StartAsync();
        await host.AskAsync(host.Question(1));
        await host.UntilIdleAsync();

        (await host.Turns.LoadAsync(Some.AnyConversation(1), default)).Activities[0].Turn.ShouldBe(ActivityTurn.Parked);
    }

    [Fact]
    public async Task A_turn_that_handles_nothing_counts_as_failed_instead_of_repeating_for_ever()
    {
        await using var host = new DeliveryHost();
        var tries = 0;
        host.OnTurn = (work, _) =>
        {
            tries++;
            return Task.FromResult(Some.Commit(work.Snapshot));
        };
        await host.StartAsync();
        await host.AskAsync(host.Question(1));
        await host.UntilIdleAsync(Second);

        tries.ShouldBe(5);
    }

    [Fact]
    public async Task A_turn_that_lost_its_race_runs_again_on_what_changed()
    {
        await using var host = new DeliveryHost();
        var seen = new List<int>();
        host.OnTurn = async (work, _) =>
        {
            seen.Add(work.Snapshot.Activities.Count);
            if (seen.Count == 1)
                await host.AskAsync(host.Question(2) with { Turn = ActivityTurn.None });
            return Some.Commit(work.Snapshot, work.Pending[0].Id);
        };
        await host.StartAsync();
        await host.AskAsync(host.Question(1));
        await host.UntilIdleAsync();

        seen.ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_turn_that_keeps_changing_its_own_conversation_is_parked_in_the_end()
    {
        await using var host = new DeliveryHost { Configure = options => options.MaxAttempts = 2 };
        var runs = 0;
        host.OnTurn = async (work, _) =>
        {
            await host.AskAsync(host.Question(++runs + 10) with { Turn = ActivityTurn.None });
            return Some.Commit(work.Snapshot, work.Pending[0].Id);
        };
        host.OnGiveUp = (work, reason) => Some.Commit(work.Snapshot) with { Parked = [work.Pending[0].Id], ParkReason = reason };
        await host.StartAsync();
        await host.AskAsync(host.Question(1));
        await host.UntilIdleAsync(Second);

        runs.ShouldBe(40);
        (await host.Services.GetRequiredService<IParkingStore>().ListAsync(null, 10, default)).ShouldHaveSingleItem().Reason.Text.ShouldContain("lost its version race");
    }

    [Fact]
    public async Task A_proactive_turn_waits_for_the_running_turn_of_its_conversation()
    {
        await using var host = new DeliveryHost();
        var entered = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        var order = new System.Collections.Concurrent.ConcurrentQueue<string>();
        host.OnTurn = async (work, _) =>
        {
            entered.SetResult();
            await leave.Task;
            order.Enqueue("turn");
            return Some.Commit(work.Snapshot, work.Pending[0].Id);
        };
        await host.StartAsync();
        await host.AskAsync(host.Question(1));
        await entered.Task;
        var proactive = host.Services.GetRequiredService<ITurnRunner>().RunAsync(
            Some.AnyConversation(1),
            (snapshot, _) =>
            {
                order.Enqueue("proactive");
                return Task.FromResult<TurnCommit?>(Some.Commit(snapshot) with { Effects = [host.Plan("7:answer:1")] });
            },
            default);
        leave.SetResult();

        (await proactive).PlannedKeys.ShouldBe(["7:answer:1"]);
        order.ShouldBe(["turn", "proactive"]);
    }

    [Fact]
    public async Task A_proactive_turn_repeats_after_a_conflict_and_gives_up_with_a_reason_in_the_end()
    {
        await using var host = new DeliveryHost();
        await host.StartAsync();
        var runner = host.Services.GetRequiredService<ITurnRunner>();
        var tries = 0;

        var won = await runner.RunAsync(Some.AnyConversation(1), async (snapshot, _) =>
        {
            if (++tries < 3)
                await host.AskAsync(host.Question(tries) with { Turn = ActivityTurn.None });
            return Some.Commit(snapshot);
        }, default);
        (won.Committed, tries).ShouldBe((true, 3));

        var lost = await Should.ThrowAsync<TurnConflictException>(runner.RunAsync(Some.AnyConversation(1), async (snapshot, _) =>
        {
            await host.AskAsync(host.Question(++tries) with { Turn = ActivityTurn.None });
            return Some.Commit(snapshot);
        }, default));
        lost.Message.ShouldContain("20 times");
    }

    [Fact]
    public async Task A_turn_that_waits_for_a_turn_of_its_own_conversation_is_told_so_instead_of_hanging()
    {
        await using var host = new DeliveryHost { Configure = options => options.MaxAttempts = 1 };
        var told = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.OnTurn = async (work, token) =>
        {
            var nested = host.Services.GetRequiredService<ITurnRunner>().RunAsync(work.Snapshot.Conversation, (_, _) => Task.FromResult<TurnCommit?>(null), token);
            waits.TrySetResult();
            told.TrySetResult(await Record.ExceptionAsync(() => nested));
            return Some.Commit(work.Snapshot, work.Pending[0].Id);
        };
        await host.StartAsync();
        await host.AskAsync(host.Question(1));
        await waits.Task;
        host.Time.Advance(TimeSpan.FromSeconds(10));

        (await told.Task).ShouldBeOfType<InvalidOperationException>().Message.ShouldContain("started itself");
        await host.UntilIdleAsync();
    }

    [Fact]
    public async Task A_pending_turn_starts_when_it_is_due_without_anybody_ringing()
    {
        await using var host = new DeliveryHost();
        DateTimeOffset? ran = null;
        host.OnTurn = (work, _) =>
        {
            ran = host.Now;
            return Task.FromResult(Some.Commit(work.Snapshot, work.Pending[0].Id));
        };
        await host.StartAsync();
        await host.AskAsync(host.Question(1) with { DueAt = host.Now.AddSeconds(7) });
        await host.UntilIdleAsync(TimeSpan.FromMilliseconds(500));

        (ran - DeliveryFixture.Start)!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
    }
}
