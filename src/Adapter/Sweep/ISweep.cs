namespace MeliBot.Adapter.Sweep;

/// <summary>One kind of looking for what was missed.</summary>
public interface ISweep
{
    /// <summary>For example <c>questions</c>.</summary>
    string Name { get; }

    TimeSpan Cadence(SweepOptions options);

    /// <summary>Looks once. What fails for one account is noted in <paramref name="run"/> and doesn't stop the others.</summary>
    Task RunAsync(SweepRun run, CancellationToken cancellationToken);
}
