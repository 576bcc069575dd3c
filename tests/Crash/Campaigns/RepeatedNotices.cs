using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>T2. Waves of questions; of each question's deliveries some come with its own wave, some after the answer.</summary>
internal sealed class RepeatedNotices : ICampaign
{
    private const int MostCopies = 8;
    private const int Mean = 5;
    private const int Wave = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Id => "T2";

    public string Title => "each notification delivered 1 to 8 times, shuffled";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var random = context.RandomOf(0);
        var questions = context.Count(ci: 1_000, issue: 20_000, release: 2_000_000);
        await using var stage = await LocalStage.SetAsync(new() { Seed = context.Seed }, TimeProvider.System, cancellationToken, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MercadoLibre:Adapter:QuestionSettle"] = "00:00:00.020",
        });
        var crowd = new Crowd(stage.World, [await stage.LinkSellerAsync(cancellationToken), await stage.LinkSellerAsync(cancellationToken)], Math.Max(50, questions / 4), random);
        using var deliveries = new Deliveries(stage.Callback, stage.Application);

        var waves = (questions + Wave - 1) / Wave;
        var due = Enumerable.Range(0, waves + 2).Select(_ => new List<(WorldQuestion, int)>()).ToArray();
        for (var wave = 0; wave < due.Length; wave++)
        {
            if (wave < waves)
                Spread(crowd.Ask(Math.Min(Wave, questions - (wave * Wave))), due, wave, random);
            var now = due[wave].ToArray();
            random.Shuffle(now);
            await deliveries.PostAsync(now, cancellationToken);
            due[wave].Clear();
        }

        await Drain.WaitAsync(stage.World, crowd.Asked, stage.Database, Patience, cancellationToken);
        tally.Add("run", Judge.Of(stage.World, crowd.Asked, stage.Database));
        foreach (var wrong in Numbering.BrokenIn(stage.World, crowd.Asked))
            tally.Violate("run", wrong);
        var answers = stage.World.Journal.AcceptedPerKey(EffectKinds.Answer).Values.Sum();
        if (answers != questions)
            tally.Violate("run", $"{questions} questions have {answers} accepted answers");
        tally.Count("deliveries", deliveries.Taken);
        tally.Count("answers", answers);
        return tally.Result();
    }

    /// <summary>One delivery in its own wave, the others in this one or the next two; five on average.</summary>
    private static void Spread(IReadOnlyList<WorldQuestion> asked, List<(WorldQuestion Question, int Copy)>[] due, int wave, Random random)
    {
        var copies = new int[asked.Count];
        Array.Fill(copies, 1);
        for (var left = asked.Count * (Mean - 1); left > 0;)
        {
            var lucky = random.Next(copies.Length);
            if (copies[lucky] == MostCopies)
                continue;
            copies[lucky]++;
            left--;
        }

        for (var i = 0; i < copies.Length; i++)
        {
            due[wave].Add((asked[i], 1));
            for (var copy = 2; copy <= copies[i]; copy++)
                due[wave + random.Next(3)].Add((asked[i], copy));
        }
    }
}
