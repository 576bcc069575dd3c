using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Postgres.Rows;

/// <summary>What a fetch saw about a slot, applied to it.</summary>
internal static class SlotSights
{
    /// <summary>True when the slot, or the conversation by the sight's event, changed.</summary>
    public static async Task<bool> ApplyAsync(Write write, ConversationRef conversation, SlotObservation seen)
    {
        var row = await SlotRows.FindAsync(write, conversation.Account, seen.Key);
        var changed = row is null ? await CreateAsync(write, conversation, seen) : await ChangeAsync(write, row, seen);
        if (changed && seen.Event is not null)
            await ActivityRows.PutAsync(write, [seen.Event]);
        return changed;
    }

    private static async Task<bool> CreateAsync(Write write, ConversationRef conversation, SlotObservation seen)
    {
        // Blocked and open say nothing about a slot that nobody wants yet.
        if (seen.Sight is SlotSight.Blocked or SlotSight.Open)
            return false;
        var state = seen.Sight == SlotSight.Closed ? EffectState.Refused : EffectState.AnsweredElsewhere;
        SlotRows.Insert(
            write, conversation, seen.Key, seen.Kind, state, "elsewhere", "", seen.Result, seen.Reason, seen.Activity, null, 0, write.Now, ownerChecked: false, closed: seen.Sight == SlotSight.Closed);
        await DraftRows.SupersedeAsync(write, conversation.Account, conversation.Id, seen.Activity, seen.Key);
        SlotRows.Tell(write, conversation.Account, conversation.Id, seen.Key, state);
        return true;
    }

    private static Task<bool> ChangeAsync(Write write, SlotRow row, SlotObservation seen) => (seen.Sight, row.Slot.State) switch
    {
        // Whoever holds it decides by reading back.
        (_, EffectState.Sending) => Task.FromResult(false),
        (SlotSight.Banned, EffectState.Sent or EffectState.AnsweredElsewhere) => Task.FromResult(Ban(write, row, seen)),
        (_, EffectState.Sent or EffectState.AnsweredElsewhere) => Task.FromResult(false),
        (SlotSight.Filled or SlotSight.Banned, _) => FillAsync(write, row, seen),
        (SlotSight.Closed, _) => CloseAsync(write, row, seen),
        (SlotSight.Blocked, EffectState.Planned) => BlockAsync(write, row, seen),
        (SlotSight.Open, EffectState.Waiting) => WakeAsync(write, row),
        (SlotSight.Open, EffectState.Refused) when row.Closed => ReopenAsync(write, row),
        _ => Task.FromResult(false),
    };

    private static async Task<bool> FillAsync(Write write, SlotRow row, SlotObservation seen)
    {
        await SlotRows.UnparkAsync(write, row);
        await SlotRows.EndAsync(write, row, EffectState.AnsweredElsewhere, seen.Reason, seen.Result, write.Now, row.Slot.Attempt, uncertain: false);
        write.Ring(WorkKind.Effects);
        return true;
    }

    private static async Task<bool> CloseAsync(Write write, SlotRow row, SlotObservation seen)
    {
        write.Sql("UPDATE effects SET closed = true WHERE account = $1 AND key = $2").Add(row.Slot.Account).Add(row.Slot.Key).Execute();
        if (row.Slot.State == EffectState.Refused)
            return false;
        await SlotRows.UnparkAsync(write, row);
        await SlotRows.EndAsync(write, row, EffectState.Refused, seen.Reason, seen.Result, write.Now, row.Slot.Attempt, uncertain: false);
        await DraftRows.SupersedeAsync(write, row.Slot.Account, row.Slot.Conversation, row.Slot.Activity, row.Slot.Key);
        write.Ring(WorkKind.Effects);
        return true;
    }

    // It stays due when it was: whoever looks then re-reads and says until when it waits.
    private static async Task<bool> BlockAsync(Write write, SlotRow row, SlotObservation seen)
    {
        await SlotRows.EndAsync(write, row, EffectState.Waiting, seen.Reason, null, row.Slot.DueAt, row.Slot.Attempt, row.Uncertain);
        write.Ring(WorkKind.Effects);
        return true;
    }

    private static async Task<bool> WakeAsync(Write write, SlotRow row)
    {
        var woken = await write.Sql("UPDATE effects SET due_at = $3, updated_at = $3 WHERE account = $1 AND key = $2 AND due_at > $3")
            .Add(row.Slot.Account).Add(row.Slot.Key).Add(write.Now).ExecuteAsync() == 1;
        if (woken)
            write.Ring(WorkKind.Effects);
        return woken;
    }

    private static async Task<bool> ReopenAsync(Write write, SlotRow row) => await write
        .Sql("UPDATE effects SET closed = false, updated_at = $3 WHERE account = $1 AND key = $2").Add(row.Slot.Account).Add(row.Slot.Key).Add(write.Now).ExecuteAsync() == 1;

    private static bool Ban(Write write, SlotRow row, SlotObservation seen)
    {
        var reason = seen.Reason ?? DeliveryReasons.TakenDown;
        if (reason.Equals(row.Slot.Reason))
            return false;
        write.Sql("UPDATE effects SET reason = $3, result = coalesce($4, result), updated_at = $5 WHERE account = $1 AND key = $2")
            .Add(row.Slot.Account).Add(row.Slot.Key).Add(reason).Add(seen.Result).Add(write.Now).Execute();
        write.Change(row.Slot.Account, row.Slot.Conversation, "effect:banned", row.Slot.Key);
        return true;
    }
}
