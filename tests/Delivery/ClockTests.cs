using MeliBot.Contracts;
using MeliBot.Delivery.Signals;
using Microsoft.Extensions.Time.Testing;

namespace MeliBot.Delivery.Tests;

public sealed class ClockTests
{
    [Fact]
    public async Task When_the_clock_is_set_back_two_hours_nothing_waits_two_hours_longer()
    {
        var time = new SettableTime();
        await using var host = new DeliveryHost { Time = time };
        var tries = 0;
        host.OnSignal = (signal, _) => Task.FromResult<SignalOutcome>(
            signal.Resource == "/questions/1" && Interlocked.Increment(ref tries) == 1 ? new SignalOutcome.Later(TimeSpan.FromSeconds(5), "not yet") : new SignalOutcome.Done(Ingest.Nothing));
        await host.StartAsync();
        await host.Queue.SendAsync(new SignalHint(7, "questions", "/questions/1", host.Now, "notification"), default);
        await host.UntilAsync(async () => await host.Signals.NextDueAsync(host.Now, default) is not null);

        time.SetBack = TimeSpan.FromHours(2);
        time.Advance(TimeSpan.FromSeconds(6));

        // It wakes the pump, which looks for whatever is due.
        await host.Queue.SendAsync(new SignalHint(7, "questions", "/questions/2", host.Now, "notification"), default);
        await host.UntilIdleAsync();
        tries.ShouldBe(2);
    }

    private sealed class SettableTime() : FakeTimeProvider(DeliveryFixture.Start)
    {
        public TimeSpan SetBack { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - SetBack;

        // Nobody sets this one.
        public override long GetTimestamp() => base.GetUtcNow().Ticks;
    }
}
