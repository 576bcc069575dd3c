namespace MeliBot.Simulator;

/// <summary>A value with its past, so that a read can lag.</summary>
internal sealed class Versioned<T>(DateTimeOffset at, T value)
    where T : class
{
    private readonly List<(DateTimeOffset At, T Value)> _versions = [(at, value)];

    public T Current => _versions[^1].Value;

    public DateTimeOffset Born => _versions[0].At;

    public void Set(DateTimeOffset at, T value) => _versions.Add((at, value));

    /// <summary>Null: it did not exist then.</summary>
    public T? At(DateTimeOffset time)
    {
        for (var i = _versions.Count - 1; i >= 0; i--)
        {
            if (_versions[i].At <= time) return _versions[i].Value;
        }

        return null;
    }
}
