namespace MeliBot.MercadoLibre;

/// <summary>Permits that refill with time. Not thread-safe: its owner locks.</summary>
internal sealed class TokenBucket(double rate, double capacity, DateTimeOffset now)
{
    // Whoever has no rate asks again when it is given one.
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    private double _capacity = capacity;
    private double _permits = capacity;
    private DateTimeOffset _at = now;

    public double Rate { get; private set; } = rate;

    public void SetRate(double rate, DateTimeOffset now)
    {
        Refill(now);
        Rate = rate;
    }

    /// <summary>Another size from now on: what was saved up beyond it is forgotten, and a larger one has to be filled first.</summary>
    public void Resize(double rate, double capacity, DateTimeOffset now)
    {
        SetRate(rate, now);
        _capacity = capacity;
        _permits = Math.Min(_permits, capacity);
    }

    /// <summary>How long until a permit is there; zero when one is.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="ahead">Permits that are promised to others first.</param>
    public TimeSpan Delay(DateTimeOffset now, int ahead = 0)
    {
        Refill(now);
        var missing = 1 + ahead - _permits;
        if (missing <= 0)
            return TimeSpan.Zero;
        var seconds = Rate > 0 ? missing / Rate : double.PositiveInfinity;
        return seconds < Never.TotalSeconds ? TimeSpan.FromTicks((long)Math.Ceiling(seconds * TimeSpan.TicksPerSecond)) : Never;
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
