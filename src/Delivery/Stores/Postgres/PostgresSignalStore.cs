using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Stores.Postgres.Rows;
using MeliBot.Delivery.Stores.Postgres.Sql;
using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Postgres;

internal sealed class PostgresSignalStore(PostgresDatabase database, PostgresHosts hosts) : ISignalStore
{
    private const string Columns = "t.account, t.topic, t.resource, t.generation, t.attempts, t.first_at, t.last_at, t.source, t.trace";

    private const string Due = "SELECT " + Columns + " FROM signals t WHERE t.state = 0 AND t.due_at <= $2 AND " + PostgresHosts.IsFree + " ORDER BY t.due_at, t.first_at LIMIT $3";

    // Whether it is still open is asked so that the index of what is due can't serve: while the table is young that looks as good as its key, and then all that is due is read for each one that is taken.
    private const string Take =
        "WITH free AS (SELECT t.account, t.topic, t.resource FROM unnest($3, $4, $5) wanted (account, topic, resource) JOIN signals t ON t.account = wanted.account "
        + "AND t.topic = wanted.topic COLLATE \"C\" AND t.resource = wanted.resource COLLATE \"C\" WHERE t.state < 1 AND t.due_at <= $2 AND " + PostgresHosts.IsFree + " FOR UPDATE OF t";

    private const string Took =
        ") UPDATE signals t SET taken_by = $1 FROM free WHERE t.account = free.account AND t.topic = free.topic AND t.resource = free.resource RETURNING " + Columns + ", t.due_at";

    public Task RaiseAsync(SignalHint hint, CancellationToken cancellationToken)
    {
        // The parking's key joins the two by a space.
        if (hint.Topic.Contains(' ', StringComparison.Ordinal))
            throw new ArgumentException($"The topic '{hint.Topic}' holds a space; topics are single words.", nameof(hint));
        return database.WriteAsync([LockKey.Signal(hint.Account, hint.Topic, hint.Resource)], write => RaiseAsync(write, hint), cancellationToken);
    }

