using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Stores.Postgres.Rows;
using MeliBot.Delivery.Stores.Postgres.Sql;
using MeliBot.Delivery.Turns;
using MeliBot.Delivery.Work;
using Microsoft.Extensions.Options;

namespace MeliBot.Delivery.Stores.Postgres;

internal sealed class PostgresTurnStore(PostgresDatabase database, PostgresHosts hosts, IOptions<DeliveryOptions> options) : ITurnStore
{
    private const string Due = "SELECT t.id, t.account, t.kind FROM conversations t WHERE t.turn_due_at <= $2 AND " + PostgresHosts.IsFree + " ORDER BY t.turn_due_at LIMIT $3";

    private const string Take =
        "WITH free AS (SELECT t.account, t.id, wanted.place FROM unnest($2, $3) WITH ORDINALITY wanted (account, id, place) JOIN conversations t ON t.account = wanted.account AND t.id = wanted.id COLLATE \"C\" "
        + "WHERE " + PostgresHosts.IsFree + " AND t.turn_due_at IS NOT NULL FOR UPDATE OF t";

    private const string Took = ") UPDATE conversations t SET taken_by = $1 FROM free WHERE t.account = free.account AND t.id = free.id RETURNING t.id, t.account, t.kind, free.place";

    /// <summary>What is given is this host's as long as it lives, or until its turn is stored: no other host finds it.</summary>
    public Task<IReadOnlyList<ConversationRef>> FindDueAsync(DateTimeOffset now, int max, Func<string, bool> inFlight, CancellationToken cancellationToken) => Shared.TakeAsync(
        max,
        conversation => inFlight(conversation.Id),
        async limit =>
        {
            var host = await hosts.JoinAsync(cancellationToken);
            return await database.ReadAsync(ReadMode.Taking, pipeline => pipeline.Sql(Due).Add(host).Add(now).Add(limit).ToListAsync(ReadRef), cancellationToken);
        },
        async (wanted, patient) =>
        {
            var host = await hosts.JoinAsync(cancellationToken);
            var taken = await database.ReadAsync(
                ReadMode.Taking,
                pipeline => pipeline.Sql(patient ? Take + Took : Take + " SKIP LOCKED" + Took).Add(host).Add([.. wanted.Select(found => found.Account)]).Add([.. wanted.Select(found => (string?)found.Id)])
                    .ToListAsync(row => (Conversation: ReadRef(row), Place: row.Long(3))),
                cancellationToken);
            return [.. taken.OrderBy(found => found.Place).Select(found => found.Conversation)];
        });

    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken) => database.ReadAsync(
        pipeline => pipeline.Sql("SELECT min(turn_due_at) FROM conversations WHERE turn_due_at > $1").Add(after).MomentAsync(),
        cancellationToken);

    public Task<ConversationSnapshot> LoadAsync(ConversationRef conversation, CancellationToken cancellationToken)
        => database.LoadAsync(pipeline => SnapshotRows.LoadAsync(pipeline, conversation, options.Value.SnapshotActivities), cancellationToken);

    public Task<CommitResult> CommitAsync(TurnCommit commit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        TurnCommitting.Check(commit);
        return database.WriteAsync(
            [LockKey.Conversation(commit.Conversation.Account, commit.Conversation.Id), .. StateRows.Locks(commit.Reads, commit.Writes)],
            write => TurnCommitting.CommitAsync(write, commit, now),
            cancellationToken);
    }

    public Task FailAsync(ConversationRef conversation, IReadOnlyList<string> activities, DateTimeOffset dueAt, string reason, CancellationToken cancellationToken) => database.WriteAsync(
        [LockKey.Conversation(conversation.Account, conversation.Id)],
        async write =>
        {
            foreach (var id in activities)
            {
                write.Sql("UPDATE activities SET attempts = attempts + 1, due_at = $4, reason = $5 WHERE account = $1 AND id = $2 AND conversation = $3 AND turn = 1")
                    .Add(conversation.Account).Add(id).Add(conversation.Id).Add(dueAt).Add(reason).Execute();
            }

            write.Ring(WorkKind.Turns);
            return await write.Sql($"UPDATE conversations c SET {TurnsDue.Next}, taken_by = CASE WHEN taken_by = $3 THEN NULL ELSE taken_by END WHERE account = $1 AND id = $2")
                .Add(conversation.Account).Add(conversation.Id).Add(write.Host).ExecuteAsync();
        },
        cancellationToken);

    public Task<IReadOnlyList<TurnRecord>> RecordsAsync(ConversationRef conversation, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<TurnRecord>>(
        async pipeline => await RecordsAsync(pipeline, conversation), cancellationToken);

    internal static Task<List<TurnRecord>> RecordsAsync(Pipeline pipeline, ConversationRef conversation) => pipeline
        .Sql("SELECT id, conversation, account, activity, at, decision, payload FROM turns WHERE account = $1 AND conversation = $2 ORDER BY number")
        .Add(conversation.Account).Add(conversation.Id).ToListAsync(ReadRecord);

    internal static TurnRecord ReadRecord(Row row)
        => new(row.Text(0), row.Text(1), row.Long(2), row.Text(3), row.At(4), row.Text(5), row.Text(6));

    private static ConversationRef ReadRef(Row row) => new(row.Text(0), row.Long(1), row.Text(2));
}
