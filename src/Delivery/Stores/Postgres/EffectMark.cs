using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Stores.Postgres.Rows;
using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>How an attempt ended, written to the slot by whoever still holds it.</summary>
internal static class EffectMark
{
    /// <summary>False when the epoch moved on.</summary>
    public static async Task<bool> MarkAsync(Write write, EffectLease lease, EffectOutcome outcome, DateTimeOffset now)
    {
        var row = await SlotRows.FindAsync(write, lease.Slot.Account, lease.Slot.Key);
        if (row is null || row.Slot.State != EffectState.Sending || row.Slot.Epoch != lease.Slot.Epoch)
            return false;
        await EndAsync(write, row, lease, outcome, now);
        await ActivityRows.PutAsync(write, outcome.Activities);
        if (outcome is not (EffectOutcome.Unknown or EffectOutcome.Retry) || outcome.Activities.Count > 0)
            ConversationRows.Touch(write, row.Slot.Account, row.Slot.Conversation);
        write.Ring(WorkKind.Effects);
        return true;
    }

    private static Task EndAsync(Write write, SlotRow row, EffectLease lease, EffectOutcome outcome, DateTimeOffset now)
    {
        var attempt = row.Slot.Attempt;
        return outcome switch
        {
            EffectOutcome.Sent sent => SlotRows.EndAsync(write, row, EffectState.Sent, null, sent.Result, now, attempt, uncertain: false),
            EffectOutcome.AnsweredElsewhere elsewhere => SlotRows.EndAsync(write, row, EffectState.AnsweredElsewhere, null, elsewhere.Result, now, attempt, uncertain: false),
            EffectOutcome.Refused refused => SlotRows.EndAsync(write, row, EffectState.Refused, refused.Reason, refused.Result, now, attempt, uncertain: false),
            EffectOutcome.Waiting waiting => SlotRows.EndAsync(write, row, EffectState.Waiting, waiting.Reason, null, waiting.Until, attempt - 1, lease.Recovering),
            EffectOutcome.Retry retry => SlotRows.EndAsync(write, row, EffectState.Planned, retry.Reason, null, now + retry.After, retry.Counts ? attempt : attempt - 1, lease.Recovering),
            EffectOutcome.Park park => ParkAsync(write, row, park, now),
            EffectOutcome.Unknown unknown => write.Sql("UPDATE effects SET due_at = $3, leased = false, reason = $4, updated_at = $5, attempt = $6 WHERE account = $1 AND key = $2")
                .Add(row.Slot.Account).Add(row.Slot.Key).Add(now + unknown.After).Add(unknown.Reason).Add(now).Add(unknown.Counts ? attempt : attempt - 1).ExecuteAsync(),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "This store doesn't know the outcome."),
        };
    }

    private static async Task ParkAsync(Write write, SlotRow row, EffectOutcome.Park park, DateTimeOffset now)
    {
        await SlotRows.EndAsync(write, row, EffectState.Parked, park.Reason, null, now, row.Slot.Attempt, uncertain: true);
        if (park.Detail is not null)
            write.Sql("UPDATE parked SET detail = $3 WHERE kind = 2 AND account = $1 AND key = $2").Add(row.Slot.Account).Add(row.Slot.Key).Add(park.Detail).Execute();
    }
}
