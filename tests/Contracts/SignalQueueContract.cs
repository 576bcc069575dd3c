using MeliBot.Delivery.Work;

namespace MeliBot.Contracts;

/// <summary>Whatever carries hints: once accepted, each becomes a signal.</summary>
public abstract class SignalQueueContract<TFixture> : DeliveryContract<TFixture>
    where TFixture : DeliveryFixture, new()
{
    [Fact]
    public async Task What_was_accepted_survives_a_crash_right_after()
    {
        await Store.Queue.SendAsync(Some.Hint(Store), default);
        await Store.ReopenAsync();
        (await Store.Signals.FindDueAsync(Store.Now, 10, _ => false, default)).ShouldHaveSingleItem().Resource.ShouldBe("/questions/1");
    }

    [Fact]
    public async Task Accepting_wakes_the_pump()
    {
        await Store.Queue.SendAsync(Some.Hint(Store), default);
        await Store.Alarm.WaitAsync(WorkKind.Signals, default);
    }

    [Fact]
    public async Task Repeats_and_shuffles_are_one_signal_each()
    {
        var hints = Enumerable.Range(0, 400).Select(number => Some.Hint(Store, $"/questions/{number % 40}")).ToArray();
        new Random(7).Shuffle(hints);
        await Task.WhenAll(hints.Select(hint => Store.Queue.SendAsync(hint, default).AsTask()));

        (await Store.Signals.FindDueAsync(Store.Now, 1000, _ => false, default)).Count.ShouldBe(40);
    }
}