    /// <summary>What is given is this host's as long as it lives, or until it is stored what came of it: no other host finds it.</summary>
    public Task<IReadOnlyList<Signal>> FindDueAsync(DateTimeOffset now, int max, Func<Signal, bool> inFlight, CancellationToken cancellationToken) => Shared.TakeAsync(
        max,
        inFlight,
        async limit =>
        {
            var host = await hosts.JoinAsync(cancellationToken);
            return await database.ReadAsync(ReadMode.Taking, pipeline => pipeline.Sql(Due).Add(host).Add(now).Add(limit).ToListAsync(Read), cancellationToken);
        },
        async (wanted, patient) =>
        {
            var host = await hosts.JoinAsync(cancellationToken);
            var taken = await database.ReadAsync(
                ReadMode.Taking,
                pipeline => pipeline.Sql(patient ? Take + Took : Take + " SKIP LOCKED" + Took).Add(host).Add(now).Add([.. wanted.Select(signal => signal.Account)]).Add([.. wanted.Select(signal => (string?)signal.Topic)])
                    .Add([.. wanted.Select(signal => (string?)signal.Resource)]).ToListAsync(row => (Signal: Read(row), DueAt: row.At(9))),
                cancellationToken);
            return [.. taken.OrderBy(found => found.DueAt).ThenBy(found => found.Signal.FirstAt).Select(found => found.Signal)];
        });

    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken) => database.ReadAsync(
        pipeline => pipeline.Sql("SELECT min(due_at) FROM signals WHERE state = 0 AND due_at > $1").Add(after).MomentAsync(),
        cancellationToken);

    public Task IngestAsync(Signal? signal, Ingest ingest, CancellationToken cancellationToken)
    {
        foreach (var part in ingest.Conversations)
            Check(part);
        var conversations = ingest.Conversations.Select(part => LockKey.Conversation(part.Conversation.Account, part.Conversation.Id));
        return database.WriteAsync(
            [.. conversations, .. signal is null ? [] : new[] { LockOf(signal) }],
            async write =>
            {
                foreach (var part in ingest.Conversations)
                    await TakeAsync(write, part);
                return signal is null || await FinishAsync(write, signal);
            },
            cancellationToken);
    }

    public Task RetryAsync(Signal signal, DateTimeOffset dueAt, string reason, bool counts, CancellationToken cancellationToken) => database.WriteAsync(
        [LockOf(signal)],
        async write =>
        {
            var waits = await write.Sql(
                """
                UPDATE signals SET attempts = attempts + $5, due_at = $6, reason = $7, taken_by = NULL
                WHERE account = $1 AND topic = $2 AND resource = $3 AND generation = $4 AND state = 0
                """)
                .Add(signal.Account).Add(signal.Topic).Add(signal.Resource).Add(signal.Generation).Add(counts ? 1 : 0).Add(dueAt).Add(reason).ExecuteAsync() == 1;
            if (!waits)
                Free(write, signal);
            write.Ring(WorkKind.Signals);
            return waits;
        },
        cancellationToken);

    public Task ParkAsync(Signal signal, Reason reason, string? detail, CancellationToken cancellationToken) => database.WriteAsync(
        [LockOf(signal)],
        async write =>
        {
            var parked = await write.Sql(
                """
                UPDATE signals SET state = 2, parked = true, attempts = attempts + 1, reason = $5, taken_by = NULL
                WHERE account = $1 AND topic = $2 AND resource = $3 AND generation = $4 AND state = 0 RETURNING attempts::bigint
                """)
                .Add(signal.Account).Add(signal.Topic).Add(signal.Resource).Add(signal.Generation).Add(reason).ScalarAsync();
            if (parked is { } attempts)
                ParkedRows.Add(write, ParkedKind.Signal, signal.Account, null, ParkedRows.SignalKey(signal.Topic, signal.Resource), reason, detail, (int)attempts);
            else
                Free(write, signal);
            return parked is not null;
        },
        cancellationToken);

    internal static Task UnparkAsync(Write write, long account, string topic, string resource)
    {
        write.Sql("UPDATE signals SET parked = false WHERE account = $1 AND topic = $2 AND resource = $3").Add(account).Add(topic).Add(resource).Execute();
        return ParkedRows.RemoveAsync(write, ParkedKind.Signal, account, null, ParkedRows.SignalKey(topic, resource));
    }

    private static Signal Read(Row row) => new(row.Long(0), row.Text(1), row.Text(2), row.Long(3), row.Int(4), row.At(5), row.At(6), row.Text(7)) { Trace = row.NullableText(8) };

    private static long LockOf(Signal signal) => LockKey.Signal(signal.Account, signal.Topic, signal.Resource);

    private static async Task<bool> RaiseAsync(Write write, SignalHint hint)
    {
        var wasParked = await write.SqlOfMany(
            """
            INSERT INTO signals (account, topic, resource, state, generation, attempts, first_at, last_at, due_at, source, trace)
            SELECT account, topic, resource, 0, 1, 0, at, at, due_at, source, trace FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) given (account, topic, resource, at, due_at, source, trace, name)
            ON CONFLICT (account, topic, resource) DO UPDATE SET
                generation = signals.generation + 1, attempts = 0, state = 0, reason = NULL, last_at = excluded.last_at, source = excluded.source, trace = excluded.trace,
                first_at = CASE WHEN signals.state = 0 THEN signals.first_at ELSE excluded.first_at END,
                due_at = CASE WHEN signals.state = 0 AND signals.due_at < excluded.due_at THEN signals.due_at ELSE excluded.due_at END
            RETURNING array_position($8, account || ' ' || topic || ' ' || resource COLLATE "C")::bigint, parked::int::bigint
            """)
            .Add(hint.Account).Add(hint.Topic).Add(hint.Resource).Add(hint.At).Add(write.Now).Add(hint.Source).Add(hint.Trace).Add($"{hint.Account} {hint.Topic} {hint.Resource}").ScalarAsync();
        if (wasParked == 1)
            await UnparkAsync(write, hint.Account, hint.Topic, hint.Resource);
        write.Ring(WorkKind.Signals);
        return true;
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

    private static async Task TakeAsync(Write write, ConversationIngest part)
    {
        var conversation = part.Conversation;
        var created = await ConversationRows.EnsureAsync(write, conversation, TurnsDue.FirstOf(part.Activities));
        var changed = await ConversationRows.PutMetaAsync(write, conversation, part.Meta);
        changed |= await ActivityRows.PutAsync(write, part.Activities, isTold: created);
        foreach (var seen in part.Observations)
            changed |= await SlotSights.ApplyAsync(write, conversation, seen);
        if (changed && !created)
            ConversationRows.Touch(write, conversation.Account, conversation.Id);
    }

    // An older generation leaves the signal open: its newer hint may have come after the fetch.
    private static async Task<bool> FinishAsync(Write write, Signal signal)
    {
        var done = await write.SqlOfMany(
            """
            UPDATE signals s SET state = 1, reason = NULL, taken_by = NULL FROM unnest($1, $2, $3, $4) WITH ORDINALITY given (account, topic, resource, generation, place)
            WHERE s.account = given.account AND s.topic = given.topic COLLATE "C" AND s.resource = given.resource COLLATE "C" AND s.generation = given.generation AND s.state = 0
            RETURNING given.place
            """)
            .Add(signal.Account).Add(signal.Topic).Add(signal.Resource).Add(signal.Generation).ExecuteAsync() == 1;
        if (!done)
        {
            write.Sql("UPDATE signals SET first_at = last_at WHERE account = $1 AND topic = $2 AND resource = $3 AND generation > $4 AND state = 0")
                .Add(signal.Account).Add(signal.Topic).Add(signal.Resource).Add(signal.Generation).Execute();
            Free(write, signal);
            write.Ring(WorkKind.Signals);
        }

        return done;
    }

    // Its newer generation is anybody's.
    private static void Free(Write write, Signal signal) => write.Sql("UPDATE signals SET taken_by = NULL WHERE account = $1 AND topic = $2 AND resource = $3 AND taken_by = $4")
        .Add(signal.Account).Add(signal.Topic).Add(signal.Resource).Add(write.Host).Execute();
}
