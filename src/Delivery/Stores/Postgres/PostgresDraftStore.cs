using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Stores.Postgres.Rows;
using MeliBot.Delivery.Stores.Postgres.Sql;

namespace MeliBot.Delivery.Stores.Postgres;

internal sealed class PostgresDraftStore(PostgresDatabase database) : IDraftStore
{
    public Task<IReadOnlyList<Draft>> OpenAsync(long? account, int max, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Draft>>(
        async pipeline =>
        {
            const string All = "SELECT " + DraftRows.Columns + " FROM drafts WHERE state = 0 ORDER BY number LIMIT $1";
            const string Of = "SELECT " + DraftRows.Columns + " FROM drafts WHERE state = 0 AND account = $2 ORDER BY number LIMIT $1";
            return await (account is { } one ? pipeline.Sql(Of).Add(max).Add(one) : pipeline.Sql(All).Add(max)).ToListAsync(DraftRows.Read);
        },
        cancellationToken);

    public Task<Draft?> FindAsync(string id, CancellationToken cancellationToken)
        => database.ReadAsync(pipeline => DraftRows.FindAsync(sql => pipeline.Sql(sql), id), cancellationToken);

    public Task<DraftResult> ApproveAsync(string id, string agent, DateTimeOffset now, CancellationToken cancellationToken) => DecideAsync(
        id, DraftState.Approved, agent, now,
        static draft => draft.Effects,
        static async (write, draft) =>
        {
            var state = await StateRows.LookAsync(write, [], draft.StagedState);
            if (state.Conflict is null)
                StateRows.Put(write, draft.StagedState, state.There);
        },
        cancellationToken);

    public Task<DraftResult> ApproveEditedAsync(string id, string payload, string agent, DateTimeOffset now, CancellationToken cancellationToken) => DecideAsync(
        id, DraftState.Edited, agent, now,
        draft => draft.Effects.Count == 0 ? [] : [draft.Effects[0] with { Payload = payload }],
        static (_, _) => Task.CompletedTask,
        cancellationToken);

    public Task<DraftResult> ApproveEditedAsync(string id, IReadOnlyList<EffectPlan> effects, string agent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return DecideAsync(id, DraftState.Edited, agent, now, draft => [.. effects.Select(plan => Checked(plan, draft))], static (_, _) => Task.CompletedTask, cancellationToken);
    }

    public Task<DraftResult> DiscardAsync(string id, string agent, DateTimeOffset now, CancellationToken cancellationToken)
        => DecideAsync(id, DraftState.Discarded, agent, now, static _ => [], static (_, _) => Task.CompletedTask, cancellationToken);

    private static EffectPlan Checked(EffectPlan plan, Draft draft)
    {
        Keys.Check(plan.Key, draft.Account, "effect key");
        return plan;
    }

    private async Task<DraftResult> DecideAsync(
        string id, DraftState state, string agent, DateTimeOffset now, Func<Draft, IReadOnlyList<EffectPlan>> effects, Func<Write, Draft, Task> more, CancellationToken cancellationToken)
    {
        // What must be locked is known only from the draft, which may be another by the time that it is.
        while (true)
        {
            if (await FindAsync(id, cancellationToken) is not { } seen)
                return DraftResult.Missing;
            var result = await database.WriteAsync(
                Locks(seen),
                async write =>
                {
                    if (await DraftRows.FindAsync(write.Sql, id) is not { } draft)
                        return DraftResult.Missing;
                    return Locks(draft).Except(Locks(seen)).Any() ? null : await DecideAsync(write, draft, state, agent, now, effects, more);
                },
                cancellationToken);
            if (result is { } decided)
                return decided;
        }
    }

    private static async Task<DraftResult?> DecideAsync(
        Write write, Draft draft, DraftState state, string agent, DateTimeOffset now, Func<Draft, IReadOnlyList<EffectPlan>> effects, Func<Write, Draft, Task> more)
    {
        if (draft.State != DraftState.Open)
            return DraftResult.NotOpen;
        var author = "agent:" + agent;
        var plans = effects(draft);
        foreach (var plan in plans)
        {
            if (!SlotRows.MayPlan(await SlotRows.FindAsync(write, draft.Account, plan.Key), author))
                return DraftResult.SlotTaken;
        }

        // Decided first: planning supersedes the open drafts of its slot.
        DraftRows.Decide(write, draft, state, agent, now);
        var conversation = new ConversationRef(draft.Conversation, draft.Account, "");
        foreach (var plan in plans)
            await SlotRows.PlanAsync(write, conversation, plan with { Author = author, DueAt = now, OwnerChecked = false });
        await more(write, draft);
        ConversationRows.Touch(write, draft.Account, draft.Conversation);
        return DraftResult.Done;
    }

    private static long[] Locks(Draft draft) => [LockKey.Conversation(draft.Account, draft.Conversation), .. StateRows.Locks([], draft.StagedState)];
}
