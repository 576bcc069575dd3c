namespace MeliBot.Simulator;

/// <param name="State"><c>loaded</c>, <c>running</c> or <c>finished</c>.</param>
/// <param name="Passed">Null until it is finished.</param>
/// <param name="Asked">The scenario's keys and the ids that the questions got.</param>
public sealed record ScenarioProgress(
    string Name, string State, bool? Passed, int Steps, int StepsDone, int Questions, int Answered, IReadOnlyList<string> Failures,
    IReadOnlyDictionary<string, long> Asked, IReadOnlyDictionary<string, long> Accounts, IReadOnlyDictionary<string, long> Buyers, IReadOnlyDictionary<string, string> Items,
    IReadOnlyDictionary<string, long> Claims);

/// <summary>The scenario that is loaded, and its run.</summary>
public sealed class Scenarios
{
    private readonly World _world;
    private readonly CancellationToken _stopping;
    private ScenarioRun? _run;

    internal Scenarios(World world, CancellationToken stopping) => (_world, _stopping) = (world, stopping);

    public ScenarioProgress? Current => _run?.Progress;

    /// <summary>Ends with the last step; at once when nothing runs.</summary>
    public Task Finished => _run?.Finished ?? Task.CompletedTask;

    /// <summary>Reads the file and creates its accounts, items and buyers; the steps wait for <see cref="Start"/>.</summary>
    /// <exception cref="ScenarioException">The file cannot be played.</exception>
    public ScenarioProgress Load(string yaml, string fileName = "scenario")
    {
        var scenario = ScenarioFile.Parse(yaml, fileName);
        if (_run is { Finished.IsCompleted: false }) throw new InvalidOperationException("A scenario is running. Wait until it is finished, or start another Simulator.");
        _run = new(_world, scenario, _stopping);
        return _run.Progress;
    }

    public ScenarioProgress Start()
    {
        if (_run is null) throw new InvalidOperationException("No scenario is loaded. Load one with --scenario or POST /_control/scenario.");
        _run.Start();
        return _run.Progress;
    }
}
