using MeliBot.Delivery.Conversations;

namespace MeliBot.Delivery.Stores.Postgres.Rows;

internal static class ConversationRows
{
    /// <summary>True when it was unknown; its version is 1 then.</summary>
    public static async Task<bool> EnsureAsync(Write write, ConversationRef conversation) => await write
        .Sql("INSERT INTO conversations (account, id, kind, version, updated_at) VALUES ($1, $2, $3, 1, $4) ON CONFLICT DO NOTHING")
        .Add(conversation.Account).Add(conversation.Id).Add(conversation.Kind).Add(write.Now).ExecuteAsync() == 1;

    public static void Touch(Write write, long account, string id) => write
        .Sql("UPDATE conversations SET version = version + 1, updated_at = $3 WHERE account = $1 AND id = $2")
        .Add(account).Add(id).Add(write.Now).Execute();

    public static async Task<bool> PutMetaAsync(Write write, ConversationRef conversation, string? meta) => meta is not null && await write
        .Sql("UPDATE conversations SET meta = $3 WHERE account = $1 AND id = $2 AND meta IS DISTINCT FROM $3")
        .Add(conversation.Account).Add(conversation.Id).Add(meta).ExecuteAsync() == 1;

    public static async Task<Owner> OwnerOfAsync(Write write, long account, string id) => await write
        .Sql("SELECT owner, agent FROM conversations WHERE account = $1 AND id = $2")
        .Add(account).Add(id).FirstOrDefaultAsync(row => new Owner((OwnerKind)row.Small(0), row.NullableText(1))) ?? Owner.Bot;
}
