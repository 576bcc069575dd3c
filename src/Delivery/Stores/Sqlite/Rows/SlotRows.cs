using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Sqlite.Rows;

/// <summary>The slots' rules; each changes the row only where the rule allows it, and says whether it did.</summary>
internal static class SlotRows
{
    private const string ByKey = "SELECT " + SlotRow.Columns + " FROM effects WHERE account = ?1 AND key = ?2";

    public static SlotRow? Find(Func<string, Statement> sql, long account, string key) => sql(ByKey).Add(account).Add(key).FirstOrDefault(SlotRow.Read);

    /// <summary>Whether a plan may take the slot: it is new, or its last revision came to nothing and nobody's words are lost.</summary>
    public static bool MayPlan(SlotRow? row, string author) => row is null || SlotRules.MayPlan(row.Slot, row.Closed, author);

    public static bool Plan(Write write, ConversationRef conversation, EffectPlan plan)
    {
        var row = Find(write.Sql, conversation.Account, plan.Key);
        if (!MayPlan(row, plan.Author))
            return false;
        if (row is null)
            Insert(write, conversation, plan.Key, plan.Kind, EffectState.Planned, plan.Author, plan.Payload, null, null, plan.Activity, plan.Chain, plan.Position, plan.DueAt, plan.OwnerChecked, closed: false);
        else
            Revise(write, row, plan);
        DraftRows.Supersede(write, conversation.Account, conversation.Id, activity: null, plan.Key);
        Tell(write, conversation.Account, conversation.Id, plan.Key, EffectState.Planned);
        write.Ring(WorkKind.Effects);
        return true;
    }

    /// <summary>A person's words replace what the slot held; what may have reached the platform is still read back first.</summary>
    public static void TakeOver(Write write, SlotRow row, string payload, string author, DateTimeOffset now)
    {
        Unpark(write, row);
        write.Sql(
            """
            UPDATE effects SET state = 0, epoch = epoch + 1, revision = revision + 1, attempt = 0, payload = ?3, author = ?4, due_at = ?5, reason = NULL, result = NULL,
                owner_checked = 0, first_sending_at = CASE WHEN uncertain = 1 THEN first_sending_at END, updated_at = ?5, trace = ?6 WHERE account = ?1 AND key = ?2
            """)
            .Add(row.Slot.Account).Add(row.Slot.Key).Add(payload).Add(author).Add(now).Add(write.Trace).Execute();
        DraftRows.Supersede(write, row.Slot.Account, row.Slot.Conversation, activity: null, row.Slot.Key);
        Tell(write, row.Slot.Account, row.Slot.Conversation, row.Slot.Key, EffectState.Planned);
        write.Ring(WorkKind.Effects);
    }

    /// <summary>Leaves the lease; for any end of an attempt, and for a slot that is parked before one.</summary>
    public static void End(Write write, SlotRow row, EffectState state, Reason? reason, string? result, DateTimeOffset dueAt, int attempt, bool uncertain)
    {
        write.Sql(
            """
            UPDATE effects SET state = ?3, reason = ?4, result = coalesce(?5, result), due_at = ?6, attempt = ?7, uncertain = ?8, leased = 0, sending_at = NULL,
                first_sending_at = CASE WHEN ?8 = 1 THEN first_sending_at END, updated_at = ?9 WHERE account = ?1 AND key = ?2
            """)
            .Add(row.Slot.Account).Add(row.Slot.Key).Add((int)state).Add(reason).Add(result).Add(dueAt).Add(attempt).Add(uncertain).Add(write.Now).Execute();
        if (state == EffectState.Parked)
            ParkedRows.Add(write, ParkedKind.Effect, row.Slot.Account, row.Slot.Conversation, row.Slot.Key, reason ?? DeliveryReasons.None, null, attempt);
        if (state is EffectState.Sent or EffectState.AnsweredElsewhere)
            DraftRows.Supersede(write, row.Slot.Account, row.Slot.Conversation, row.Slot.Activity, row.Slot.Key);
        Tell(write, row.Slot.Account, row.Slot.Conversation, row.Slot.Key, state);
    }

    public static void Insert(
        Write write, ConversationRef conversation, string key, string kind, EffectState state, string author, string payload, string? result, Reason? reason,
        string? activity, string? chain, int position, DateTimeOffset dueAt, bool ownerChecked, bool closed) => write.Sql(
            """
            INSERT INTO effects (account, key, conversation, kind, state, epoch, revision, attempt, author, payload, result, reason, activity, chain, position, due_at, updated_at, owner_checked, closed, trace)
            VALUES (?1, ?2, ?3, ?4, ?5, 0, 1, 0, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
            """)
            .Add(conversation.Account).Add(key).Add(conversation.Id).Add(kind).Add((int)state).Add(author).Add(payload).Add(result).Add(reason)
            .Add(activity).Add(chain).Add(position).Add(dueAt).Add(write.Now).Add(ownerChecked).Add(closed).Add(write.Trace).Execute();

    public static void Unpark(Write write, SlotRow row)
    {
        if (row.Slot.State == EffectState.Parked)
            ParkedRows.Remove(write, ParkedKind.Effect, row.Slot.Account, row.Slot.Conversation, row.Slot.Key);
    }

    public static void Tell(Write write, long account, string conversation, string key, EffectState state) => write.Change(account, conversation, SlotRules.NewsOf(state), key);

    private static void Revise(Write write, SlotRow row, EffectPlan plan)
    {
        Unpark(write, row);
        write.Sql(
            """
            UPDATE effects SET state = 0, epoch = epoch + 1, revision = revision + 1, attempt = 0, kind = ?3, author = ?4, payload = ?5, activity = ?6, chain = ?7, position = ?8,
                due_at = ?9, owner_checked = ?10, reason = NULL, result = NULL, first_sending_at = CASE WHEN uncertain = 1 THEN first_sending_at END, updated_at = ?11, trace = ?12
            WHERE account = ?1 AND key = ?2
            """)
            .Add(row.Slot.Account).Add(row.Slot.Key).Add(plan.Kind).Add(plan.Author).Add(plan.Payload).Add(plan.Activity).Add(plan.Chain).Add(plan.Position)
            .Add(plan.DueAt).Add(plan.OwnerChecked).Add(write.Now).Add(write.Trace).Execute();
    }
}
