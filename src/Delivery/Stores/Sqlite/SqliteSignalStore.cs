using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Stores.Sqlite.Rows;
using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Sqlite;

internal sealed class SqliteSignalStore(SqliteDatabase database) : ISignalStore
{
    public Task RaiseAsync(SignalHint hint, CancellationToken cancellationToken)
    {
        // The parking's key joins the two by a space.
        if (hint.Topic.Contains(' ', StringComparison.Ordinal))
            throw new ArgumentException($"The topic '{hint.Topic}' holds a space; topics are single words.", nameof(hint));
        return database.WriteAsync(write => Raise(write, hint), cancellationToken);
    }

    public Task<IReadOnlyList<Signal>> FindDueAsync(DateTimeOffset now, int max, Func<Signal, bool> inFlight, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Signal>>(
        session =>
        {
            var due = session.Sql(
                """
                SELECT account, topic, resource, generation, attempts, first_at, last_at, source, trace FROM signals
                WHERE state = 0 AND due_at <= ?1 ORDER BY due_at, first_at
                """).Add(now);
            var found = new List<Signal>();
            while (found.Count < max && due.Step())
            {
                var signal = new Signal(due.Long(0), due.Text(1), due.Text(2), due.Long(3), due.Int(4), due.At(5), due.At(6), due.Text(7)) { Trace = due.NullableText(8) };
                if (!inFlight(signal))
                    found.Add(signal);
            }

            due.End();
            return found;
        },
        cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Sql("SELECT min(due_at) FROM signals WHERE state = 0 AND due_at > ?1").Add(after).Scalar() is { } due ? Instant.FromMicros(due) : (DateTimeOffset?)null,
        cancellationToken);

    public Task IngestAsync(Signal? signal, Ingest ingest, CancellationToken cancellationToken)
    {
        foreach (var part in ingest.Conversations)
            Check(part);
        return database.WriteAsync(
            write =>
            {
                foreach (var part in ingest.Conversations)
                    Take(write, part);
                return signal is null || Finish(write, signal);
            },
            cancellationToken);
    }

    public Task RetryAsync(Signal signal, DateTimeOffset dueAt, string reason, bool counts, CancellationToken cancellationToken) => database.WriteAsync(
        write =>
        {
            var waits = write.Sql(
                """
                UPDATE signals SET attempts = attempts + ?5, due_at = ?6, reason = ?7
                WHERE account = ?1 AND topic = ?2 AND resource = ?3 AND generation = ?4 AND state = 0
                """)
                .Add(signal.Account).Add(signal.Topic).Add(signal.Resource).Add(signal.Generation).Add(counts).Add(dueAt).Add(reason).Execute() == 1;
            write.Ring(WorkKind.Signals);
            return waits;
        },
        cancellationToken);

    public Task ParkAsync(Signal signal, Reason reason, string? detail, CancellationToken cancellationToken) => database.WriteAsync(
        write =>
        {
            var parked = write.Sql(
                """
                UPDATE signals SET state = 2, parked = 1, attempts = attempts + 1, reason = ?5
                WHERE account = ?1 AND topic = ?2 AND resource = ?3 AND generation = ?4 AND state = 0 RETURNING attempts
                """)
                .Add(signal.Account).Add(signal.Topic).Add(signal.Resource).Add(signal.Generation).Add(reason).Scalar();
            if (parked is { } attempts)
                ParkedRows.Add(write, ParkedKind.Signal, signal.Account, null, ParkedRows.SignalKey(signal.Topic, signal.Resource), reason, detail, (int)attempts);
            return parked is not null;
        },
        cancellationToken);

    private static bool Raise(Write write, SignalHint hint)
    {
        var wasParked = write.Sql(
            """
            INSERT INTO signals (account, topic, resource, state, generation, attempts, first_at, last_at, due_at, source, trace) VALUES (?1, ?2, ?3, 0, 1, 0, ?4, ?4, ?5, ?6, ?7)
            ON CONFLICT (account, topic, resource) DO UPDATE SET
                generation = generation + 1, attempts = 0, state = 0, reason = NULL, last_at = excluded.last_at, source = excluded.source, trace = excluded.trace,
                first_at = CASE WHEN state = 0 THEN first_at ELSE excluded.first_at END,
                due_at = CASE WHEN state = 0 AND due_at < excluded.due_at THEN due_at ELSE excluded.due_at END
            RETURNING parked
            """)
            .Add(hint.Account).Add(hint.Topic).Add(hint.Resource).Add(hint.At).Add(write.Now).Add(hint.Source).Add(hint.Trace).Scalar();
        if (wasParked == 1)
            Unpark(write, hint.Account, hint.Topic, hint.Resource);
        write.Ring(WorkKind.Signals);
        return true;
    }

    internal static void Unpark(Write write, long account, string topic, string resource)
    {
        write.Sql("UPDATE signals SET parked = 0 WHERE account = ?1 AND topic = ?2 AND resource = ?3").Add(account).Add(topic).Add(resource).Execute();
        ParkedRows.Remove(write, ParkedKind.Signal, account, null, ParkedRows.SignalKey(topic, resource));
    }

    private static void Check(ConversationIngest part)
    {
        foreach (var entry in part.Activities)
            Keys.Check(entry, part.Conversation);
        foreach (var seen in part.Observations)
        {
            Keys.Check(seen.Key, part.Conversation.Account, "effect key");
            if (seen.Event is not null)
                Keys.Check(seen.Event, part.Conversation);
        }
    }

    private static void Take(Write write, ConversationIngest part)
    {
        var conversation = part.Conversation;
        var created = ConversationRows.Ensure(write, conversation);
        var changed = ConversationRows.PutMeta(write, conversation, part.Meta);
        changed |= ActivityRows.Put(write, part.Activities);
        foreach (var seen in part.Observations)
            changed |= SlotSights.Apply(write, conversation, seen);
        if (changed && !created)
            ConversationRows.Touch(write, conversation.Account, conversation.Id);
    }

    // An older generation leaves the signal open: its newer hint may have come after the fetch.
    private static bool Finish(Write write, Signal signal)
    {
        var done = write.Sql("UPDATE signals SET state = 1, reason = NULL WHERE account = ?1 AND topic = ?2 AND resource = ?3 AND generation = ?4 AND state = 0")
            .Add(signal.Account).Add(signal.Topic).Add(signal.Resource).Add(signal.Generation).Execute() == 1;
        if (!done)
        {
            write.Sql("UPDATE signals SET first_at = last_at WHERE account = ?1 AND topic = ?2 AND resource = ?3 AND generation > ?4 AND state = 0")
                .Add(signal.Account).Add(signal.Topic).Add(signal.Resource).Add(signal.Generation).Execute();
            write.Ring(WorkKind.Signals);
        }

        return done;
    }
}
