namespace MeliBot.MercadoLibre;

/// <summary>Permits that refill with time. Not thread-safe: its owner locks.</summary>
internal sealed class TokenBucket(double rate, double capacity, DateTimeOffset now)
{
    private readonly double _capacity = capacity;
    private double _permits = capacity;
    private DateTimeOffset _at = now;

    public double Rate { get; private set; } = rate;

    public void SetRate(double rate, DateTimeOffset now)
    {
        Refill(now);
        Rate = rate;
    }

    /// <summary>How long until a permit is there; zero when one is.</summary>
    public TimeSpan Delay(DateTimeOffset now)
    {
        Refill(now);
        return _permits >= 1 ? TimeSpan.Zero : TimeSpan.FromTicks((long)Math.Ceiling((1 - _permits) / Rate * TimeSpan.TicksPerSecond));
    }

    public void Take() => _permits -= 1;

    /// <summary>Forgets what was saved up: after a 429 no burst may follow.</summary>
    public void Drain(DateTimeOffset now)
    {
        Refill(now);
        _permits = Math.Min(_permits, 0);
    }

    private void Refill(DateTimeOffset now)
    {
        if (now <= _at)
            return;
        _permits = Math.Min(_capacity, _permits + ((now - _at).TotalSeconds * Rate));
        // Rounding must not leave a permit at 0.9999999 and a timer spinning towards it.
        if (_permits is > 0.999_999 and < 1)
            _permits = 1;
        _at = now;
    }
}
