using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Signals;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Delivery.Tests;

public sealed class SignalPumpTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_fails_five_times_is_parked_with_its_reason_and_others_go_on()
    {
        await using var host = new DeliveryHost();
        var tries = 0;
        host.OnSignal = (signal, _) => signal.Resource == "/questions/1"
            ? throw new InvalidDataException($"broken {++tries}")
            : Task.FromResult<SignalOutcome>(new SignalOutcome.Done(Ingest.Nothing));
        await host.StartAsync();
        await RaiseAsync(host, 1);
        await RaiseAsync(host, 2);
        await host.UntilIdleAsync(Second);

        tries.ShouldBe(5);
        var parked = (await host.Services.GetRequiredService<IParkingStore>().ListAsync(null, 10, default)).ShouldHaveSingleItem();
        (parked.Kind, parked.Key, parked.Attempts).ShouldBe((ParkedKind.Signal, "questions /questions/1", 5));
        parked.Reason.Text.ShouldContain("broken 5");
    }

    [Fact]
    public async Task What_a_queue_could_not_read_stands_in_the_parking_however_often_it_is_replayed()
    {
        await using var host = await new DeliveryHost().StartAsync();
        await host.Signals.RaiseAsync(PoisonedHint.Of(null, "signals-poison", "message-1", host.Now), default);
        await host.UntilIdleAsync(Second);

        var parking = host.Services.GetRequiredService<IParkingStore>();
        var parked = (await parking.ListAsync(null, 10, default)).ShouldHaveSingleItem();
        parked.Reason.Text.ShouldContain("signals-poison/message-1");
        await parking.ReplayAsync(parked.Id, host.Now, default);
        await host.UntilIdleAsync(Second);
        (await parking.ListAsync(null, 10, default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_hint_that_a_queue_gave_up_is_looked_at_once_it_can_become_a_signal()
    {
        await using var host = new DeliveryHost();
        var looked = new List<Signal>();
        host.OnSignal = (signal, _) =>
        {
            looked.Add(signal);
            return Task.FromResult<SignalOutcome>(new SignalOutcome.Done(Ingest.Nothing));
        };
        await host.StartAsync();
        await host.Signals.RaiseAsync(PoisonedHint.Of(new SignalHint(7, "questions", "/questions/1", host.Now, "notification"), "signals-poison", "message-1", host.Now), default);
        await host.UntilIdleAsync(Second);

        var signal = looked.ShouldHaveSingleItem();
        (signal.Account, signal.Topic, signal.Resource).ShouldBe((7, "questions", "/questions/1"));
        (await host.Services.GetRequiredService<IParkingStore>().ListAsync(null, 10, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_comes_too_early_is_looked_at_again_for_as_long_as_it_takes()
    {
        await using var host = new DeliveryHost();
        var looks = 0;
        host.OnSignal = (_, _) => Task.FromResult<SignalOutcome>(++looks < 12 ? new SignalOutcome.Later(TimeSpan.FromSeconds(2), "not there yet") : new SignalOutcome.Done(Ingest.Nothing));
        await host.StartAsync();
        await RaiseAsync(host, 1);
        await host.UntilIdleAsync(Second);

        looks.ShouldBe(12);
    }

    [Fact]
    public async Task A_wait_that_the_platform_asked_for_is_never_undercut()
    {
        await using var host = new DeliveryHost();
        var looks = new List<DateTimeOffset>();
        host.OnSignal = (_, _) =>
        {
            looks.Add(host.Now);
            return Task.FromResult<SignalOutcome>(looks.Count == 1 ? new SignalOutcome.Failed(TimeSpan.FromSeconds(90), "429") : new SignalOutcome.Done(Ingest.Nothing));
        };
        await host.StartAsync();
        await RaiseAsync(host, 1);
        await host.UntilIdleAsync(Second);

        (looks[1] - looks[0]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task A_hint_during_the_look_leads_to_another_look()
    {
        await using var host = new DeliveryHost();
        var looks = 0;
        host.OnSignal = async (_, _) =>
        {
            if (++looks == 1)
                await RaiseAsync(host, 1);
            return new SignalOutcome.Done(Ingest.Nothing);
        };
        await host.StartAsync();
        await RaiseAsync(host, 1);
        await host.UntilIdleAsync();

        looks.ShouldBe(2);
    }

    [Fact]
    public async Task What_a_look_found_and_could_not_store_leaves_the_signal_open()
    {
        await using var host = new DeliveryHost();
        var looks = 0;
        host.OnSignal = (_, _) =>
        {
            var question = host.Question(1);
            var foreign = question with { Conversation = "questions:7:MLA2:5" };
            return Task.FromResult<SignalOutcome>(new SignalOutcome.Done(new Ingest([new(new(question.Conversation, 7, "questions"), null, [++looks == 1 ? foreign : question], [])])));
        };
        await host.StartAsync();
        await RaiseAsync(host, 1);
        await host.UntilIdleAsync(Second);

        looks.ShouldBe(2);
    }

    [Fact]
    public async Task No_more_are_handled_at_once_than_allowed_and_never_one_twice()
    {
        await using var host = new DeliveryHost { Configure = options => options.SignalConcurrency = 3 };
        var (running, most) = (0, 0);
        var handled = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        host.OnSignal = async (signal, _) =>
        {
            var now = Interlocked.Increment(ref running);
            most = Math.Max(most, now);
            handled.AddOrUpdate(signal.Resource, 1, (_, count) => count + 1);
            for (var turn = 0; turn < 20; turn++)
                await Task.Yield();
            Interlocked.Decrement(ref running);
            return new SignalOutcome.Done(Ingest.Nothing);
        };
        await host.StartAsync();
        await Task.WhenAll(Enumerable.Range(1, 200).Select(number => RaiseAsync(host, number)));
        await host.UntilIdleAsync();

        most.ShouldBeInRange(2, 3);
        handled.Count.ShouldBe(200);
    }

    [Fact]
    public async Task A_handler_that_hangs_is_cancelled_and_counts_as_failed()
    {
        await using var host = new DeliveryHost();
        var tries = 0;
        host.OnSignal = async (_, token) =>
        {
            if (++tries == 1)
                await Task.Delay(Timeout.Infinite, token);
            return new SignalOutcome.Done(Ingest.Nothing);
        };
        await host.StartAsync();
        await RaiseAsync(host, 1);
        await host.UntilIdleAsync(TimeSpan.FromSeconds(10), evenIfBusy: true);

        tries.ShouldBe(2);
    }

    private static Task RaiseAsync(DeliveryHost host, int number) => host.Queue.SendAsync(new SignalHint(7, "questions", $"/questions/{number}", host.Now, "notification"), default).AsTask();
}
