using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Webhooks;

namespace MeliBot.Inbox.Status;

/// <summary>What of a status somebody should look at.</summary>
internal enum Alarm
{
    /// <summary>Somebody stopped whatever the bot sends.</summary>
    SendsStopped,
    /// <summary>Something that was accepted is neither done, nor open, nor parked.</summary>
    Missing,
    Reconnect,

    /// <summary>Something that Mercado Libre wants in a claim is overdue, or will be soon, and waits for a person.</summary>
    ClaimDue,
    TopicSilent,
    CallsHeldBack,
    SweepFails,
    Behind,
    Parked,
}

internal static class Alarms
{
    /// <summary>What waits longer hangs: a signal takes seconds.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    /// <summary>Most pressing first.</summary>
    public static IEnumerable<Alarm> Of(HostStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        if (status.Sends.IsStopped) yield return Alarm.SendsStopped;
        if (status.Balance?.Missing > 0) yield return Alarm.Missing;
        if (status.Accounts.Any(account => account.Account.State == AccountState.Reconnect)) yield return Alarm.Reconnect;
        if (status.PressingClaims > 0) yield return Alarm.ClaimDue;
        if (status.Topics.Any(topic => topic.State == TopicState.Silent)) yield return Alarm.TopicSilent;
        if (status.Budget.OpenBreakers.Count > 0) yield return Alarm.CallsHeldBack;
        if (status.Sweeps.Any(sweep => sweep is { StandBy: false, IsSkipped: false, Problem: not null } && !(status.At - sweep.LastSuccess <= Late))) yield return Alarm.SweepFails;
        if (status.Work.OldestSignalAt is { } oldest && status.At - oldest > Late) yield return Alarm.Behind;
        else if (status.Accounts.Any(account => account.Newest?.Lag(status.At) > Late)) yield return Alarm.Behind;
        if (status.ParkedCount > 0) yield return Alarm.Parked;
    }
}
