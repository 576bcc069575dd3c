using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Stores.Postgres.Rows;
using MeliBot.Delivery.Stores.Postgres.Sql;
using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Postgres;

internal sealed class PostgresEffectStore(PostgresDatabase database) : IEffectStore
{
    public Task<EffectSlot?> FindAsync(string key, CancellationToken cancellationToken) => Keys.AccountOf(key) is not { } account
        ? Task.FromResult<EffectSlot?>(null)
        : database.ReadAsync(async pipeline => (await SlotRows.FindAsync(pipeline, account, key))?.Slot, cancellationToken);

    public Task<IReadOnlyList<EffectLease>> ClaimAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancellationToken)
        => database.WriteAloneAsync(write => EffectClaim.TakeAsync(write, now, max, lease), cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken) => database.ReadAsync(
        pipeline => pipeline.Sql("SELECT min(due_at) FROM effects WHERE state IN (0, 1, 5) AND due_at > $1").Add(after).MomentAsync(),
        cancellationToken);

    public Task<bool> MarkAsync(EffectLease lease, EffectOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var entry in outcome.Activities)
            Keys.Check(entry, lease.Slot.Account, lease.Slot.Conversation);
        return database.WriteAsync([LockKey.Conversation(lease.Slot.Account, lease.Slot.Conversation)], write => EffectMark.MarkAsync(write, lease, outcome, now), cancellationToken);
    }

    public async Task<TakeOverResult> TakeOverAsync(string key, long expectedEpoch, string payload, string author, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A slot never changes its conversation, so that what must be locked can be looked up before.
        if (await FindAsync(key, cancellationToken) is not { } seen)
            return TakeOverResult.Missing;
        return await database.WriteAsync(
            [LockKey.Conversation(seen.Account, seen.Conversation)],
            async write =>
            {
                if (await SlotRows.FindAsync(write, seen.Account, key) is not { } row)
                    return TakeOverResult.Missing;
                if (row.Slot.IsFinal || row.Closed)
                    return TakeOverResult.AlreadyFinal;
                if (row.Slot.State == EffectState.Sending)
                    return TakeOverResult.Sending;
                if (row.Slot.Epoch != expectedEpoch)
                    return TakeOverResult.Stale;
                await SlotRows.TakeOverAsync(write, row, payload, author, now);
                ConversationRows.Touch(write, seen.Account, row.Slot.Conversation);
                return TakeOverResult.TakenOver;
            },
            cancellationToken);
    }

    public Task<bool> PlanAsync(ConversationRef conversation, EffectPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Keys.Check(plan.Key, conversation.Account, "effect key");
        return database.WriteAsync(
            [LockKey.Conversation(conversation.Account, conversation.Id)],
            async write =>
            {
                var created = await ConversationRows.EnsureAsync(write, conversation);
                var planned = await SlotRows.PlanAsync(write, conversation, plan);
                if (planned && !created)
                    ConversationRows.Touch(write, conversation.Account, conversation.Id);
                return planned;
            },
            cancellationToken);
    }

    // Whoever has one of them just now decides about it.
    public Task WakeAsync(IReadOnlyList<string> reasons, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAloneAsync(
        write =>
        {
            write.Ring(WorkKind.Effects);
            return write.Sql(
                """
                UPDATE effects e SET due_at = $1 FROM (
                    SELECT account, key FROM effects JOIN unnest($2) head ON starts_with(reason, head) WHERE state = 5 AND due_at > $1 FOR UPDATE OF effects SKIP LOCKED) waiting
                WHERE e.account = waiting.account AND e.key = waiting.key
                """)
                .Add(now).Add([.. reasons.Select(reason => (string?)Reason.StoredHead(reason))]).ExecuteAsync();
        },
        cancellationToken);

    /// <summary>Only where no other host runs: the leases of living ones would be expired too. Hosts that share a store never call it, and wait for a dead one's leases to end.</summary>
    public Task ExpireOrphansAsync(CancellationToken cancellationToken) => database.WriteAloneAsync(
        write =>
        {
            write.Ring(WorkKind.Effects);
            return write.Sql("UPDATE effects SET leased = false, due_at = least(due_at, $1) WHERE state = 1 AND leased").Add(write.Now).ExecuteAsync();
        },
        cancellationToken);
}
