namespace MeliBot.MercadoLibre;

/// <summary>
/// What of the application's budget this host may spend. All of it, unless somebody divides it among several hosts: then a share that was given until a moment, after which it is none, because another
/// host may have been given it.
/// </summary>
public sealed class BudgetShare(TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _share = 1;
    private DateTimeOffset _until = DateTimeOffset.MaxValue;
    private Action[] _listeners = [];

    /// <summary>Between 0 and 1.</summary>
    public double Current
    {
        get
        {
            lock (_lock)
                return time.GetUtcNow() < _until ? _share : 0;
        }
    }

    public void Give(double share, DateTimeOffset until)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        Action[] listeners;
        lock (_lock)
            (_share, _until, listeners) = (share, until, _listeners);
        foreach (var listener in listeners)
            listener();
    }

    /// <summary>Calls back after a share was given.</summary>
    internal void Listen(Action listener)
    {
        lock (_lock)
            _listeners = [.. _listeners, listener];
    }

    internal void Leave(Action listener)
    {
        lock (_lock)
            _listeners = [.. _listeners.Where(known => known != listener)];
    }
}
