using MeliBot.Delivery.Conversations;

namespace MeliBot.Delivery.Stores.Postgres.Rows;

internal static class ConversationRows
{
    /// <summary>Null while it is unknown.</summary>
    public static Task<long?> VersionAsync(Write write, long account, string id) => write.SqlOfMany(
        """
        SELECT given.place, c.version FROM unnest($1, $2) WITH ORDINALITY given (account, id, place)
        JOIN conversations c ON c.account = given.account AND c.id = given.id COLLATE "C"
        """)
        .Add(account).Add(id).ScalarAsync();

    /// <summary>True when it was unknown; its version is 1 then.</summary>
    /// <param name="write">The write.</param>
    /// <param name="conversation">Which.</param>
    /// <param name="first">Its first pending activity, if it is new.</param>
    public static async Task<bool> EnsureAsync(Write write, ConversationRef conversation, ActivityEntry? first = null) => await write.SqlOfMany(
        """
        INSERT INTO conversations (account, id, kind, version, updated_at, turn_due_key, turn_due_at)
        SELECT unnest($1), unnest($2), unnest($3), 1, unnest($4), unnest($5), unnest($6)
        ON CONFLICT DO NOTHING RETURNING array_position($2, id COLLATE "C")::bigint
        """)
        .Add(conversation.Account).Add(conversation.Id).Add(conversation.Kind).Add(write.Now).Add(first?.OrderKey).Add(first?.DueAt).ExecuteAsync() == 1;

    public static void Touch(Write write, long account, string id) => write.SqlOfMany(
        """
        UPDATE conversations c SET version = version + 1, updated_at = given.at FROM (SELECT unnest($1) account, unnest($2) id, unnest($3) at) given
        WHERE c.account = given.account AND c.id = given.id COLLATE "C"
        """)
        .Add(account).Add(id).Add(write.Now).Execute();

    public static async Task<bool> PutMetaAsync(Write write, ConversationRef conversation, string? meta) => meta is not null && await write.SqlOfMany(
        """
        UPDATE conversations c SET meta = given.meta FROM unnest($1, $2, $3) WITH ORDINALITY given (account, id, meta, place)
        WHERE c.account = given.account AND c.id = given.id COLLATE "C" AND c.meta IS DISTINCT FROM given.meta RETURNING given.place
        """)
        .Add(conversation.Account).Add(conversation.Id).Add(meta).ExecuteAsync() == 1;

    public static async Task<Owner> OwnerOfAsync(Write write, long account, string id) => await write
        .Sql("SELECT owner, agent FROM conversations WHERE account = $1 AND id = $2")
        .Add(account).Add(id).FirstOrDefaultAsync(row => new Owner((OwnerKind)row.Small(0), row.NullableText(1))) ?? Owner.Bot;
}
