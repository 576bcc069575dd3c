using MeliBot.Delivery.Changes;
using MeliBot.Delivery.Stores.Postgres.Sql;
using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>One transaction of several writes: their locks first, the writes side by side (those that share a lock one after the other), then what they tell of and the commit.</summary>
/// <param name="connection">Its own while it runs.</param>
/// <param name="options">For the statements' time limit.</param>
/// <param name="place">Whose it is.</param>
/// <param name="now">When all of it happens.</param>
/// <param name="ofMany">Whether its statements are planned for many writes at once; one write alone asks more freely, and leaves that to the planner.</param>
internal sealed class WriteGroup(NpgsqlConnection connection, PostgresDeliveryOptions options, StorePlace place, DateTimeOffset now, bool ofMany)
{
    /// <summary>The transaction's number, by which a lost commit is found out; null before it began.</summary>
    public long? Transaction { get; private set; }

    /// <summary>From here on a lost connection leaves open whether it was committed.</summary>
    public bool Committing { get; private set; }

    /// <summary>Whom it concerned, once it is committed.</summary>
    public Bells Bells { get; private set; }

    /// <summary>Gives the jobs that failed by themselves, in which case nothing is committed; none when all is.</summary>
    public async Task<IReadOnlyList<(WriteJob Job, Exception Error)>> CommitAsync(IReadOnlyList<WriteJob> jobs, CancellationToken cancellationToken)
    {
        var pipeline = new Pipeline(connection, options.CommandTimeout);
        var begun = BeginAsync(pipeline, jobs);
        var runs = Start(pipeline, jobs);
        try
        {
            await pipeline.RunAsync(cancellationToken);
        }
        catch (StatementException e) when (e.Owner is WriteJob culprit && e.Cause.IsTheStatements())
        {
            await RollbackAsync(cancellationToken);
            return [(culprit, e.Cause)];
        }
        catch (StatementException e)
        {
            throw e.Cause;
        }
        catch (PostgresException e) when (jobs.Count == 1 && e.IsTheStatements())
        {
            await RollbackAsync(cancellationToken);
            return [(jobs[0], e)];
        }

        Transaction = await begun;
        if (runs.Any(run => !run.Run.IsCompletedSuccessfully))
        {
            await RollbackAsync(cancellationToken);
            return [.. runs.Where(run => !run.Run.IsCompletedSuccessfully).Select(run => (run.Job, run.Run.Exception?.InnerException ?? Unfinished()))];
        }

        await EndAsync(jobs, cancellationToken);
        return [];
    }

    public async Task RollbackAsync(CancellationToken cancellationToken)
    {
        var pipeline = new Pipeline(connection, options.CommandTimeout);
        pipeline.Sql("ROLLBACK").Execute();
        await pipeline.RunAsync(cancellationToken);
    }

    private static InvalidOperationException Unfinished() => new("A write awaited something else than its statements.");

    private Task<long?> BeginAsync(Pipeline pipeline, IReadOnlyList<WriteJob> jobs)
    {
        pipeline.Sql("BEGIN").Execute();
        var transaction = pipeline.Sql(ofMany ? BegunForMany : Begun).ScalarAsync();
        var locks = jobs.SelectMany(job => job.Locks).Select(place.Own).Distinct().Order().ToArray();
        if (locks.Length > 0)
            _ = LockAsync(pipeline.Sql(TakeLocks), locks);
        return transaction;
    }

    // It is told that TurnsDue is kept here: then no trigger does (0003_turns_due).
    private const string Begun = "SELECT pg_current_xact_id()::text::bigint, set_config('melibot.keeps_turn_due', 'on', true)";

    private const string BegunForMany = Begun + ", " + PlansByKey.Set;

    /// <summary>In the order given.</summary>
    public const string TakeLocks = "SELECT count(pg_advisory_xact_lock(key)) FROM unnest($1) key";

    public static Task LockAsync(Statement take, long[] sorted) => take.Add(sorted).CallAsync();

    private List<(WriteJob Job, Task Run)> Start(Pipeline pipeline, IReadOnlyList<WriteJob> jobs)
    {
        var runs = new List<(WriteJob, Task)>(jobs.Count);
        var last = new Dictionary<long, (Task Run, Lane Lane)>();
        foreach (var job in jobs)
        {
            var before = job.Locks.Where(last.ContainsKey).Select(key => last[key]).ToArray();
            var lane = new Lane();
            var run = RunAsync(job, new Write(pipeline, job, lane, now, place) { Trace = job.Trace }, lane, before);
            foreach (var key in job.Locks)
                last[key] = (run, lane);
            runs.Add((job, run));
        }

        return runs;
    }

    private static async Task RunAsync(WriteJob job, Write write, Lane lane, (Task Run, Lane Lane)[] before)
    {
        // Whether those before it failed is their affair: then all of it is rolled back, and this one runs again.
        foreach (var earlier in before)
            await earlier.Run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var earlier in before)
            lane.Follow(earlier.Lane);
        await job.RunAsync(write);
    }

    private async Task EndAsync(IReadOnlyList<WriteJob> jobs, CancellationToken cancellationToken)
    {
        var pipeline = new Pipeline(connection, options.CommandTimeout);
        var changes = jobs.SelectMany(job => job.Write!.Changes).ToArray();
        var bells = new Bells(0, changes.Length > 0);
        foreach (var job in jobs)
            bells = bells.With(job.Write!.Bells);
        if (changes.Length > 0)
            Number(pipeline, changes);
        if (bells.Any)
            _ = pipeline.Sql("SELECT pg_notify($1, $2)").Add(place.Channel).Add($"{place.Host} {bells}").CallAsync();
        pipeline.Sql("COMMIT").Execute();
        Committing = true;
        await pipeline.RunAsync(cancellationToken);
        Bells = bells;
    }

    // The lock is the last thing taken and is held until the commit is seen by all, so that numbers become visible in their order; the lists are unnested, and numbered, from their first to their last.
    private void Number(Pipeline pipeline, Change[] changes)
    {
        _ = pipeline.Sql("SELECT pg_advisory_xact_lock($1, $2)").Add(StorePlace.FeedLock).Add(place.Number).CallAsync();
        pipeline.Sql(
            """
            INSERT INTO changes (at, account, conversation, what, key)
            SELECT unnest($1), unnest($2), unnest($3), unnest($4), unnest($5)
            """)
            .Add(Array.ConvertAll(changes, change => change.At)).Add(Array.ConvertAll(changes, change => change.Account)).Add(Array.ConvertAll(changes, change => change.Conversation))
            .Add(Array.ConvertAll(changes, change => (string?)change.What)).Add(Array.ConvertAll(changes, change => (string?)change.Key)).Execute();
    }
}
