using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Stores.Sqlite.Rows;

namespace MeliBot.Delivery.Stores.Sqlite;

internal sealed class SqliteDraftStore(SqliteDatabase database) : IDraftStore
{
    public Task<IReadOnlyList<Draft>> OpenAsync(long? account, int max, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Draft>>(
        session =>
        {
            const string Sql = "SELECT " + DraftRows.Columns + " FROM drafts WHERE state = 0 AND (?1 IS NULL OR account = ?1) ORDER BY number LIMIT ?2";
            return session.Sql(Sql).Add(account).Add(max).ToList(DraftRows.Read);
        },
        cancellationToken);

    public Task<Draft?> FindAsync(string id, CancellationToken cancellationToken)
        => database.ReadAsync(session => DraftRows.Find(session.Sql, id), cancellationToken);

    public Task<DraftResult> ApproveAsync(string id, string agent, DateTimeOffset now, CancellationToken cancellationToken) => DecideAsync(
        id, DraftState.Approved, agent, now,
        static (_, draft) => draft.Effects,
        static (write, draft) =>
        {
            if (StateRows.Conflict(write, [], draft.StagedState) is null)
                StateRows.Put(write, draft.StagedState);
        },
        cancellationToken);

    public Task<DraftResult> ApproveEditedAsync(string id, string payload, string agent, DateTimeOffset now, CancellationToken cancellationToken) => DecideAsync(
        id, DraftState.Edited, agent, now,
        (_, draft) => draft.Effects.Count == 0 ? [] : [draft.Effects[0] with { Payload = payload }],
        static (_, _) => { },
        cancellationToken);

    public Task<DraftResult> ApproveEditedAsync(string id, IReadOnlyList<EffectPlan> effects, string agent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return DecideAsync(id, DraftState.Edited, agent, now, (_, draft) => [.. effects.Select(plan => Checked(plan, draft))], static (_, _) => { }, cancellationToken);
    }

    private static EffectPlan Checked(EffectPlan plan, Draft draft)
    {
        Keys.Check(plan.Key, draft.Account, "effect key");
        return plan;
    }

    public Task<DraftResult> DiscardAsync(string id, string agent, DateTimeOffset now, CancellationToken cancellationToken)
        => DecideAsync(id, DraftState.Discarded, agent, now, static (_, _) => [], static (_, _) => { }, cancellationToken);

    private Task<DraftResult> DecideAsync(
        string id, DraftState state, string agent, DateTimeOffset now,
        Func<Write, Draft, IReadOnlyList<EffectPlan>> effects, Action<Write, Draft> more, CancellationToken cancellationToken) => database.WriteAsync(
        write =>
        {
            if (DraftRows.Find(write.Sql, id) is not { } draft)
                return DraftResult.Missing;
            if (draft.State != DraftState.Open)
                return DraftResult.NotOpen;
            var author = "agent:" + agent;
            var plans = effects(write, draft);
            if (plans.Any(plan => !SlotRows.MayPlan(SlotRows.Find(write.Sql, draft.Account, plan.Key), author)))
                return DraftResult.SlotTaken;

            // Decided first: planning supersedes the open drafts of its slot.
            DraftRows.Decide(write, draft, state, agent, now);
            var conversation = new ConversationRef(draft.Conversation, draft.Account, "");
            foreach (var plan in plans)
                SlotRows.Plan(write, conversation, plan with { Author = author, DueAt = now, OwnerChecked = false });
            more(write, draft);
            ConversationRows.Touch(write, draft.Account, draft.Conversation);
            return DraftResult.Done;
        },
        cancellationToken);
}
