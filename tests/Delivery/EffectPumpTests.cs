using MeliBot.Contracts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Parking;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Delivery.Tests;

public sealed class EffectPumpTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task An_exception_counts_as_unknown_and_is_read_back()
    {
        await using var host = new DeliveryHost();
        var recovering = new List<bool>();
        host.OnEffect = (lease, _) =>
        {
            recovering.Add(lease.Recovering);
            return recovering.Count == 1 ? throw new HttpRequestException("reset") : Task.FromResult<EffectOutcome>(new EffectOutcome.Sent(null));
        };
        await host.StartAsync();
        await PlanAsync(host, "7:answer:1");
        await host.UntilIdleAsync(Second);

        recovering.ShouldBe([false, true]);
    }

    [Fact]
    public async Task What_is_tried_five_times_is_parked_with_an_event_for_the_bot()
    {
        await using var host = new DeliveryHost();
        var tries = 0;
        host.OnEffect = (_, _) => Task.FromResult<EffectOutcome>(++tries % 2 == 0 ? new EffectOutcome.Retry(TimeSpan.Zero, "busy") : new EffectOutcome.Unknown(TimeSpan.Zero, "reset"));
        await host.StartAsync();
        await PlanAsync(host, "7:answer:1");
        await host.UntilIdleAsync(Second);

        tries.ShouldBe(5);
        (await host.Effects.FindAsync("7:answer:1", default))!.State.ShouldBe(EffectState.Parked);
        (await host.Services.GetRequiredService<IParkingStore>().ListAsync(null, 10, default)).ShouldHaveSingleItem().Reason.Text.ShouldContain("5 tries");
        (await host.Turns.LoadAsync(Some.AnyConversation(1), default)).Activities.ShouldHaveSingleItem().Id.ShouldBe("7:event:parked:7:answer:1");
    }

    [Fact]
    public async Task A_store_that_is_away_gives_nothing_up()
    {
        await using var host = new DeliveryHost();
        var tries = 0;
        host.OnEffect = (_, _) => ++tries < 20 ? throw new DeliveryUnavailableException("the database restarts") : Task.FromResult<EffectOutcome>(new EffectOutcome.Sent(null));
        await host.StartAsync();
        await PlanAsync(host, "7:answer:1");
        await host.UntilIdleAsync(Second);

        (await host.Effects.FindAsync("7:answer:1", default))!.State.ShouldBe(EffectState.Sent);
    }

    [Fact]
    public async Task Rate_limits_never_park()
    {
        await using var host = new DeliveryHost();
        var tries = 0;
        host.OnEffect = (_, _) => Task.FromResult<EffectOutcome>(++tries < 20 ? new EffectOutcome.Retry(Second, "429", Counts: false) : new EffectOutcome.Sent(null));
        await host.StartAsync();
        await PlanAsync(host, "7:answer:1");
        await host.UntilIdleAsync(Second);

        (await host.Effects.FindAsync("7:answer:1", default))!.State.ShouldBe(EffectState.Sent);
    }

    [Fact]
    public async Task A_sender_that_hangs_is_cancelled_before_its_lease_ends_and_then_read_back()
    {
        await using var host = new DeliveryHost();
        var calls = new List<EffectLease>();
        DateTimeOffset? cancelled = null;
        var hangs = new TaskCompletionSource();
        host.OnEffect = async (lease, token) =>
        {
            calls.Add(lease);
            if (calls.Count == 1)
            {
                await using var _ = token.Register(() => cancelled = host.Now);
                hangs.SetResult();
                await Task.Delay(Timeout.Infinite, token);
            }

            return new EffectOutcome.Sent(null);
        };
        await host.StartAsync();
        await PlanAsync(host, "7:answer:1");
        await hangs.Task;
        await host.UntilIdleAsync(Second, evenIfBusy: true);

        cancelled!.Value.ShouldBeLessThan(calls[0].Slot.DueAt);
        calls[^1].Recovering.ShouldBeTrue();
    }

    [Fact]
    public async Task A_host_too_slow_for_its_leases_gives_nothing_up_until_that_has_lasted_long()
    {
        await using var host = new DeliveryHost { Configure = options => options.GiveUpAfter = TimeSpan.FromMinutes(20) };
        var starts = new System.Collections.Concurrent.ConcurrentQueue<DateTimeOffset>();
        host.OnEffect = async (_, token) =>
        {
            starts.Enqueue(host.Now);
            await Task.Delay(Timeout.Infinite, token);
            return new EffectOutcome.Sent(null);
        };
        await host.StartAsync();
        await PlanAsync(host, "7:answer:1");
        for (var seen = 0; ; seen++)
        {
            await host.UntilAsync(async () => starts.Count > seen || await IsParkedAsync(), Second);
            if (await IsParkedAsync())
                break;

            // Past the time to act, before the lease's own end.
            host.Time.Advance(TimeSpan.FromSeconds(55));
        }

        starts.Count.ShouldBeGreaterThan(5);
        (starts.Last() - starts.First()).ShouldBeGreaterThan(TimeSpan.FromMinutes(15));

        async Task<bool> IsParkedAsync() => (await host.Effects.FindAsync("7:answer:1", default))!.State == EffectState.Parked;
    }

    [Fact]
    public async Task A_sender_that_does_not_heed_its_cancellation_is_never_joined_by_a_second_one()
    {
        await using var host = new DeliveryHost();
        var (running, most, calls) = (0, 0, 0);
        var leave = new TaskCompletionSource();
        host.OnEffect = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            if (Interlocked.Increment(ref calls) == 1)
                await leave.Task;
            Interlocked.Decrement(ref running);
            return new EffectOutcome.Sent(null);
        };
        await host.StartAsync();
        await PlanAsync(host, "7:answer:1");
        await host.UntilAsync(() => Task.FromResult(Volatile.Read(ref calls) == 1));
        await host.UntilAsync(async () => (await host.Effects.FindAsync("7:answer:1", default))!.Epoch >= 2, TimeSpan.FromSeconds(5), evenIfBusy: true);
        calls.ShouldBe(1);
        leave.SetResult();
        await host.UntilIdleAsync(TimeSpan.FromSeconds(5), evenIfBusy: true);

        most.ShouldBe(1);
    }

    [Fact]
    public async Task Effects_of_a_conversation_go_in_order_while_others_go_beside_them()
    {
        await using var host = new DeliveryHost();
        var order = new System.Collections.Concurrent.ConcurrentQueue<string>();
        host.OnEffect = async (lease, _) =>
        {
            order.Enqueue(lease.Slot.Key);
            await Task.Yield();
            return new EffectOutcome.Sent(null);
        };
        await host.StartAsync();
        await PlanAsync(host, [.. Enumerable.Range(1, 40).Select(number => $"7:answer:{number}")]);
        await host.UntilIdleAsync();

        order.ShouldBe(Enumerable.Range(1, 40).Select(number => $"7:answer:{number}"));
    }

    [Fact]
    public async Task An_event_that_cannot_be_appended_does_not_lose_the_outcome()
    {
        await using var host = new DeliveryHost();
        host.OnEffect = (_, _) => Task.FromResult<EffectOutcome>(new EffectOutcome.Sent("{}") { Activities = [host.Question(1, conversation: 9)] });
        await host.StartAsync();
        await PlanAsync(host, "7:answer:1");
        await host.UntilIdleAsync();

        (await host.Effects.FindAsync("7:answer:1", default))!.State.ShouldBe(EffectState.Sent);
    }

    private static async Task PlanAsync(DeliveryHost host, params string[] keys)
    {
        foreach (var key in keys)
            await host.Effects.PlanAsync(Some.AnyConversation(1), host.Plan(key), host.Now, default);
    }
}
