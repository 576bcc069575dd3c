using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Stores.Sqlite.Rows;
using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Sqlite;

internal sealed class SqliteParkingStore(SqliteDatabase database) : IParkingStore
{
    public Task<IReadOnlyList<Parked>> ListAsync(long? account, int max, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Parked>>(
        session =>
        {
            const string Sql = "SELECT id, kind, account, conversation, key, reason, detail, attempts, at FROM parked WHERE ?1 IS NULL OR account = ?1 ORDER BY at DESC, id DESC LIMIT ?2";
            return session.Sql(Sql).Add(account).Add(max).ToList(Read);
        },
        cancellationToken);

    public Task<IReadOnlyList<Parked>> ListAsync(ConversationRef conversation, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Parked>>(
        session =>
        {
            const string Sql = "SELECT id, kind, account, conversation, key, reason, detail, attempts, at FROM parked WHERE account = ?1 AND conversation = ?2 ORDER BY at DESC, id DESC";
            return session.Sql(Sql).Add(conversation.Account).Add(conversation.Id).ToList(Read);
        },
        cancellationToken);

    public Task<bool> ReplayAsync(long id, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        write =>
        {
            const string Sql = "SELECT id, kind, account, conversation, key, reason, detail, attempts, at FROM parked WHERE id = ?1";
            return write.Sql(Sql).Add(id).FirstOrDefault(Read) is { } parked && parked.Kind switch
            {
                ParkedKind.Signal => Signal(write, parked, now),
                ParkedKind.Turn => Turn(write, parked, now),
                _ => Effect(write, parked, now),
            };
        },
        cancellationToken);

    private static Parked Read(Statement row) => new(
        row.Long(0), (ParkedKind)row.Int(1), row.Long(2), row.NullableText(3), row.Text(4), Reason.Parse(row.Text(5)), row.NullableText(6), row.Int(7), row.At(8));

    private static bool Signal(Write write, Parked parked, DateTimeOffset now)
    {
        var space = parked.Key.IndexOf(' ', StringComparison.Ordinal);
        var (topic, resource) = (parked.Key[..space], parked.Key[(space + 1)..]);
        var replayed = write.Sql("UPDATE signals SET state = 0, attempts = 0, due_at = ?4, reason = NULL WHERE account = ?1 AND topic = ?2 AND resource = ?3 AND state = 2")
            .Add(parked.Account).Add(topic).Add(resource).Add(now).Execute() == 1;
        if (!replayed)
            return false;
        SqliteSignalStore.Unpark(write, parked.Account, topic, resource);
        write.Ring(WorkKind.Signals);
        return true;
    }

    private static bool Turn(Write write, Parked parked, DateTimeOffset now)
    {
        var replayed = write.Sql("UPDATE activities SET turn = 1, attempts = 0, due_at = ?3, reason = NULL WHERE account = ?1 AND id = ?2 AND turn = 3")
            .Add(parked.Account).Add(parked.Key).Add(now).Execute() == 1;
        if (!replayed)
            return false;
        ParkedRows.Remove(write, parked.Kind, parked.Account, parked.Conversation, parked.Key);
        ConversationRows.Touch(write, parked.Account, parked.Conversation!);
        write.Ring(WorkKind.Turns);
        return true;
    }

    private static bool Effect(Write write, Parked parked, DateTimeOffset now)
    {
        // Uncertain stays as it is: what may have reached the platform is read back first.
        var replayed = write.Sql("UPDATE effects SET state = 0, epoch = epoch + 1, attempt = 0, due_at = ?3, reason = NULL, updated_at = ?3 WHERE account = ?1 AND key = ?2 AND state = 6")
            .Add(parked.Account).Add(parked.Key).Add(now).Execute() == 1;
        if (!replayed)
            return false;
        ParkedRows.Remove(write, parked.Kind, parked.Account, parked.Conversation, parked.Key);
        ConversationRows.Touch(write, parked.Account, parked.Conversation!);
        write.Ring(WorkKind.Effects);
        return true;
    }
}
