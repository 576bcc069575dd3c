using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Stores.Postgres.Rows;
using MeliBot.Delivery.Stores.Postgres.Sql;
using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>
/// Takes due slots into sending. Which may be taken depends on the others of their conversation, so that the conversations are locked first and looked at then: those that nobody else works on, or all of them when
/// somebody works on each. Whatever can never be taken as it is leaves the due ones here, so that it isn't looked at again and again.
/// </summary>
internal static class EffectClaim
{
    // Nothing earlier of the conversation is planned or sending, and nothing later of it is being sent right now.
    private const string IsDue =
        """
        e.state IN (0, 1, 5) AND e.due_at <= $1
        AND NOT EXISTS (SELECT 1 FROM effects f WHERE f.account = e.account AND f.conversation = e.conversation AND f.number < e.number AND f.state IN (0, 1))
        AND NOT EXISTS (SELECT 1 FROM effects f WHERE f.account = e.account AND f.conversation = e.conversation AND f.number > e.number AND f.state = 1 AND f.due_at > $1)
        """;

    private const string Candidates = "SELECT e.account, e.conversation FROM effects e WHERE " + IsDue + " ORDER BY e.due_at, e.number LIMIT $2";

    private const string Due =
        "SELECT " + SlotRow.Columns + " FROM effects e WHERE " + IsDue
        + " AND (e.account, e.conversation) IN (SELECT account, conversation COLLATE \"C\" FROM unnest($2, $3) locked (account, conversation)) "
        // Of a conversation's several, which waited, the one planned first goes first.
        + "ORDER BY min(e.due_at) OVER (PARTITION BY e.account, e.conversation), e.number";

    public static async Task<IReadOnlyList<EffectLease>> TakeAsync(Write write, DateTimeOffset now, int max, TimeSpan lease)
    {
        var mine = new HashSet<long>();
        var taken = new List<EffectLease>();
        while (true)
        {
            var candidates = await write.Sql(Candidates).Add(now).Add(max * 2).ToListAsync(row => (Account: row.Long(0), Conversation: row.Text(1)));
            var conversations = candidates.Distinct().ToList();
            var locked = await LockAsync(write, conversations, mine);
            if (locked.Count == 0)
                return taken;
            var moved = await TakeAsync(write, locked, now, max, lease, taken);
            if (taken.Count > 0)
                return taken;
            if (moved)
                continue;

            // Others are being written just now, perhaps by somebody who won't ring for them.
            if (locked.Count < conversations.Count)
                write.Ring(WorkKind.Effects);
            return taken;
        }
    }

    private static async Task<IReadOnlyList<(long Account, string Conversation)>> LockAsync(Write write, IReadOnlyList<(long Account, string Conversation)> conversations, HashSet<long> mine)
    {
        var keys = conversations.Select(found => (found, Key: write.Own(LockKey.Conversation(found.Account, found.Conversation)))).ToArray();
        var wanted = keys.Select(pair => pair.Key).Where(key => !mine.Contains(key)).Distinct().Order().ToArray();
        if (wanted.Length > 0)
        {
            var got = await write.Sql("SELECT key FROM unnest($1) key WHERE pg_try_advisory_xact_lock(key)").Add(wanted).ToListAsync(row => row.Long(0));
            mine.UnionWith(got);
            if (mine.Count == 0)
            {
                // Holding none, it can wait for them without keeping anybody from going on.
                await WriteGroup.LockAsync(write.Sql(WriteGroup.TakeLocks), wanted);
                mine.UnionWith(wanted);
            }
        }

        return [.. keys.Where(pair => mine.Contains(pair.Key)).Select(pair => pair.found)];
    }

    private static async Task<bool> TakeAsync(
        Write write, IReadOnlyList<(long Account, string Conversation)> locked, DateTimeOffset now, int max, TimeSpan lease, List<EffectLease> taken)
    {
        var rows = await write.Sql(Due).Add(now).Add([.. locked.Select(found => found.Account)]).Add([.. locked.Select(found => (string?)found.Conversation)]).ToListAsync(SlotRow.Read);
        var busy = new HashSet<(long, string)>();
        var moved = false;
        foreach (var row in rows)
        {
            if (taken.Count == max)
                break;
            if (!busy.Add((row.Slot.Account, row.Slot.Conversation)))
                continue;
            var verdict = await JudgeAsync(write, row, now);
            if (verdict == Verdict.Take)
                taken.Add(Lease(write, row, now, lease));
            moved |= verdict == Verdict.Moved;
        }

        return moved;
    }

    private enum Verdict
    {
        Take,

        /// <summary>What it waits for is being worked on.</summary>
        Wait,

        /// <summary>It isn't due any more.</summary>
        Moved,
    }

    private static async Task<Verdict> JudgeAsync(Write write, SlotRow row, DateTimeOffset now)
    {
        if (await BrokenChainAsync(write, row) is { } before)
        {
            switch (before.State)
            {
                case EffectState.Planned or EffectState.Sending:
                    return Verdict.Wait;
                case EffectState.Waiting when before.DueAt <= now:
                    return Verdict.Wait;
                case EffectState.Waiting:
                    await SlotRows.EndAsync(write, row, EffectState.Waiting, DeliveryReasons.BeforeWaits, null, before.DueAt, row.Slot.Attempt, row.Uncertain);
                    return Verdict.Moved;
                default:
                    await ParkAsync(write, row, DeliveryReasons.BeforeUnsent.With(before.Key));
                    return Verdict.Moved;
            }
        }

        if (row.OwnerChecked && await ConversationRows.OwnerOfAsync(write, row.Slot.Account, row.Slot.Conversation) is var owner && !SlotRules.Speaks(row.Slot.Author, owner))
        {
            await ParkAsync(write, row, DeliveryReasons.AnotherSpeaks.With(SlotRules.NameOf(owner), row.Slot.Author));
            return Verdict.Moved;
        }

        return Verdict.Take;
    }

    private static EffectLease Lease(Write write, SlotRow row, DateTimeOffset now, TimeSpan lease)
    {
        write.Sql(
            """
            UPDATE effects SET state = 1, epoch = epoch + 1, attempt = attempt + 1, leased = true, uncertain = true, sending_at = $3,
                first_sending_at = coalesce(first_sending_at, $3), due_at = $4, updated_at = $3 WHERE account = $1 AND key = $2
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

    private static async Task<EffectSlot?> BrokenChainAsync(Write write, SlotRow row)
    {
        if (row.Slot.Chain is null)
            return null;
        const string Sql =
            "SELECT " + SlotRow.Columns + " FROM effects WHERE account = $1 AND conversation = $2 AND chain = $3 AND position < $4 AND state <> 2 ORDER BY position LIMIT 1";
        return (await write.Sql(Sql).Add(row.Slot.Account).Add(row.Slot.Conversation).Add(row.Slot.Chain).Add(row.Slot.Position).FirstOrDefaultAsync(SlotRow.Read))?.Slot;
    }

    private static async Task ParkAsync(Write write, SlotRow row, Reason reason)
    {
        await SlotRows.EndAsync(write, row, EffectState.Parked, reason, null, row.Slot.DueAt, row.Slot.Attempt, row.Uncertain);
        ConversationRows.Touch(write, row.Slot.Account, row.Slot.Conversation);
    }
}
