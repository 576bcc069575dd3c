using System.Diagnostics;
using System.Globalization;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>
/// T13. From every schema that ever was, and from no file at all, the host is killed within each migration on the way to the newest; the file holds the schema before or after, never between, and the
/// next start finishes. A migration that is added is covered without a change here.
/// </summary>
internal sealed class Upgrade : ICampaign
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // At random: a kill in the middle of the script itself.
    private static readonly string?[] Points = ["store.migrate:start", "store.migrate:stop", "store.commit:start", "store.commit:stop", null];

    public string Id => "T13";

    public string Title => "kill -9 within each migration, from each earlier schema";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var kills = context.Count(ci: 5, issue: 20, release: 200);
        await using var stage = await CrashStage.SetAsync(context.Seed, cancellationToken);
        var random = context.RandomOf(0);
        for (var from = 0; from < Schemas.Newest; from++)
        {
            for (var migration = from + 1; migration <= Schemas.Newest; migration++)
            {
                for (var kill = 0; kill < kills; kill++)
                    await KillAsync(stage, from, migration, Points[kill % Points.Length], random, tally, cancellationToken);
            }
        }

        tally.Add("schemas", Judge.Of(stage.World, Array.Empty<WorldQuestion>(), stage.Database));
        return tally.Result();
    }

    private static async Task KillAsync(CrashStage stage, int from, int migration, string? point, Random random, Tally tally, CancellationToken cancellationToken)
    {
        var run = string.Create(CultureInfo.InvariantCulture, $"from schema {from}, migration {migration}, {point ?? "at random"}");
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(stage.Database)!, Path.GetFileName(stage.Database) + "*"))
            File.Delete(file);
        Schemas.Create(stage.Database, from);

        if (point is not null)
        {
            stage.Start(string.Create(CultureInfo.InvariantCulture, $"{point}:{migration - from}"));
            await stage.Host.Exited.WaitAsync(Patience, cancellationToken);
        }
        else
        {
            // From the moment that it touches the file, for as long as migrations take.
            stage.Start();
            var started = Stopwatch.GetTimestamp();
            while (!File.Exists(stage.Database + "-wal") && Stopwatch.GetElapsedTime(started) < Patience)
                await Task.Delay(1, cancellationToken);
            await Task.Delay(random.Next(0, 25), cancellationToken);
        }

        await stage.KillAsync();
        tally.Count("kills");
        if (Schemas.Judge(stage.Database, from, from) is { } half)
            tally.Violate(run, $"after the kill {half}");
        else
            tally.Count(Schemas.Version(stage.Database) >= migration ? "killed after its commit" : "killed before its commit");

        await stage.RestartAsync(cancellationToken);
        await stage.KillAsync();
        if (Schemas.Judge(stage.Database, from, Schemas.Newest) is { } unfinished)
            tally.Violate(run, $"after the next start {unfinished}");
    }
}
