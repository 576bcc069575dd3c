using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Stores.Sqlite.Rows;
using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Sqlite;

internal sealed class SqliteEffectStore(SqliteDatabase database) : IEffectStore
{
    public Task<EffectSlot?> FindAsync(string key, CancellationToken cancellationToken) => Keys.AccountOf(key) is not { } account
        ? Task.FromResult<EffectSlot?>(null)
        : database.ReadAsync(session => SlotRows.Find(session.Sql, account, key)?.Slot, cancellationToken);

    public Task<IReadOnlyList<EffectLease>> ClaimAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancellationToken)
        => database.WriteAsync(write => EffectClaim.Take(write, now, max, lease), cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Sql("SELECT min(due_at) FROM effects WHERE state IN (0, 1, 5) AND due_at > ?1").Add(after).Scalar() is { } due ? Instant.FromMicros(due) : (DateTimeOffset?)null,
        cancellationToken);

    public Task<bool> MarkAsync(EffectLease lease, EffectOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var entry in outcome.Activities)
            Keys.Check(entry, lease.Slot.Account, lease.Slot.Conversation);
        return database.WriteAsync(write => Mark(write, lease, outcome, now), cancellationToken);
    }

    public Task<TakeOverResult> TakeOverAsync(string key, long expectedEpoch, string payload, string author, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        write =>
        {
            if (Keys.AccountOf(key) is not { } account || SlotRows.Find(write.Sql, account, key) is not { } row)
                return TakeOverResult.Missing;
            if (row.Slot.IsFinal || row.Closed)
                return TakeOverResult.AlreadyFinal;
            if (row.Slot.State == EffectState.Sending)
                return TakeOverResult.Sending;
            if (row.Slot.Epoch != expectedEpoch)
                return TakeOverResult.Stale;
            SlotRows.TakeOver(write, row, payload, author, now);
            ConversationRows.Touch(write, account, row.Slot.Conversation);
            return TakeOverResult.TakenOver;
        },
        cancellationToken);

    public Task<bool> PlanAsync(ConversationRef conversation, EffectPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Keys.Check(plan.Key, conversation.Account, "effect key");
        return database.WriteAsync(
            write =>
            {
                var created = ConversationRows.Ensure(write, conversation);
                var planned = SlotRows.Plan(write, conversation, plan);
                if (planned && !created)
                    ConversationRows.Touch(write, conversation.Account, conversation.Id);
                return planned;
            },
            cancellationToken);
    }

    public Task WakeAsync(IReadOnlyList<string> reasons, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        write =>
        {
            write.Ring(WorkKind.Effects);
            var woken = 0;
            foreach (var reason in reasons)
            {
                woken += write.Sql("UPDATE effects SET due_at = ?1 WHERE state = 5 AND due_at > ?1 AND substr(reason, 1, length(?2)) = ?2")
                    .Add(now).Add(Reason.StoredHead(reason)).Execute();
            }

            return woken;
        },
        cancellationToken);

    public Task ExpireOrphansAsync(CancellationToken cancellationToken) => database.WriteAsync(
        write =>
        {
            write.Ring(WorkKind.Effects);
            return write.Sql("UPDATE effects SET leased = 0, due_at = min(due_at, ?1) WHERE state = 1 AND leased = 1").Add(write.Now).Execute();
        },
        cancellationToken);

    private static bool Mark(Write write, EffectLease lease, EffectOutcome outcome, DateTimeOffset now)
    {
        var row = SlotRows.Find(write.Sql, lease.Slot.Account, lease.Slot.Key);
        if (row is null || row.Slot.State != EffectState.Sending || row.Slot.Epoch != lease.Slot.Epoch)
            return false;
        var attempt = row.Slot.Attempt;
        switch (outcome)
        {
            case EffectOutcome.Sent sent:
                SlotRows.End(write, row, EffectState.Sent, null, sent.Result, now, attempt, uncertain: false);
                break;
            case EffectOutcome.AnsweredElsewhere elsewhere:
                SlotRows.End(write, row, EffectState.AnsweredElsewhere, null, elsewhere.Result, now, attempt, uncertain: false);
                break;
            case EffectOutcome.Refused refused:
                SlotRows.End(write, row, EffectState.Refused, refused.Reason, refused.Result, now, attempt, uncertain: false);
                break;
            case EffectOutcome.Waiting waiting:
                SlotRows.End(write, row, EffectState.Waiting, waiting.Reason, null, waiting.Until, attempt - 1, lease.Recovering);
                break;
            case EffectOutcome.Retry retry:
                SlotRows.End(write, row, EffectState.Planned, retry.Reason, null, now + retry.After, retry.Counts ? attempt : attempt - 1, lease.Recovering);
                break;
            case EffectOutcome.Park park:
                SlotRows.End(write, row, EffectState.Parked, park.Reason, null, now, attempt, uncertain: true);
                Detail(write, row, park.Detail);
                break;
            case EffectOutcome.Unknown unknown:
                write.Sql("UPDATE effects SET due_at = ?3, leased = 0, reason = ?4, updated_at = ?5, attempt = ?6 WHERE account = ?1 AND key = ?2")
                    .Add(row.Slot.Account).Add(row.Slot.Key).Add(now + unknown.After).Add(unknown.Reason).Add(now).Add(unknown.Counts ? attempt : attempt - 1).Execute();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "This store doesn't know the outcome.");
        }

        ActivityRows.Put(write, outcome.Activities);
        if (outcome is not (EffectOutcome.Unknown or EffectOutcome.Retry) || outcome.Activities.Count > 0)
            ConversationRows.Touch(write, row.Slot.Account, row.Slot.Conversation);
        write.Ring(WorkKind.Effects);
        return true;
    }

    private static void Detail(Write write, SlotRow row, string? detail)
    {
        if (detail is not null)
            write.Sql("UPDATE parked SET detail = ?3 WHERE kind = 2 AND account = ?1 AND key = ?2").Add(row.Slot.Account).Add(row.Slot.Key).Add(detail).Execute();
    }
}
