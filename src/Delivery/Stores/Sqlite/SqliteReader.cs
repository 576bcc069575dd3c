using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Stores.Sqlite.Rows;
using MeliBot.Delivery.Turns;
using Microsoft.Extensions.Options;

namespace MeliBot.Delivery.Stores.Sqlite;

internal sealed class SqliteReader(SqliteDatabase database, IOptions<DeliveryOptions> options) : IDeliveryReader
{
    private const string Summaries =
        """
        SELECT c.id, c.account, c.kind, c.version, c.owner, c.agent, c.meta, c.updated_at,
            (SELECT count(*) FROM activities a WHERE a.turn = 1 AND a.account = c.account AND a.conversation = c.id) FROM conversations c
        """;

    public Task<IReadOnlyList<ConversationSummary>> ConversationsAsync(ConversationRef? after, int max, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ConversationSummary>>(
        session => session.Sql(Summaries + " WHERE (c.account, c.id) > (?1, ?2) ORDER BY c.account, c.id LIMIT ?3").Add(after?.Account ?? long.MinValue).Add(after?.Id ?? "").Add(max).ToList(ReadSummary), cancellationToken);

    public Task<IReadOnlyList<ConversationSummary>> RecentAsync(long? account, int max, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ConversationSummary>>(
        session => session.Sql(Summaries + " WHERE ?1 IS NULL OR c.account = ?1 ORDER BY c.updated_at DESC LIMIT ?2").Add(account).Add(max).ToList(ReadSummary), cancellationToken);

    public Task<ConversationRef?> FindConversationAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Sql("SELECT id, account, kind FROM conversations WHERE id = ?1 LIMIT 1").Add(id).FirstOrDefault(row => new ConversationRef(row.Text(0), row.Long(1), row.Text(2))),
        cancellationToken);

    public Task<ConversationDetail?> ConversationAsync(ConversationRef conversation, CancellationToken cancellationToken) => database.ReadSnapshotAsync(
        session =>
        {
            var snapshot = SqliteTurnStore.Load(session, conversation, options.Value.SnapshotActivities);
            if (snapshot.Version == 0)
                return null;
            const string Drafts = "SELECT " + DraftRows.Columns + ", decided_by, decided_at FROM drafts WHERE account = ?1 AND conversation = ?2 ORDER BY number";
            return new ConversationDetail(
                snapshot,
                session.Sql(Drafts).Add(conversation.Account).Add(conversation.Id).ToList(row => new DecidedDraft(DraftRows.Read(row), row.NullableText(9), row.NullableAt(10))),
                SqliteTurnStore.Records(session, conversation));
        },
        cancellationToken);

    public Task<IReadOnlyList<EffectSlot>> EffectsAsync(long? account, EffectState? state, int max, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<EffectSlot>>(
        session =>
        {
            const string Sql = "SELECT " + SlotRow.Columns + " FROM effects WHERE (?1 IS NULL OR account = ?1) AND (?2 IS NULL OR state = ?2) ORDER BY number DESC LIMIT ?3";
            return session.Sql(Sql).Add(account).Add((long?)state).Add(max).ToList(SlotRow.ReadSlot);
        },
        cancellationToken);

    public Task<IReadOnlyList<TurnRecord>> TurnsAsync(long? account, int max, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<TurnRecord>>(
        session => session.Sql("SELECT id, conversation, account, activity, at, decision, payload FROM turns WHERE ?1 IS NULL OR account = ?1 ORDER BY number DESC LIMIT ?2")
            .Add(account).Add(max).ToList(SqliteTurnStore.ReadRecord),
        cancellationToken);

    // What is parked is counted in the parking, where a person sees it: what only says of itself that it is parked is missing.
    public Task<DeliveryBalance> BalanceAsync(CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Sql(
            """
            SELECT sum(accepted), sum(reflected), sum(open), sum(parked) FROM (
                SELECT count(*) AS accepted, coalesce(sum(state = 1), 0) AS reflected, coalesce(sum(state = 0), 0) AS open, 0 AS parked FROM signals
                UNION ALL SELECT count(*), coalesce(sum(turn = 2), 0), coalesce(sum(turn = 1), 0), 0 FROM activities WHERE turn <> 0
                UNION ALL SELECT count(*), coalesce(sum(state IN (2, 3, 4)), 0), coalesce(sum(state IN (0, 1, 5)), 0), 0 FROM effects
                UNION ALL SELECT 0, 0, 0, count(*) FROM parked p WHERE CASE p.kind
                    WHEN 0 THEN EXISTS (SELECT 1 FROM signals s WHERE s.account = p.account AND s.state = 2
                        AND s.topic = substr(p.key, 1, instr(p.key, ' ') - 1) AND s.resource = substr(p.key, instr(p.key, ' ') + 1))
                    WHEN 1 THEN EXISTS (SELECT 1 FROM activities a WHERE a.account = p.account AND a.id = p.key AND a.turn = 3)
                    ELSE EXISTS (SELECT 1 FROM effects e WHERE e.account = p.account AND e.key = p.key AND e.state = 6) END)
            """).ToList(row => new DeliveryBalance(row.Long(0), row.Long(1), row.Long(2), row.Long(3)))[0],
        cancellationToken);

    public Task<DeliveryCounts> CountsAsync(CancellationToken cancellationToken) => database.ReadSnapshotAsync(
        session =>
        {
            var effects = session.Sql("SELECT state, count(*) FROM effects WHERE state IN (0, 1, 5) GROUP BY state").ToList(row => (State: (EffectState)row.Int(0), Count: row.Long(1)));
            var parked = session.Sql("SELECT kind, count(*) FROM parked GROUP BY kind").ToList(row => (Kind: row.Int(0), Count: row.Long(1)));
            var signals = session.Sql("SELECT count(*), min(first_at) FROM signals WHERE state = 0").ToList(row => (Count: row.Long(0), Oldest: row.NullableAt(1)))[0];
            return new DeliveryCounts(
                signals.Count,
                signals.Oldest,
                session.Sql("SELECT count(*) FROM activities WHERE turn = 1").Scalar() ?? 0,
                Of(EffectState.Planned), Of(EffectState.Sending), Of(EffectState.Waiting),
                session.Sql("SELECT count(*) FROM drafts WHERE state = 0").Scalar() ?? 0,
                Parked(0), Parked(1), Parked(2));

            long Of(EffectState state) => effects.FirstOrDefault(found => found.State == state).Count;
            long Parked(int kind) => parked.FirstOrDefault(found => found.Kind == kind).Count;
        },
        cancellationToken);

    private static ConversationSummary ReadSummary(Statement row) =>
        new(new ConversationRef(row.Text(0), row.Long(1), row.Text(2)), row.Long(3), new Owner((OwnerKind)row.Int(4), row.NullableText(5)), row.NullableText(6), row.Int(8), row.At(7));
}
