using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Stores.Postgres.Sql;

namespace MeliBot.Delivery.Stores.Postgres.Rows;

/// <summary>A conversation as a turn sees it; of many at once, and in one snapshot.</summary>
internal static class SnapshotRows
{
    private const string Heads =
        """
        SELECT given.place, c.version, c.owner, c.agent, c.meta FROM unnest($1, $2) WITH ORDINALITY given (account, id, place)
        JOIN conversations c ON c.account = given.account AND c.id = given.id COLLATE "C"
        """;

    private const string Newest =
        "SELECT place, " + ActivityRows.Columns + " FROM unnest($1, $2, $3) WITH ORDINALITY given (of, wanted, most, place) CROSS JOIN LATERAL ("
        + "SELECT * FROM activities WHERE account = of AND conversation = wanted COLLATE \"C\" ORDER BY order_key DESC, id DESC LIMIT most) newest ORDER BY place, order_key, id";

    private const string Slots =
        "SELECT place, " + SlotRow.Columns + " FROM unnest($1, $2) WITH ORDINALITY given (of, wanted, place) JOIN effects ON account = of AND conversation = wanted COLLATE \"C\" ORDER BY place, number";

    // From the first that is due: what stands before it isn't pending.
    private const string Pending =
        "SELECT place, " + ActivityRows.Columns + " FROM unnest($1, $2) WITH ORDINALITY given (of, wanted, place) JOIN activities ON account = of AND conversation = wanted COLLATE \"C\" AND turn = 1 "
        + "AND order_key >= (SELECT c.turn_due_key FROM conversations c WHERE c.account = of AND c.id = wanted COLLATE \"C\") ORDER BY place, order_key, id";

    /// <param name="pipeline">Of a snapshot.</param>
    /// <param name="conversation">Which; version 0 when it is unknown.</param>
    /// <param name="newest">So many activities at most, and those before them that are pending.</param>
    public static async Task<ConversationSnapshot> LoadAsync(Pipeline pipeline, ConversationRef conversation, int newest)
    {
        // All of them are sent at once.
        var heads = Of(Heads).FirstOrDefaultAsync(row => new { Version = row.Long(0), Owner = new Owner((OwnerKind)row.Small(1), row.NullableText(2)), Meta = row.NullableText(3) });
        var latest = Of(Newest).Add(newest).ToListAsync(ActivityRows.Read);
        var slots = Of(Slots).ToListAsync(SlotRow.ReadSlot);
        if (await heads is not { } head)
            return new ConversationSnapshot { Conversation = conversation, Version = 0, Owner = Owner.Bot, Activities = [], Effects = [] };

        var activities = await latest;
        if (activities.Count == newest)
        {
            var shown = activities.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
            activities.InsertRange(0, (await Of(Pending).ToListAsync(ActivityRows.Read)).Where(entry => !shown.Contains(entry.Id)));
        }

        return new ConversationSnapshot
        {
            Conversation = conversation,
            Version = head.Version,
            Owner = head.Owner,
            Meta = head.Meta,
            Activities = activities,
            Effects = await slots,
        };

        Statement Of(string sql) => pipeline.SqlOfMany(sql).Add(conversation.Account).Add(conversation.Id);
    }
}
