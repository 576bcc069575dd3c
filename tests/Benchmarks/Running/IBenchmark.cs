namespace MeliBot.Benchmarks.Running;

internal interface IBenchmark
{
    /// <summary>As typed on the command line.</summary>
    string Name { get; }

    Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken);
}
