using System.Diagnostics;
using MeliBot.Contracts;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Leases;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Stores.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Delivery.Tests;

public sealed class RouteTests
{
    [Fact]
    public async Task A_hint_becomes_an_answer_by_every_step_of_the_route()
    {
        await using var host = await AnsweringAsync();
        using var listener = host.Listen();
        await host.Queue.SendAsync(new SignalHint(7, "questions", "/questions/1", host.Now, "notification"), default);
        await host.UntilIdleAsync();

        (await host.Effects.FindAsync("7:answer:1", default))!.State.ShouldBe(EffectState.Sent);
        var snapshot = await host.Turns.LoadAsync(Some.AnyConversation(1), default);
        snapshot.Activities.ShouldHaveSingleItem().Turn.ShouldBe(ActivityTurn.Done);
        var steps = host.Route.Where(span => span is not DeliverySpans.StoreCommit).Distinct().ToArray();
        foreach (var step in new[]
                 {
                     DeliverySpans.SignalRaise, DeliverySpans.SignalHandle, DeliverySpans.SignalIngest, DeliverySpans.TurnLoad, DeliverySpans.TurnRun, DeliverySpans.TurnCommit,
                     DeliverySpans.EffectClaim, DeliverySpans.EffectExecute,
                 })
            steps.ShouldContain(step);
        host.Route.ShouldContain(DeliverySpans.StoreCommit);
    }

    [Fact]
    public async Task One_trace_follows_a_hint_through_the_store_to_its_effect()
    {
        await using var host = await AnsweringAsync();
        using var listener = host.Listen();
        ActivityTraceId trace;
        using (var webhook = new Activity("webhook").SetIdFormat(ActivityIdFormat.W3C))
        {
            webhook.ActivityTraceFlags = ActivityTraceFlags.Recorded;
            trace = webhook.Start().TraceId;
            await host.Queue.SendAsync(new SignalHint(7, "questions", "/questions/1", host.Now, "notification"), default);
        }

        await host.UntilIdleAsync();
        // A span ends a moment after what it did can be seen.
        await host.StopAsync();

        var steps = host.Spans.Where(span => span.TraceId == trace).Select(span => span.OperationName).ToArray();
        foreach (var step in new[] { DeliverySpans.SignalRaise, DeliverySpans.SignalHandle, DeliverySpans.SignalIngest, DeliverySpans.TurnRun, DeliverySpans.TurnCommit, DeliverySpans.EffectExecute, DeliverySpans.EffectMark })
            steps.ShouldContain(step);
    }

    [Fact]
    public async Task A_thousand_shuffled_and_repeated_hints_become_one_answer_each()
    {
        await using var host = await AnsweringAsync();
        var sent = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        host.OnEffect = (lease, _) =>
        {
            sent.AddOrUpdate(lease.Slot.Key, 1, (_, count) => count + 1);
            return Task.FromResult<EffectOutcome>(new EffectOutcome.Sent(null));
        };
        var hints = Enumerable.Range(0, 1000).Select(number => new SignalHint(7, "questions", $"/questions/{number % 250}", host.Now, "notification")).ToArray();
        new Random(11).Shuffle(hints);
        await Task.WhenAll(hints.Select(hint => host.Queue.SendAsync(hint, default).AsTask()));
        await host.UntilIdleAsync();

        sent.Count.ShouldBe(250);
        sent.Values.ShouldAllBe(count => count == 1);
    }

    [Fact]
    public async Task Work_that_was_left_behind_by_the_last_process_is_done_by_the_next()
    {
        await using var host = await AnsweringAsync();
        var stuck = new TaskCompletionSource();
        host.OnEffect = async (_, token) =>
        {
            stuck.TrySetResult();
            await Task.Delay(Timeout.Infinite, token);
            return new EffectOutcome.Sent(null);
        };
        await host.Queue.SendAsync(new SignalHint(7, "questions", "/questions/1", host.Now, "notification"), default);
        await stuck.Task;

        // The stop waits for what runs, and abandons it when its grace is over.
        var stopping = host.StopAsync();
        await host.UntilAsync(() => Task.FromResult(stopping.IsCompleted), TimeSpan.FromSeconds(1), evenIfBusy: true);
        await stopping;
        EffectLease? recovered = null;
        host.OnEffect = (lease, _) =>
        {
            recovered = lease;
            return Task.FromResult<EffectOutcome>(new EffectOutcome.Sent(null));
        };
        await host.StartAsync();
        await host.UntilIdleAsync();

        recovered!.Recovering.ShouldBeTrue();
        (await host.Effects.FindAsync("7:answer:1", default))!.State.ShouldBe(EffectState.Sent);
    }

    [Fact]
    public async Task What_a_stop_abandons_is_given_back_to_the_others_at_once_and_is_no_reason_to_park_it()
    {
        await using var host = new DeliveryHost();
        var (stuck, abandoned) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.OnEffect = async (_, token) =>
        {
            await using var told = token.Register(() => abandoned.TrySetResult());
            stuck.TrySetResult();
            await Task.Delay(Timeout.Infinite, token);
            return new EffectOutcome.Sent(null);
        };
        await host.StartAsync();
        await host.Effects.PlanAsync(Some.AnyConversation(1), host.Plan("7:answer:1"), host.Now, default);
        await stuck.Task;

        // No further: the two seconds for giving back would be over before the file is written.
        var stopping = host.StopAsync();
        await host.UntilAsync(() => Task.FromResult(abandoned.Task.IsCompleted), TimeSpan.FromSeconds(1), evenIfBusy: true);
        await stopping;

        using var file = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={host.Path};Pooling=false");
        file.Open();
        using var slot = file.CreateCommand();
        slot.CommandText = "SELECT state, leased, due_at <= $now, (SELECT count(*) FROM parked) FROM effects";
        slot.Parameters.AddWithValue("$now", host.Now.ToMicros());
        using var row = slot.ExecuteReader();
        row.Read().ShouldBeTrue();
        ((EffectState)row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)).ShouldBe((EffectState.Sending, 0, 1, 0));
    }

    [Fact]
    public async Task What_the_last_process_held_alone_when_it_died_is_free_for_the_next_at_once()
    {
        await using var host = await AnsweringAsync();
        var held = await Acquire("dead");
        await host.StopAsync();
        await host.StartAsync();

        (await Acquire("alive")).ShouldNotBeNull().Epoch.ShouldBe(held!.Epoch + 1);

        Task<Lease?> Acquire(string holder) =>
            host.Services.GetRequiredService<ILeaseStore>().TryAcquireAsync("oauth:7", holder, host.Now, TimeSpan.FromMinutes(2), default);
    }

    /// <summary>One question per conversation, and its answer.</summary>
    private static async Task<DeliveryHost> AnsweringAsync()
    {
        var host = new DeliveryHost();
        host.OnSignal = (signal, _) =>
        {
            var number = int.Parse(signal.Resource.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
            var question = host.Question(1, number);
            return Task.FromResult<SignalOutcome>(new SignalOutcome.Done(Some.Ingest(Some.AnyConversation(number), question)));
        };
        host.OnTurn = (work, _) => Task.FromResult(Some.Commit(work.Snapshot, work.Pending[0].Id) with { Effects = [host.Plan($"7:answer:{work.Pending[0].Id.Split(':', '-')[2]}")] });
        return await host.StartAsync();
    }
}
