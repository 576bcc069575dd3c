using MeliBot.Delivery.Conversations;

namespace MeliBot.Delivery.Stores.Postgres.Rows;

/// <summary>
/// When a conversation's first pending activity is due, kept in the conversation's own row: its turns are found there. An index on the activities' own would make every turn write its activity's row anew.
/// </summary>
internal static class TurnsDue
{
    private const string First =
        "(turn_due_key, turn_due_at) = (SELECT a.order_key, a.due_at FROM activities a WHERE a.account = c.account AND a.conversation = c.id AND a.turn = 1 AND a.order_key >= ";

    private const string InOrder = " ORDER BY a.order_key, a.id LIMIT 1)";

    /// <summary>Of <c>c</c>, after some of its pending activities were done, parked or put off: what was pending first was the first that could change.</summary>
    public const string Next = First + "c.turn_due_key" + InOrder;

    /// <summary>In every conversation, where none says anything yet.</summary>
    public const string SetAll =
        """
        UPDATE conversations c SET turn_due_key = p.order_key, turn_due_at = p.due_at
        FROM (SELECT DISTINCT ON (account, conversation) account, conversation, order_key, due_at FROM activities WHERE turn = 1 ORDER BY account, conversation, order_key, id) p
        WHERE c.account = p.account AND c.id = p.conversation
        """;

    /// <summary>How many conversations say something else than their activities do; for checks.</summary>
    public const string CountWrong =
        "SELECT count(*) FROM conversations c LEFT JOIN LATERAL (SELECT order_key, due_at FROM activities a WHERE a.account = c.account AND a.conversation = c.id AND a.turn = 1" + InOrder
        + " first ON true WHERE c.turn_due_key IS DISTINCT FROM first.order_key OR c.turn_due_at IS DISTINCT FROM first.due_at";

    /// <summary>Of a conversation that has no others.</summary>
    public static ActivityEntry? FirstOf(IReadOnlyList<ActivityEntry> activities) => activities.Where(activity => activity.Turn == ActivityTurn.Pending)
        .OrderBy(activity => activity.OrderKey, StringComparer.Ordinal).ThenBy(activity => activity.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>After an activity became pending.</summary>
    public static void Came(Write write, long account, string conversation, string orderKey) => write.SqlOfMany(
        "UPDATE conversations c SET " + First + "least(c.turn_due_key, given.came COLLATE \"C\")" + InOrder
        + " FROM (SELECT unnest($1) account, unnest($2) id, unnest($3) came) given WHERE c.account = given.account AND c.id = given.id COLLATE \"C\"")
        .Add(account).Add(conversation).Add(orderKey).Execute();
}
