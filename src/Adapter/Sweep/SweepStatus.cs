using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace MeliBot.Adapter.Sweep;

/// <summary>How a sweep stands, for the health page.</summary>
/// <param name="LastStart">Of this host's last run; null while another host sweeps.</param>
/// <param name="LastSuccess">When a run last got through every account without a failure.</param>
/// <param name="Accounts">Accounts of the last run, or of the one that goes on.</param>
/// <param name="Done">Those of them that were looked at whole.</param>
/// <param name="Problem">What keeps it from working, in a sentence; null when nothing does.</param>
/// <param name="IsSkipped">The problem is no fault: a setting is missing, or the platform refuses it to this application.</param>
/// <param name="IsRunning">A run goes on, and the counts are what it has done so far: the first one after linking fills in what was there before.</param>
public sealed record SweepState(string Sweep, bool StandBy, DateTimeOffset? LastStart, DateTimeOffset? LastSuccess, int Accounts, int Done, int Found, int Raised, string? Problem, bool IsSkipped = false, bool IsRunning = false);

/// <summary>What the sweeps did, and when they last succeeded.</summary>
public sealed class SweepStatus
{
    public const string MeterName = "MeliBot.Adapter.Sweep";

    private readonly ConcurrentDictionary<string, SweepState> _states = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SweepRun> _running = new(StringComparer.Ordinal);
    private readonly Counter<long> _runs;
    private readonly Counter<long> _raised;
    private readonly TimeProvider _time;

    public SweepStatus(IMeterFactory meters, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _time = time;
        var meter = meters.Create(MeterName);
        _runs = meter.CreateCounter<long>("melibot.sweep.runs", "{run}", "Runs of a sweep, by how they ended.");
        _raised = meter.CreateCounter<long>("melibot.sweep.raised", "{signal}", "What only a sweep found.");
        meter.CreateObservableGauge("melibot.sweep.age", Age, "s", "Time since the last run that got through.");
    }

    public IReadOnlyList<SweepState> States => [.. _states.Values.Select(Now).OrderBy(state => state.Sweep, StringComparer.Ordinal)];

    internal void StandBy(string sweep) =>
        _states.AddOrUpdate(sweep, name => new(name, true, null, null, 0, 0, 0, 0, null), (_, state) => state with { StandBy = true, LastStart = null, Problem = null, IsSkipped = false });

    internal void Started(string sweep, SweepRun run)
    {
        _running[sweep] = run;
        var now = _time.GetUtcNow();
        _states.AddOrUpdate(sweep, name => new(name, false, now, null, 0, 0, 0, 0, null), (_, state) => state with { StandBy = false, LastStart = now });
    }

    internal void Ended(string sweep, SweepRun run, string? problem)
    {
        _running.TryRemove(sweep, out _);
        var skipped = problem is null && run.Skipped is not null;
        problem ??= run.Skipped ?? (run.Failures.IsEmpty() ? null : $"{run.Failures.Count} of {run.Accounts} accounts couldn't be swept. Account {run.Failures.First().Key}: {run.Failures.First().Value}");
        var now = _time.GetUtcNow();
        _states.AddOrUpdate(
            sweep,
            name => new(name, false, now, problem is null ? now : null, run.Accounts, run.Done, run.Found, run.Raised, problem, skipped),
            (_, state) => state with { LastSuccess = problem is null ? now : state.LastSuccess, Accounts = run.Accounts, Done = run.Done, Found = run.Found, Raised = run.Raised, Problem = problem, IsSkipped = skipped });
        _runs.Add(1, new("sweep", sweep), new("outcome", run.Skipped is not null ? "skipped" : problem is null ? "done" : "failed"));
        if (run.Raised > 0) _raised.Add(run.Raised, new KeyValuePair<string, object?>("sweep", sweep));
    }

    private SweepState Now(SweepState state) => _running.TryGetValue(state.Sweep, out var run)
        ? state with { Accounts = run.Accounts, Done = run.Done, Found = run.Found, Raised = run.Raised, IsRunning = true }
        : state;

    private IEnumerable<Measurement<double>> Age()
    {
        var now = _time.GetUtcNow();
        foreach (var state in _states.Values)
        {
            if (!state.StandBy && state.LastSuccess is { } at) yield return new((now - at).TotalSeconds, new KeyValuePair<string, object?>("sweep", state.Sweep));
        }
    }
}

internal static class FailureCount
{
    public static bool IsEmpty(this IReadOnlyDictionary<long, string> failures) => failures.Count == 0;
}
