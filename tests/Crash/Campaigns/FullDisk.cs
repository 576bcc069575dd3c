using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Delivery;
using MeliBot.Simulator;
using Microsoft.Data.Sqlite;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>
/// T12. The disk under the database is full, or read-only at a start, and then it isn't any more. While it is full notifications are answered 503; afterwards all goes on by itself; nothing is lost.
/// </summary>
internal sealed class FullDisk : ICampaign
{
    private const int EachCycle = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Id => "T12";

    public string Title => "disk full, and read-only";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        using var disk = SmallDisk.Mount(out var why);
        if (disk is null)
        {
            context.Log.WriteLine($"  skipped: {why}.");
            return tally.Result() with { Skipped = why };
        }

        var database = Path.Combine(disk.Path, "melibot.db");
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Delivery:Sqlite:Path"] = database,
            ["Delivery:RetryBase"] = "00:00:00.100",
            ["Delivery:RetryCap"] = "00:00:00.500",
            ["MercadoLibre:Adapter:QuestionSettle"] = "00:00:00",
            // A busy machine is no outage of the platform's.
            ["MercadoLibre:AttemptTimeout"] = "00:02:00",
            ["MercadoLibre:Adapter:ReadBackAfter"] = "00:00:00.100",
        };
        var platform = new SimulatorOptions { Seed = context.Seed, Notices = new() { RetryGaps = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(200), 10_000)], SwitchOffAfter = 0 } };
        await using var stage = await LocalStage.SetAsync(platform, TimeProvider.System, cancellationToken, settings);
        var seller = await stage.LinkSellerAsync(cancellationToken);
        stage.Subscribe();
        var random = context.RandomOf(0);
        var buyers = Buyers.Of(stage.World, seller, items: 5, buyers: 20, random);
        var cycles = context.Count(ci: 6, issue: 50, release: 500);
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            if (cycle % 2 == 0)
                await FullAsync(stage, disk, buyers, database, random, tally, cancellationToken);
            else
                await ReadOnlyAsync(stage, disk, buyers, tally, cancellationToken);
            if (await Drain.WaitAsync(stage.World, buyers.Asked, database, Patience, cancellationToken) is not { } recovered)
                break;
            tally.Most("slowest recovery, s", recovered.TotalSeconds);
            tally.Count("cycles");
        }

        tally.Add("disk", Judge.Of(stage.World, buyers.Asked, database));
        return tally.Result();
    }

    private static async Task FullAsync(LocalStage stage, SmallDisk disk, Buyers buyers, string database, Random random, Tally tally, CancellationToken cancellationToken)
    {
        // Some are on their way when it happens.
        var asked = Enumerable.Range(0, EachCycle / 2).Select(_ => buyers.Ask()).ToList();
        await Task.Delay(random.Next(0, 30), cancellationToken);
        await ShrinkLogAsync(database, cancellationToken);
        disk.Fill();
        for (var i = 0; i < EachCycle / 2; i++)
            asked.Add(buyers.Ask());
        var last = $"/questions/{asked[^1].Id}";
        await stage.World.WaitUntilAsync(world => world.AllNotices.Any(notice => notice.Resource == last && (notice.LastStatus == 503 || notice.State == NoticeState.Acknowledged)), cancellationToken)
            .WaitAsync(Patience, cancellationToken);
        tally.Count("answered 503", stage.World.AllNotices.Count(notice => notice is { LastStatus: 503, State: not NoticeState.Acknowledged }));
        if (stage.World.AllNotices.Any(notice => notice.Resource == last && notice.State == NoticeState.Acknowledged && notice.LastStatus == 200))
            tally.Count("found room on the full disk");
        disk.Empty();
    }

    /// <summary>The host can't start then, and says why; whoever starts hosts tries again.</summary>
    private static async Task ReadOnlyAsync(LocalStage stage, SmallDisk disk, Buyers buyers, Tally tally, CancellationToken cancellationToken)
    {
        for (var i = 0; i < EachCycle; i++)
            buyers.Ask();
        await stage.StopAsync(cancellationToken);
        disk.Protect(readOnly: true);
        try
        {
            await stage.StartAsync(cancellationToken);
            tally.Violate("read-only", "the host started on a database that it can't write");
            await stage.StopAsync(cancellationToken);
        }
        catch (DeliveryUnavailableException)
        {
            tally.Count("read-only starts told");
        }
        finally
        {
            disk.Protect(readOnly: false);
        }

        await stage.StartAsync(cancellationToken);
        stage.Subscribe();
    }

    /// <summary>Room that the log has from before would let writes go on for a while.</summary>
    private static async Task ShrinkLogAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 2000; PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
