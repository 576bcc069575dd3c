using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Campaigns.Hosts;

/// <summary>T2 with three hosts on one PostgreSQL: each copy of a notice comes to whichever host is next.</summary>
internal sealed class RepeatedNoticesToHosts : ICampaign
{
    private const int Hosts = 3;
    private const int MostCopies = 8;
    private const int Wave = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Id => "T2-hosts";

    public string Title => "three hosts on one PostgreSQL: each notification delivered 1 to 8 times, shuffled among them";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var random = context.RandomOf(0);
        var questions = context.Count(ci: 300, issue: 20_000, release: 200_000);
        await using var stage = await SharedStage.SetAsync(context.Seed, Hosts, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), cancellationToken);
        if (stage is null)
            return tally.Result() with { Skipped = SharedStage.Missing };
        var seller = await stage.LinkAsync(cancellationToken);
        var crowd = new Crowd(stage.World, [seller], Math.Max(50, questions / 4), random);
        using var deliveries = new Deliveries(stage.Callback, stage.Application);

        for (var asked = 0; asked < questions; asked += Wave)
        {
            var copies = crowd.Ask(Math.Min(Wave, questions - asked)).SelectMany(question => Enumerable.Range(1, random.Next(1, MostCopies + 1)).Select(copy => (question, copy))).ToArray();
            random.Shuffle(copies);
            await deliveries.PostAsync(copies, cancellationToken);
        }

        if (await Drain.WaitAsync(stage.World, crowd.Asked, stage.Database, Patience, cancellationToken) is { } drained)
            tally.Most("drained in s", Math.Round(drained.TotalSeconds, 1));
        tally.Add("run", Judge.Of(stage.World, crowd.Asked, stage.Database));
        var answers = stage.World.Journal.AcceptedPerKey(EffectKinds.Answer).Values.Sum();
        if (answers != questions)
            tally.Violate("run", $"{questions} questions have {answers} accepted answers");
        tally.Count("deliveries", deliveries.Taken);
        tally.Count("answers", answers);
        return tally.Result();
    }
}
