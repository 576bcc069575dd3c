using Microsoft.Extensions.Options;

namespace MeliBot.Delivery.Work;

/// <summary>Doubling waits with jitter: between half and all of the nominal wait, so that things that failed together don't come back together.</summary>
internal sealed class Backoff(IOptions<DeliveryOptions> options, Random random)
{
    public TimeSpan After(int failures) => Jittered(options.Value.RetryBase, options.Value.RetryCap, failures);

    /// <summary>For a store that can't be reached: short, because everything waits for it.</summary>
    public TimeSpan WhileUnavailable(int failures) => Jittered(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), failures);

    private TimeSpan Jittered(TimeSpan first, TimeSpan cap, int failures)
    {
        var nominal = Math.Min(cap.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Clamp(failures - 1, 0, 40)));
        double share;
        lock (random)
            share = random.NextDouble();
        return TimeSpan.FromMilliseconds(nominal * (0.5 + (share / 2)));
    }
}
