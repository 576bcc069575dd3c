using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Campaigns.Hostile;

/// <summary>What must go on beside an attack: every notification of the platform is acknowledged, and every question answered.</summary>
internal static class GoodTraffic
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks at twenty questions a second for as long as the attack runs, and judges.</summary>
    public static async Task BesideAsync(string run, CrashStage stage, Buyers buyers, Func<CancellationToken, Task> attack, Tally tally, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asking = buyers.KeepAskingAsync(Pace, over.Token);
        await attack(cancellationToken);
        await over.CancelAsync();
        await asking;
        if (buyers.Asked.Count == 0)
            buyers.Ask();
        await Drain.WaitAsync(stage.World, buyers.Asked, stage.Database, Patience, cancellationToken);
        var notices = stage.World.AllNotices.Where(notice => notice.State == NoticeState.Acknowledged).Select(notice => notice.LastMilliseconds).Order().ToList();
        tally.Count("good notices", notices.Count);
        tally.Count("acknowledged at the first try", stage.World.AllNotices.Count(notice => notice is { State: NoticeState.Acknowledged, Attempts: 1 }));
        tally.Most("acknowledged, p99 ms", notices.Count == 0 ? double.NaN : notices[(int)Math.Ceiling(notices.Count * 0.99) - 1]);
        tally.Most("slowest, ms", notices.LastOrDefault());
        foreach (var notice in stage.World.AllNotices.Where(notice => notice.State != NoticeState.Acknowledged))
            tally.Violate(run, $"the notice of {notice.Resource} was never acknowledged: {notice.State}, last status {notice.LastStatus}");
        tally.Add(run, Judge.Of(stage.World, buyers.Asked, stage.Database));
    }
}
