using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Judging;

/// <summary>What our rows say of one question, for whoever asks why it stands as it does.</summary>
internal static class Whereabouts
{
    public static string Of(WorldQuestion question, StoreRows rows)
    {
        var signal = rows.Signals.FirstOrDefault(signal => Judge.QuestionIn(signal.Resource) == question.Id);
        var activity = Invariants.Key(question, "question");
        var slot = rows.Slots.GetValueOrDefault(Invariants.Key(question, "answer"));
        return $"signal {(signal is null ? "none" : $"{signal.State} {signal.Reason}".Trim())}, activity {rows.Activities.GetValueOrDefault(activity)?.Turn.ToString() ?? "none"}, "
            + $"decisions [{string.Join("; ", rows.Decisions[activity].Select(decision => $"{decision.What}: {decision.Why}"))}], slot {(slot is null ? "none" : $"{slot.State} {slot.Reason}".Trim())}";
    }
}
