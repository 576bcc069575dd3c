using MeliBot.Benchmarks.Rigs;
using MeliBot.Benchmarks.Running;
using MeliBot.Contracts;

namespace MeliBot.Benchmarks.Curves;

/// <summary>
/// The same stored questions answered by two workers and by one, each a host as users run it, on one PostgreSQL, with a platform that takes 50 ms for every call. Two cores can't show two workers'
/// CPU, but they can show that one doesn't wait for what the other waits for.
/// </summary>
internal sealed class Workers : IBenchmark
{
    public string Name => "workers";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        const string What = "questions answered by two workers, against one; 50 ms at the platform";
        using var server = RunningPostgres.Start(durable: true);
        if (server is null)
            return Section.Skipped(Name, What, "PostgreSQL isn't installed (Debian: apt-get install postgresql).");
        var questions = plan.Count(600, 20);
        var pairs = await plan.AlternateAsync(Name, "questions/s", () => RateAsync(2), () => RateAsync(1), warmUps: 0);
        return new Section(pairs.Line(Name, What, Bar.Least(1.6)));

        async Task<double> RateAsync(int workers)
        {
            await using var rig = await WorkersRig.StartAsync(server, workers, cancellationToken);
            // Compiles what a question needs, and lasts until the hosts have divided the budget.
            for (var warmed = 0; warmed < plan.Count(10, 1); warmed++)
            {
                await rig.AnswerAsync(plan.Count(60, 10), cancellationToken);
                await Task.Delay(plan.Time(0.5), cancellationToken);
            }

            return await DeliveryRig.RateAsync(questions, () => rig.AnswerAsync(questions, cancellationToken));
        }
    }
}
