using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Stores.Postgres.Rows;
using MeliBot.Delivery.Stores.Postgres.Sql;
using MeliBot.Delivery.Turns;
using Microsoft.Extensions.Options;

namespace MeliBot.Delivery.Stores.Postgres;

internal sealed class PostgresReader(PostgresDatabase database, IOptions<DeliveryOptions> options) : IDeliveryReader
{
    private const string Summary =
        """
        c.id, c.account, c.kind, c.version, c.owner, c.agent, c.meta, c.updated_at,
            (SELECT count(*) FROM activities a WHERE a.turn = 1 AND a.account = c.account AND a.conversation = c.id AND a.order_key >= c.turn_due_key)
        """;

    public Task<IReadOnlyList<ConversationSummary>> ConversationsAsync(ConversationRef? after, int max, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ConversationSummary>>(
        async pipeline => await pipeline.Sql("SELECT " + Summary + " FROM conversations c WHERE (c.id, c.account) > ($1, $2) ORDER BY c.id, c.account LIMIT $3")
            .Add(after?.Id ?? "").Add(after?.Account ?? 0).Add(max).ToListAsync(ReadSummary),
        cancellationToken);

    public Task<IReadOnlyList<ConversationSummary>> RecentAsync(long? account, int max, CancellationToken cancellationToken) => NewestAsync(
        max,
        (pipeline, newest) => pipeline.Sql(
            "SELECT " + Summary +
            """
             FROM (SELECT t.account, t.conversation, max(t.sequence) AS place
                FROM (SELECT account, conversation, sequence FROM changes WHERE conversation IS NOT NULL AND ($1::bigint IS NULL OR account = $1) ORDER BY sequence DESC LIMIT $2) t
                GROUP BY t.account, t.conversation ORDER BY place DESC LIMIT $3) told
            JOIN conversations c ON c.account = told.account AND c.id = told.conversation ORDER BY told.place DESC
            """).Add(account).Add(newest).Add(max).ToListAsync(ReadSummary),
        cancellationToken);

    public Task<ConversationRef?> FindConversationAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(
        pipeline => pipeline.Sql("SELECT id, account, kind FROM conversations WHERE id = $1 LIMIT 1").Add(id).FirstOrDefaultAsync(ReadRef),
        cancellationToken);

    public Task<ConversationDetail?> ConversationAsync(ConversationRef conversation, CancellationToken cancellationToken) => database.ReadSnapshotAsync(
        async pipeline =>
        {
            const string Drafts = "SELECT " + DraftRows.Columns + ", decided_by, decided_at FROM drafts WHERE account = $1 AND conversation = $2 ORDER BY number";
            var snapshots = SnapshotRows.LoadAsync(pipeline, conversation, options.Value.SnapshotActivities);
            var drafts = pipeline.Sql(Drafts).Add(conversation.Account).Add(conversation.Id).ToListAsync(row => new DecidedDraft(DraftRows.Read(row), row.NullableText(9), row.NullableAt(10)));
            var records = PostgresTurnStore.RecordsAsync(pipeline, conversation);
            var snapshot = await snapshots;
            return snapshot.Version == 0 ? null : new ConversationDetail(snapshot, await drafts, await records);
        },
        cancellationToken);

    public Task<IReadOnlyList<EffectSlot>> EffectsAsync(long? account, EffectState? state, int max, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<EffectSlot>>(
        async pipeline =>
        {
            const string Sql =
                "SELECT " + SlotRow.Columns + " FROM effects WHERE ($1::bigint IS NULL OR account = $1) AND ($2::smallint IS NULL OR state = $2) ORDER BY number DESC LIMIT $3";
            return await pipeline.Sql(Sql).Add(account).Add((short?)state).Add(max).ToListAsync(SlotRow.ReadSlot);
        },
        cancellationToken);

    public Task<IReadOnlyList<TurnRecord>> TurnsAsync(long? account, int max, CancellationToken cancellationToken) => NewestAsync(
        max,
        (pipeline, newest) => pipeline.Sql(
            """
            SELECT r.id, r.conversation, r.account, r.activity, r.at, r.decision, r.payload
            FROM (SELECT t.account, t.key, max(t.sequence) AS place
                FROM (SELECT account, key, sequence FROM changes WHERE what = 'turn' AND ($1::bigint IS NULL OR account = $1) ORDER BY sequence DESC LIMIT $2) t
                GROUP BY t.account, t.key) told
            JOIN turns r ON r.account = told.account AND r.id = told.key ORDER BY told.place DESC LIMIT $3
            """).Add(account).Add(newest).Add(max).ToListAsync(PostgresTurnStore.ReadRecord),
        cancellationToken);

    public Task<DeliveryCounts> CountsAsync(CancellationToken cancellationToken) => database.ReadSnapshotAsync(
        async pipeline =>
        {
            var effectsRead = pipeline.Sql("SELECT state, count(*) FROM effects WHERE state IN (0, 1, 5) GROUP BY state").ToListAsync(row => (State: (EffectState)row.Small(0), Count: row.Long(1)));
            var parkedRead = pipeline.Sql("SELECT kind, count(*) FROM parked GROUP BY kind").ToListAsync(row => (Kind: row.Small(0), Count: row.Long(1)));
            var signalsRead = pipeline.Sql("SELECT count(*), min(first_at) FROM signals WHERE state = 0").ToListAsync(row => (Count: row.Long(0), Oldest: row.NullableAt(1)));
            var turnsRead = pipeline.Sql(
                """
                SELECT count(*) FROM conversations c JOIN activities a ON a.account = c.account AND a.conversation = c.id AND a.order_key >= c.turn_due_key
                WHERE c.turn_due_at IS NOT NULL AND a.turn = 1
                """).ScalarAsync();
            var draftsRead = pipeline.Sql("SELECT count(*) FROM drafts WHERE state = 0").ScalarAsync();
            var (effects, parked, signals) = (await effectsRead, await parkedRead, (await signalsRead)[0]);
            return new DeliveryCounts(
                signals.Count,
                signals.Oldest,
                await turnsRead ?? 0,
                Of(EffectState.Planned), Of(EffectState.Sending), Of(EffectState.Waiting),
                await draftsRead ?? 0,
                Parked(0), Parked(1), Parked(2));

            long Of(EffectState state) => effects.FirstOrDefault(found => found.State == state).Count;
            long Parked(int kind) => parked.FirstOrDefault(found => found.Kind == kind).Count;
        },
        cancellationToken);

    // What is parked is counted in the parking, where a person sees it: what only says of itself that it is parked is missing.
    public Task<DeliveryBalance> BalanceAsync(CancellationToken cancellationToken) => database.ReadSnapshotAsync(
        async pipeline => (await pipeline.Sql(
            """
            SELECT sum(accepted)::bigint, sum(reflected)::bigint, sum(open)::bigint, sum(parked)::bigint FROM (
                SELECT count(*) AS accepted, count(*) FILTER (WHERE state = 1) AS reflected, count(*) FILTER (WHERE state = 0) AS open, 0 AS parked FROM signals
                UNION ALL SELECT count(*), count(*) FILTER (WHERE turn = 2), count(*) FILTER (WHERE turn = 1), 0 FROM activities WHERE turn <> 0
                UNION ALL SELECT count(*), count(*) FILTER (WHERE state IN (2, 3, 4)), count(*) FILTER (WHERE state IN (0, 1, 5)), 0 FROM effects
                UNION ALL SELECT 0, 0, 0, count(*) FROM parked p WHERE CASE p.kind
                    WHEN 0 THEN EXISTS (SELECT 1 FROM signals s WHERE s.account = p.account AND s.state = 2
                        AND s.topic = split_part(p.key, ' ', 1) AND s.resource = substr(p.key, strpos(p.key, ' ') + 1))
                    WHEN 1 THEN EXISTS (SELECT 1 FROM activities a WHERE a.account = p.account AND a.id = p.key AND a.turn = 3)
                    ELSE EXISTS (SELECT 1 FROM effects e WHERE e.account = p.account AND e.key = p.key AND e.state = 6) END) AS counted
            """).ToListAsync(row => new DeliveryBalance(row.Long(0), row.Long(1), row.Long(2), row.Long(3))))[0],
        cancellationToken);

    /// <summary>By the newest changes, of which more are read until they tell of enough: indexes of their own would cost every turn, and commands ask seldom.</summary>
    /// <param name="max">How many are wanted.</param>
    /// <param name="read">What so many of the newest changes tell of.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private async Task<IReadOnlyList<T>> NewestAsync<T>(int max, Func<Pipeline, long, Task<List<T>>> read, CancellationToken cancellationToken)
    {
        for (var newest = 8L * max; ; newest *= 8)
        {
            var (found, last) = await database.ReadSnapshotAsync(
                async pipeline =>
                {
                    var lasts = pipeline.Sql("SELECT max(sequence) FROM changes").ScalarAsync();
                    var rows = await read(pipeline, newest);
                    return (rows, await lasts ?? 0);
                },
                cancellationToken);
            if (found.Count >= max || newest >= last)
                return found;
        }
    }

    private static ConversationSummary ReadSummary(Row row) =>
        new(ReadRef(row), row.Long(3), new Owner((OwnerKind)row.Small(4), row.NullableText(5)), row.NullableText(6), (int)row.Long(8), row.At(7));

    private static ConversationRef ReadRef(Row row) => new(row.Text(0), row.Long(1), row.Text(2));
}
