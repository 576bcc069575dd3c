using System.Text.Json;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Stores.Postgres.Sql;

namespace MeliBot.Delivery.Stores.Postgres.Rows;

internal static class DraftRows
{
    public const string Columns = "id, conversation, account, activity, state, payload, effects, staged, at";

    public static Draft Read(Row row) => new()
    {
        Id = row.Text(0),
        Conversation = row.Text(1),
        Account = row.Long(2),
        Activity = row.Text(3),
        State = (DraftState)row.Small(4),
        Payload = row.Text(5),
        Effects = JsonSerializer.Deserialize(row.Text(6), StoredJson.Default.IReadOnlyListEffectPlan)!,
        StagedState = JsonSerializer.Deserialize(row.Text(7), StoredJson.Default.IReadOnlyListStateWrite)!,
        At = row.At(8),
    };

    public static Task<Draft?> FindAsync(Func<string, Statement> sql, string id) => Keys.AccountOf(id) is not { } account ? Task.FromResult<Draft?>(null)
        : sql("SELECT " + Columns + " FROM drafts WHERE account = $1 AND id = $2").Add(account).Add(id).FirstOrDefaultAsync(Read);

    /// <summary>Opens it, or opens it again with its new content; one that a person approved stays what it was.</summary>
    public static async Task PutAsync(Write write, Draft draft)
    {
        await SupersedeAsync(write, draft.Account, draft.Conversation, draft.Activity, key: null, except: draft.Id);
        var opened = await write.Sql(
            """
            INSERT INTO drafts (account, id, conversation, activity, state, payload, effects, staged, at) VALUES ($1, $2, $3, $4, 0, $5, $6, $7, $8)
            ON CONFLICT (account, id) DO UPDATE SET state = 0, activity = excluded.activity, payload = excluded.payload, effects = excluded.effects, staged = excluded.staged,
                at = excluded.at, decided_by = NULL, decided_at = NULL WHERE drafts.state NOT IN (1, 2)
            """)
            .Add(draft.Account).Add(draft.Id).Add(draft.Conversation).Add(draft.Activity).Add(draft.Payload)
            .Add(JsonSerializer.Serialize(draft.Effects, StoredJson.Default.IReadOnlyListEffectPlan))
            .Add(JsonSerializer.Serialize(draft.StagedState, StoredJson.Default.IReadOnlyListStateWrite))
            .Add(draft.At).ExecuteAsync() == 1;
        if (opened)
            write.Change(draft.Account, draft.Conversation, "draft:open", draft.Id);
    }

    public static void Decide(Write write, Draft draft, DraftState state, string agent, DateTimeOffset now)
    {
        write.Sql("UPDATE drafts SET state = $3, decided_by = $4, decided_at = $5 WHERE account = $1 AND id = $2")
            .Add(draft.Account).Add(draft.Id).Add((int)state).Add(agent).Add(now).Execute();
        Tell(write, draft.Account, draft.Conversation, draft.Id, state);
    }

    /// <summary>Of a conversation, the oldest first.</summary>
    public static Task<List<(string Id, string Activity, string Effects)>> OpenAsync(Write write, long account, string conversation) => write.SqlOfMany(
        """
        SELECT given.place, d.id, d.activity, d.effects FROM unnest($1, $2) WITH ORDINALITY given (account, conversation, place)
        JOIN drafts d ON d.account = given.account AND d.conversation = given.conversation COLLATE "C" AND d.state = 0 ORDER BY d.number
        """)
        .Add(account).Add(conversation).ToListAsync(row => (Id: row.Text(0), Activity: row.Text(1), Effects: row.Text(2)));

    /// <inheritdoc cref="Supersede"/>
    public static async Task SupersedeAsync(Write write, long account, string conversation, string? activity, string? key, string? except = null)
        => Supersede(write, await OpenAsync(write, account, conversation), account, conversation, activity, key, except);

    /// <summary>Open drafts that answer this activity, or would fill this slot, are moot.</summary>
    public static void Supersede(Write write, List<(string Id, string Activity, string Effects)> open, long account, string conversation, string? activity, string? key, string? except = null)
    {
        foreach (var draft in open)
        {
            if (draft.Id == except || (draft.Activity != activity && !DraftRules.Fills(draft.Effects, key)))
                continue;
            write.Sql("UPDATE drafts SET state = 4, decided_at = $3 WHERE account = $1 AND id = $2").Add(account).Add(draft.Id).Add(write.Now).Execute();
            Tell(write, account, conversation, draft.Id, DraftState.Superseded);
        }
    }

    private static void Tell(Write write, long account, string conversation, string id, DraftState state) => write.Change(account, conversation, DraftRules.NewsOf(state), id);
}
