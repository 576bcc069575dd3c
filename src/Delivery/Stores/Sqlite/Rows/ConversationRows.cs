using MeliBot.Delivery.Conversations;

namespace MeliBot.Delivery.Stores.Sqlite.Rows;

internal static class ConversationRows
{
    /// <summary>True when it was unknown; its version is 1 then.</summary>
    public static bool Ensure(Write write, ConversationRef conversation) => write
        .Sql("INSERT INTO conversations (account, id, kind, version, updated_at) VALUES (?1, ?2, ?3, 1, ?4) ON CONFLICT DO NOTHING")
        .Add(conversation.Account).Add(conversation.Id).Add(conversation.Kind).Add(write.Now).Execute() == 1;

    public static void Touch(Write write, long account, string id) => write
        .Sql("UPDATE conversations SET version = version + 1, updated_at = ?3 WHERE account = ?1 AND id = ?2")
        .Add(account).Add(id).Add(write.Now).Execute();

    public static bool PutMeta(Write write, ConversationRef conversation, string? meta) => meta is not null && write
        .Sql("UPDATE conversations SET meta = ?3 WHERE account = ?1 AND id = ?2 AND meta IS NOT ?3")
        .Add(conversation.Account).Add(conversation.Id).Add(meta).Execute() == 1;

    public static Owner OwnerOf(Write write, long account, string id) => write
        .Sql("SELECT owner, agent FROM conversations WHERE account = ?1 AND id = ?2")
        .Add(account).Add(id).FirstOrDefault(row => new Owner((OwnerKind)row.Int(0), row.NullableText(1))) ?? Owner.Bot;
}
