using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Stores.Postgres.Sql;
using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Postgres.Rows;

/// <summary>The slots' rules; each changes the row only where the rule allows it, and says whether it did. Whoever calls them has the slot's conversation locked.</summary>
internal static class SlotRows
{
    private const string ByKey = "SELECT " + SlotRow.Columns + " FROM effects WHERE account = $1 AND key = $2";

    private const string OfMany =
        "SELECT place, " + SlotRow.Columns + " FROM unnest($1, $2) WITH ORDINALITY given (of, wanted, place) JOIN effects ON account = of AND key = wanted COLLATE \"C\"";

    public static Task<SlotRow?> FindAsync(Pipeline pipeline, long account, string key) => pipeline.Sql(ByKey).Add(account).Add(key).FirstOrDefaultAsync(SlotRow.Read);

    public static Task<SlotRow?> FindAsync(Write write, long account, string key) => write.SqlOfMany(OfMany).Add(account).Add(key).FirstOrDefaultAsync(SlotRow.Read);

    /// <summary>Whether a plan may take the slot: it is new, or its last revision came to nothing and nobody's words are lost.</summary>
    public static bool MayPlan(SlotRow? row, string author) => row is null || SlotRules.MayPlan(row.Slot, row.Closed, author);

    public static async Task<bool> PlanAsync(Write write, ConversationRef conversation, EffectPlan plan)
    {
        var found = FindAsync(write, conversation.Account, plan.Key);
        var drafts = DraftRows.OpenAsync(write, conversation.Account, conversation.Id);
        var row = await found;
        if (!MayPlan(row, plan.Author))
            return false;
        if (row is null)
            Insert(write, conversation, plan.Key, plan.Kind, EffectState.Planned, plan.Author, plan.Payload, null, null, plan.Activity, plan.Chain, plan.Position, plan.DueAt, plan.OwnerChecked, closed: false);
        else
            await ReviseAsync(write, row, plan);
        DraftRows.Supersede(write, await drafts, conversation.Account, conversation.Id, activity: null, plan.Key);
        Tell(write, conversation.Account, conversation.Id, plan.Key, EffectState.Planned);
        write.Ring(WorkKind.Effects);
        return true;
    }

    /// <summary>A person's words replace what the slot held; what may have reached the platform is still read back first.</summary>
    public static async Task TakeOverAsync(Write write, SlotRow row, string payload, string author, DateTimeOffset now)
    {
        await UnparkAsync(write, row);
        write.Sql(
            """
            UPDATE effects SET state = 0, epoch = epoch + 1, revision = revision + 1, attempt = 0, payload = $3, author = $4, due_at = $5, reason = NULL, result = NULL,
                owner_checked = false, first_sending_at = CASE WHEN uncertain THEN first_sending_at END, updated_at = $5, trace = $6 WHERE account = $1 AND key = $2
            """)
            .Add(row.Slot.Account).Add(row.Slot.Key).Add(payload).Add(author).Add(now).Add(write.Trace).Execute();
        await DraftRows.SupersedeAsync(write, row.Slot.Account, row.Slot.Conversation, activity: null, row.Slot.Key);
        Tell(write, row.Slot.Account, row.Slot.Conversation, row.Slot.Key, EffectState.Planned);
        write.Ring(WorkKind.Effects);
    }

    /// <summary>Leaves the lease; for any end of an attempt, and for a slot that is parked before one.</summary>
    public static async Task EndAsync(Write write, SlotRow row, EffectState state, Reason? reason, string? result, DateTimeOffset dueAt, int attempt, bool uncertain)
    {
        write.SqlOfMany(
            """
            UPDATE effects e SET state = given.state, reason = given.reason, result = coalesce(given.result, e.result), due_at = given.due_at, attempt = given.attempt,
                uncertain = given.uncertain, leased = false, sending_at = NULL, first_sending_at = CASE WHEN given.uncertain THEN e.first_sending_at END, updated_at = given.at
            FROM (
                SELECT unnest($1) account, unnest($2) key, unnest($3) state, unnest($4) reason, unnest($5) result, unnest($6) due_at, unnest($7) attempt, unnest($8) uncertain, unnest($9) at) given
            WHERE e.account = given.account AND e.key = given.key COLLATE "C"
            """)
            .Add(row.Slot.Account).Add(row.Slot.Key).Add((int)state).Add(reason).Add(result).Add(dueAt).Add(attempt).Add(uncertain).Add(write.Now).Execute();
        if (state == EffectState.Parked)
            ParkedRows.Add(write, ParkedKind.Effect, row.Slot.Account, row.Slot.Conversation, row.Slot.Key, reason ?? DeliveryReasons.None, null, attempt);
        if (state is EffectState.Sent or EffectState.AnsweredElsewhere)
            await DraftRows.SupersedeAsync(write, row.Slot.Account, row.Slot.Conversation, row.Slot.Activity, row.Slot.Key);
        Tell(write, row.Slot.Account, row.Slot.Conversation, row.Slot.Key, state);
    }

    public static void Insert(
        Write write, ConversationRef conversation, string key, string kind, EffectState state, string author, string payload, string? result, Reason? reason,
        string? activity, string? chain, int position, DateTimeOffset dueAt, bool ownerChecked, bool closed) => write.SqlOfMany(
            """
            INSERT INTO effects (account, key, conversation, kind, state, author, payload, result, reason, activity, chain, position, due_at, updated_at, owner_checked, closed, trace, epoch, revision, attempt)
            SELECT unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6), unnest($7), unnest($8), unnest($9),
                unnest($10), unnest($11), unnest($12), unnest($13), unnest($14), unnest($15), unnest($16), unnest($17), 0, 1, 0
            """)
            .Add(conversation.Account).Add(key).Add(conversation.Id).Add(kind).Add((int)state).Add(author).Add(payload).Add(result).Add(reason)
            .Add(activity).Add(chain).Add(position).Add(dueAt).Add(write.Now).Add(ownerChecked).Add(closed).Add(write.Trace).Execute();

    public static Task UnparkAsync(Write write, SlotRow row) => row.Slot.State != EffectState.Parked ? Task.CompletedTask
        : ParkedRows.RemoveAsync(write, ParkedKind.Effect, row.Slot.Account, row.Slot.Conversation, row.Slot.Key);

    public static void Tell(Write write, long account, string conversation, string key, EffectState state) => write.Change(account, conversation, SlotRules.NewsOf(state), key);

    private static async Task ReviseAsync(Write write, SlotRow row, EffectPlan plan)
    {
        await UnparkAsync(write, row);
        write.Sql(
            """
            UPDATE effects SET state = 0, epoch = epoch + 1, revision = revision + 1, attempt = 0, kind = $3, author = $4, payload = $5, activity = $6, chain = $7, position = $8,
                due_at = $9, owner_checked = $10, reason = NULL, result = NULL, first_sending_at = CASE WHEN uncertain THEN first_sending_at END, updated_at = $11, trace = $12
            WHERE account = $1 AND key = $2
            """)
            .Add(row.Slot.Account).Add(row.Slot.Key).Add(plan.Kind).Add(plan.Author).Add(plan.Payload).Add(plan.Activity).Add(plan.Chain).Add(plan.Position)
            .Add(plan.DueAt).Add(plan.OwnerChecked).Add(write.Now).Add(write.Trace).Execute();
    }
}
