using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Stores.Postgres.Rows;
using MeliBot.Delivery.Turns;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>All that a turn changed, in the shared transaction.</summary>
internal static class TurnCommitting
{
    public static void Check(TurnCommit commit)
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
    public static async Task<CommitResult> CommitAsync(Write write, TurnCommit commit, DateTimeOffset now)
    {
        var (account, id) = (commit.Conversation.Account, commit.Conversation.Id);
        var versions = ConversationRows.VersionAsync(write, account, id);
        var states = StateRows.LookAsync(write, commit.Reads, commit.Writes);
        var recorded = commit.Record is null ? null : FindAsync(write, commit.Record);
        var version = await versions ?? 0;
        if (version != commit.ExpectedVersion)
            return new CommitResult(false, id, []);
        var state = await states;
        if (state.Conflict is { } moved)
            return new CommitResult(false, moved, []);

        foreach (var handled in commit.Handled)
            ActivityRows.Done(write, commit.Conversation, handled);
        foreach (var parked in commit.Parked)
            await ParkAsync(write, commit, parked);
        await AdvanceAsync(write, commit, version, now);
        await ActivityRows.PutAsync(write, commit.Activities);
        StateRows.Put(write, commit.Writes, state.There);

        List<string>? planned = null;
        foreach (var plan in commit.Effects)
        {
            if (await SlotRows.PlanAsync(write, commit.Conversation, plan))
                (planned ??= []).Add(plan.Key);
        }

        if (commit.Draft is { } draft)
            await DraftRows.PutAsync(write, draft);
        if (commit.Record is { } record)
            Put(write, record, isThere: await recorded! is not null);
        write.Change(account, id, "turn", commit.Record?.Id ?? (commit.Handled.Count > 0 ? commit.Handled[0] : id));
        return new CommitResult(true, null, planned ?? (IReadOnlyList<string>)[]);
    }

    private static async Task AdvanceAsync(Write write, TurnCommit commit, long version, DateTimeOffset now)
    {
        var (account, id, owner) = (commit.Conversation.Account, commit.Conversation.Id, commit.Owner);
        if (version == 0)
            await ConversationRows.EnsureAsync(write, commit.Conversation);
        write.SqlOfMany(
            $"""
            UPDATE conversations c SET {TurnsDue.Next}, version = given.version, updated_at = given.at, meta = coalesce(given.meta, c.meta),
                owner = coalesce(given.owner, c.owner), agent = CASE WHEN given.owner IS NULL THEN c.agent ELSE given.agent END,
                taken_by = CASE WHEN c.taken_by = given.host COLLATE "C" THEN NULL ELSE c.taken_by END
            FROM (SELECT unnest($1) account, unnest($2) id, unnest($3) version, unnest($4) at, unnest($5) meta, unnest($6) owner, unnest($7) agent, unnest($8) host) given
            WHERE c.account = given.account AND c.id = given.id COLLATE "C"
            """)
            .Add(account).Add(id).Add(version + 1).Add(now).Add(commit.Meta).Add(owner is null ? null : (short?)owner.Kind).Add(owner?.Agent).Add(write.Host).Execute();
        if (owner is not null)
            write.Change(account, id, "owner", id);
    }

    private static async Task ParkAsync(Write write, TurnCommit commit, string activity)
    {
        if (await ActivityRows.ParkAsync(write, commit.Conversation, activity) is not { } attempts)
            return;
        ParkedRows.Add(
            write, ParkedKind.Turn, commit.Conversation.Account, commit.Conversation.Id, activity, commit.ParkReason ?? DeliveryReasons.None, commit.ParkDetail, (int)attempts);
    }

    private const string Insert = "INSERT INTO turns (account, id, conversation, activity, at, decision, payload) SELECT unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6), unnest($7)";

    private const string Update =
        """
        UPDATE turns t SET at = given.at, decision = given.decision, payload = given.payload
        FROM unnest($1, $2, $3, $4, $5, $6, $7) given (account, id, conversation, activity, at, decision, payload) WHERE t.account = given.account AND t.id = given.id COLLATE "C"
        """;

    private static Task<long?> FindAsync(Write write, TurnRecord record) => write.SqlOfMany(
        "SELECT given.place, t.number FROM unnest($1, $2) WITH ORDINALITY given (account, id, place) JOIN turns t ON t.account = given.account AND t.id = given.id COLLATE \"C\"")
        .Add(record.Account).Add(record.Id).ScalarAsync();

    private static void Put(Write write, TurnRecord record, bool isThere) => write.SqlOfMany(isThere ? Update : Insert)
        .Add(record.Account).Add(record.Id).Add(record.Conversation).Add(record.Activity).Add(record.At).Add(record.Decision).Add(record.Payload).Execute();
}
