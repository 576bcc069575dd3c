namespace MeliBot.MercadoLibre;

/// <summary>Opens when too many calls in a sliding window were refused. Not thread-safe: its owner locks.</summary>
internal sealed class Breaker(int refusedToOpen, double shareToOpen, TimeSpan window, TimeSpan pause)
{
    private readonly Queue<(DateTimeOffset At, bool Refused)> _calls = [];
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

        _calls.Enqueue((now, outcome == CallOutcome.Refused));
        if (outcome == CallOutcome.Refused)
            _refused++;
        while (_calls.TryPeek(out var oldest) && now - oldest.At > window)
        {
            _calls.Dequeue();
            if (oldest.Refused)
                _refused--;
        }

        if (_refused < refusedToOpen || _refused < _calls.Count * shareToOpen)
            return false;
        _openUntil = now + pause;
        return true;
    }

    private void Close()
    {
        _openUntil = null;
        _calls.Clear();
        _refused = 0;
    }
}
