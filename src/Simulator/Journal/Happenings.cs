namespace MeliBot.Simulator;

/// <summary>One line of what goes on, for people and hosts that follow live.</summary>
/// <param name="Kind"><c>asked</c>, <c>answered</c>, <c>banned</c>, <c>changed</c>, <c>handed-over</c>, <c>say</c>, <c>crash</c>, <c>step</c>, <c>fault</c>, <c>topic-off</c>, <c>failed</c>, <c>finished</c>.</param>
/// <param name="Target">Of a crash: what is to be killed.</param>
public sealed record Happening(
    long Seq, DateTimeOffset At, string Kind, string Text, long? Question = null, string? By = null, string? Target = null);

/// <summary>The live feed, kept so that a late follower misses nothing.</summary>
public sealed class Happenings
{
    private readonly WorldCore _core;
    private readonly List<Happening> _all = [];

    internal Happenings(WorldCore core) => _core = core;

    public IReadOnlyList<Happening> After(long seq)
    {
        lock (_core.Gate) return seq >= _all.Count ? [] : _all[(int)Math.Max(0, seq)..];
    }

    /// <summary>Waits for something newer than <paramref name="seq"/>.</summary>
    public async Task<IReadOnlyList<Happening>> NextAsync(long seq, CancellationToken cancellationToken)
    {
        await _core.WaitUntilAsync(() => _all.Count > seq, cancellationToken);
        return After(seq);
    }

    internal void Add(string kind, string text, long? question = null, string? by = null, string? target = null)
    {
        lock (_core.Gate) _all.Add(new(_all.Count + 1, _core.Now, kind, text, question, by, target));
        _core.Changed();
    }
}
