namespace MeliBot.MercadoLibre;

/// <summary>Opens when too many calls in a sliding window were refused; the window slides in steps of its sixtieth. Not thread-safe: its owner locks.</summary>
internal sealed class Breaker(int refusedToOpen, double shareToOpen, TimeSpan window, TimeSpan pause)
{
    private readonly Queue<Step> _steps = [];
    private readonly TimeSpan _step = window / 60;
    private Step? _newest;
    private int _calls;
    private int _refused;
    private DateTimeOffset? _openUntil;

    public bool IsOpen => _openUntil is not null;

    /// <summary>How long calls must wait; zero lets this one through.</summary>
    public TimeSpan Check(DateTimeOffset now)
    {
        if (_openUntil is not { } until)
            return TimeSpan.Zero;
        if (now < until)
            return until - now;
        // One probe a pause. If it never reports back, the next pause brings another.
        _openUntil = now + pause;
        return TimeSpan.Zero;
    }

    /// <returns>True when this report opened it.</returns>
    public bool Report(DateTimeOffset now, CallOutcome outcome)
    {
        if (outcome is not (CallOutcome.Fine or CallOutcome.Refused))
            return false;

        if (_openUntil is not null)
        {
            if (outcome == CallOutcome.Fine)
                Close();
            else
                _openUntil = now + pause;
            return false;
        }

        Count(now, outcome == CallOutcome.Refused);
        if (_refused < refusedToOpen || _refused < _calls * shareToOpen)
            return false;
        _openUntil = now + pause;
        return true;
    }

    private void Count(DateTimeOffset now, bool refused)
    {
        if (_newest is null || now - _newest.At >= _step)
            _steps.Enqueue(_newest = new Step(now));
        _calls++;
        _newest.Calls++;
        if (refused)
        {
            _refused++;
            _newest.Refused++;
        }

        while (_steps.TryPeek(out var oldest) && now - oldest.At > window)
        {
            _steps.Dequeue();
            _calls -= oldest.Calls;
            _refused -= oldest.Refused;
        }
    }

    private void Close()
    {
        _openUntil = null;
        _steps.Clear();
        _newest = null;
        _calls = _refused = 0;
    }

    private sealed class Step(DateTimeOffset at)
    {
        public DateTimeOffset At { get; } = at;

        public int Calls { get; set; }

        public int Refused { get; set; }
    }
}
