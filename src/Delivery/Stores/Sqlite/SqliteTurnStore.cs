using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Stores.Sqlite.Rows;
using MeliBot.Delivery.Turns;
using MeliBot.Delivery.Work;
using Microsoft.Extensions.Options;

namespace MeliBot.Delivery.Stores.Sqlite;

internal sealed class SqliteTurnStore(SqliteDatabase database, IOptions<DeliveryOptions> options) : ITurnStore
{
    // The first pending one of its conversation, so that a conversation is looked at once and never out of order.
    private const string IsFirst =
        """
        NOT EXISTS (SELECT 1 FROM activities b WHERE b.turn = 1 AND b.account = a.account AND b.conversation = a.conversation
            AND (b.order_key, b.id) < (a.order_key, a.id))
        """;

    public Task<IReadOnlyList<ConversationRef>> FindDueAsync(DateTimeOffset now, int max, Func<string, bool> inFlight, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ConversationRef>>(
        session =>
        {
            const string Sql =
                "SELECT a.conversation, a.account, c.kind FROM activities a JOIN conversations c ON c.account = a.account AND c.id = a.conversation "
                + "WHERE a.turn = 1 AND a.due_at <= ?1 AND " + IsFirst + " ORDER BY a.due_at";
            var due = session.Sql(Sql).Add(now);
            var found = new List<ConversationRef>();
            while (found.Count < max && due.Step())
            {
                var id = due.Text(0);
                if (!inFlight(id))
                    found.Add(new ConversationRef(id, due.Long(1), due.Text(2)));
            }

            due.End();
            return found;
        },
        cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken) => database.ReadAsync(
        session =>
        {
            const string Sql = "SELECT a.due_at FROM activities a WHERE a.turn = 1 AND a.due_at > ?1 AND " + IsFirst + " ORDER BY a.due_at LIMIT 1";
            return session.Sql(Sql).Add(after).Scalar() is { } due ? Instant.FromMicros(due) : (DateTimeOffset?)null;
        },
        cancellationToken);

    public Task<ConversationSnapshot> LoadAsync(ConversationRef conversation, CancellationToken cancellationToken)
        => database.ReadSnapshotAsync(session => Load(session, conversation, options.Value.SnapshotActivities), cancellationToken);

    public Task<CommitResult> CommitAsync(TurnCommit commit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Check(commit);
        return database.WriteAsync(write => Commit(write, commit, now), cancellationToken);
    }

    public Task FailAsync(ConversationRef conversation, IReadOnlyList<string> activities, DateTimeOffset dueAt, string reason, CancellationToken cancellationToken) => database.WriteAsync(
        write =>
        {
            var failed = 0;
            foreach (var id in activities)
            {
                failed += write.Sql("UPDATE activities SET attempts = attempts + 1, due_at = ?4, reason = ?5 WHERE account = ?1 AND id = ?2 AND conversation = ?3 AND turn = 1")
                    .Add(conversation.Account).Add(id).Add(conversation.Id).Add(dueAt).Add(reason).Execute();
            }

            write.Ring(WorkKind.Turns);
            return failed;
        },
        cancellationToken);

    public Task<IReadOnlyList<TurnRecord>> RecordsAsync(ConversationRef conversation, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<TurnRecord>>(
        session => Records(session, conversation), cancellationToken);

    internal static List<TurnRecord> Records(SqliteSession session, ConversationRef conversation) => session
        .Sql("SELECT id, conversation, account, activity, at, decision, payload FROM turns WHERE account = ?1 AND conversation = ?2 ORDER BY number")
        .Add(conversation.Account).Add(conversation.Id).ToList(ReadRecord);

    internal static TurnRecord ReadRecord(Statement row)
        => new(row.Text(0), row.Text(1), row.Long(2), row.Text(3), row.At(4), row.Text(5), row.Text(6));

    internal static ConversationSnapshot Load(SqliteSession session, ConversationRef conversation, int newest)
    {
        var (account, id) = (conversation.Account, conversation.Id);
        var head = session.Sql("SELECT version, owner, agent, meta FROM conversations WHERE account = ?1 AND id = ?2").Add(account).Add(id)
            .FirstOrDefault(row => new { Version = row.Long(0), Owner = new Owner((OwnerKind)row.Int(1), row.NullableText(2)), Meta = row.NullableText(3) });
        if (head is null)
            return new ConversationSnapshot { Conversation = conversation, Version = 0, Owner = Owner.Bot, Activities = [], Effects = [] };

        const string Newest = "SELECT " + ActivityRows.Columns + " FROM activities WHERE account = ?1 AND conversation = ?2 ORDER BY order_key DESC, id DESC LIMIT ?3";
        const string Older = "SELECT " + ActivityRows.Columns + " FROM activities WHERE account = ?1 AND conversation = ?2 AND turn = 1 AND (order_key, id) < (?3, ?4) ORDER BY order_key, id";
        const string Slots = "SELECT " + SlotRow.Columns + " FROM effects WHERE account = ?1 AND conversation = ?2 ORDER BY number";
        var activities = session.Sql(Newest).Add(account).Add(id).Add(newest).ToList(ActivityRows.Read);
        activities.Reverse();
        if (activities.Count == newest)
            activities.InsertRange(0, session.Sql(Older).Add(account).Add(id).Add(activities[0].OrderKey).Add(activities[0].Id).ToList(ActivityRows.Read));
        return new ConversationSnapshot
        {
            Conversation = conversation,
            Version = head.Version,
            Owner = head.Owner,
            Meta = head.Meta,
            Activities = activities,
            Effects = session.Sql(Slots).Add(account).Add(id).ToList(SlotRow.ReadSlot),
        };
    }

    private static void Check(TurnCommit commit)
    {
        var account = commit.Conversation.Account;
        foreach (var entry in commit.Activities)
            Keys.Check(entry, commit.Conversation);
        foreach (var plan in commit.Effects)
            Keys.Check(plan.Key, account, "effect key");
        if (commit.Draft is { } draft)
        {
            Keys.Check(draft.Id, account, "draft id");
            foreach (var plan in draft.Effects)
                Keys.Check(plan.Key, account, "effect key");
        }
    }

    // Every condition is looked at before the first change, so that a loser leaves nothing to undo in the shared transaction.
    private static CommitResult Commit(Write write, TurnCommit commit, DateTimeOffset now)
    {
        var (account, id) = (commit.Conversation.Account, commit.Conversation.Id);
        var version = write.Sql("SELECT version FROM conversations WHERE account = ?1 AND id = ?2").Add(account).Add(id).Scalar() ?? 0;
        if (version != commit.ExpectedVersion)
            return new CommitResult(false, id, []);
        if (StateRows.Conflict(write, commit.Reads, commit.Writes) is { } moved)
            return new CommitResult(false, moved, []);

        Advance(write, commit, version, now);
        foreach (var handled in commit.Handled)
            ActivityRows.End(write, commit.Conversation, handled, ActivityTurn.Done);
        foreach (var parked in commit.Parked)
            Park(write, commit, parked);
        ActivityRows.Put(write, commit.Activities);
        StateRows.Put(write, commit.Writes);

        List<string>? planned = null;
        foreach (var plan in commit.Effects)
        {
            if (SlotRows.Plan(write, commit.Conversation, plan))
                (planned ??= []).Add(plan.Key);
        }

        if (commit.Draft is { } draft)
            DraftRows.Put(write, draft);
        if (commit.Record is { } record)
            Put(write, record);
        write.Change(account, id, "turn", commit.Record?.Id ?? (commit.Handled.Count > 0 ? commit.Handled[0] : id));
        return new CommitResult(true, null, planned ?? (IReadOnlyList<string>)[]);
    }

    private static void Advance(Write write, TurnCommit commit, long version, DateTimeOffset now)
    {
        var (account, id, owner) = (commit.Conversation.Account, commit.Conversation.Id, commit.Owner);
        if (version == 0)
            ConversationRows.Ensure(write, commit.Conversation);
        write.Sql(
            """
            UPDATE conversations SET version = ?3, updated_at = ?4, meta = coalesce(?5, meta),
                owner = coalesce(?6, owner), agent = CASE WHEN ?6 IS NULL THEN agent ELSE ?7 END WHERE account = ?1 AND id = ?2
            """)
            .Add(account).Add(id).Add(version + 1).Add(now).Add(commit.Meta).Add(owner is null ? null : (long)owner.Kind).Add(owner?.Agent).Execute();
        if (owner is not null)
            write.Change(account, id, "owner", id);
    }

    private static void Park(Write write, TurnCommit commit, string activity)
    {
        if (!ActivityRows.End(write, commit.Conversation, activity, ActivityTurn.Parked))
            return;
        var attempts = write.Sql("UPDATE activities SET attempts = attempts + 1 WHERE account = ?1 AND id = ?2 RETURNING attempts")
            .Add(commit.Conversation.Account).Add(activity).Scalar() ?? 0;
        ParkedRows.Add(
            write, ParkedKind.Turn, commit.Conversation.Account, commit.Conversation.Id, activity, commit.ParkReason ?? DeliveryReasons.None, commit.ParkDetail, (int)attempts);
    }

    private static void Put(Write write, TurnRecord record) => write.Sql(
        """
        INSERT INTO turns (account, id, conversation, activity, at, decision, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (account, id) DO UPDATE SET at = excluded.at, decision = excluded.decision, payload = excluded.payload
        """)
        .Add(record.Account).Add(record.Id).Add(record.Conversation).Add(record.Activity).Add(record.At).Add(record.Decision).Add(record.Payload).Execute();
}
