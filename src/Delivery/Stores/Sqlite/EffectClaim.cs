using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Stores.Sqlite.Rows;

namespace MeliBot.Delivery.Stores.Sqlite;

/// <summary>Takes due slots into sending. Whatever can never be taken as it is leaves the due ones here, so that it isn't looked at again and again.</summary>
internal static class EffectClaim
{
    // Nothing earlier of the conversation is planned or sending, and nothing later of it is being sent right now.
    private const string Due =
        "SELECT " + SlotRow.Columns + """
         FROM effects e WHERE e.state IN (0, 1, 5) AND e.due_at <= ?1
            AND NOT EXISTS (SELECT 1 FROM effects f WHERE f.account = e.account AND f.conversation = e.conversation AND f.number < e.number AND f.state IN (0, 1))
            AND NOT EXISTS (SELECT 1 FROM effects f WHERE f.account = e.account AND f.conversation = e.conversation AND f.number > e.number AND f.state = 1 AND f.due_at > ?1)
        ORDER BY e.due_at, e.number LIMIT ?2
        """;

    public static IReadOnlyList<EffectLease> Take(Write write, DateTimeOffset now, int max, TimeSpan lease)
    {
        var taken = new List<EffectLease>();
        bool moved;
        do
        {
            moved = false;
            var due = write.Sql(Due).Add(now).Add((long)max * 2).ToList(SlotRow.Read);

            // Of a conversation's several, which waited, the one planned first goes first.
            foreach (var row in due.GroupBy(row => (row.Slot.Account, row.Slot.Conversation)).Select(conversation => conversation.MinBy(row => row.Number)!))
            {
                if (taken.Count == max)
                    break;
                var verdict = Judge(write, row, now);
                if (verdict == Verdict.Take)
                    taken.Add(Lease(write, row, now, lease));
                moved |= verdict == Verdict.Moved;
            }
        }
        while (moved && taken.Count == 0);
        return taken;
    }

    private enum Verdict
    {
        Take,

        /// <summary>What it waits for is being worked on.</summary>
        Wait,

        /// <summary>It isn't due any more.</summary>
        Moved,
    }

    private static Verdict Judge(Write write, SlotRow row, DateTimeOffset now)
    {
        if (BrokenChain(write, row) is { } before)
        {
            switch (before.State)
            {
                case EffectState.Planned or EffectState.Sending:
                    return Verdict.Wait;
                case EffectState.Waiting when before.DueAt <= now:
                    return Verdict.Wait;
                case EffectState.Waiting:
                    SlotRows.End(write, row, EffectState.Waiting, DeliveryReasons.BeforeWaits, null, before.DueAt, row.Slot.Attempt, row.Uncertain);
                    return Verdict.Moved;
                default:
                    Park(write, row, DeliveryReasons.BeforeUnsent.With(before.Key));
                    return Verdict.Moved;
            }
        }

        if (row.OwnerChecked && ConversationRows.OwnerOf(write, row.Slot.Account, row.Slot.Conversation) is var owner && !SlotRules.Speaks(row.Slot.Author, owner))
        {
            Park(write, row, DeliveryReasons.AnotherSpeaks.With(SlotRules.NameOf(owner), row.Slot.Author));
            return Verdict.Moved;
        }

        return Verdict.Take;
    }

    private static EffectLease Lease(Write write, SlotRow row, DateTimeOffset now, TimeSpan lease)
    {
        write.Sql(
            """
            UPDATE effects SET state = 1, epoch = epoch + 1, attempt = attempt + 1, leased = 1, uncertain = 1, sending_at = ?3,
                first_sending_at = coalesce(first_sending_at, ?3), due_at = ?4, updated_at = ?3 WHERE account = ?1 AND key = ?2
            """)
            .Add(row.Slot.Account).Add(row.Slot.Key).Add(now).Add(now + lease).Execute();
        var slot = row.Slot with
        {
            State = EffectState.Sending,
            Epoch = row.Slot.Epoch + 1,
            Attempt = row.Slot.Attempt + 1,
            SendingAt = now,
            DueAt = now + lease,
            UpdatedAt = now,
        };
        return new EffectLease(slot, row.Uncertain, row.FirstSendingAt ?? now);
    }

    private static EffectSlot? BrokenChain(Write write, SlotRow row)
    {
        if (row.Slot.Chain is null)
            return null;
        const string Sql =
            "SELECT " + SlotRow.Columns + " FROM effects WHERE account = ?1 AND conversation = ?2 AND chain = ?3 AND position < ?4 AND state <> 2 ORDER BY position LIMIT 1";
        return write.Sql(Sql).Add(row.Slot.Account).Add(row.Slot.Conversation).Add(row.Slot.Chain).Add(row.Slot.Position).FirstOrDefault(SlotRow.Read)?.Slot;
    }

    private static void Park(Write write, SlotRow row, Reason reason)
    {
        SlotRows.End(write, row, EffectState.Parked, reason, null, row.Slot.DueAt, row.Slot.Attempt, row.Uncertain);
        ConversationRows.Touch(write, row.Slot.Account, row.Slot.Conversation);
    }
}
