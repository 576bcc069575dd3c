using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Stores.Postgres.Rows;
using MeliBot.Delivery.Stores.Postgres.Sql;
using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Postgres;

internal sealed class PostgresParkingStore(PostgresDatabase database) : IParkingStore
{
    private const string Columns = "SELECT id, kind, account, conversation, key, reason, detail, attempts, at FROM parked";

    public Task<IReadOnlyList<Parked>> ListAsync(long? account, int max, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Parked>>(
        async pipeline =>
        {
            const string All = Columns + " ORDER BY at DESC, id DESC LIMIT $1";
            const string Of = Columns + " WHERE account = $2 ORDER BY at DESC, id DESC LIMIT $1";
            return await (account is { } one ? pipeline.Sql(Of).Add(max).Add(one) : pipeline.Sql(All).Add(max)).ToListAsync(Read);
        },
        cancellationToken);

    public Task<IReadOnlyList<Parked>> ListAsync(ConversationRef conversation, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Parked>>(
        async pipeline => await pipeline.Sql(Columns + " WHERE account = $1 AND conversation = $2 ORDER BY at DESC, id DESC").Add(conversation.Account).Add(conversation.Id).ToListAsync(Read),
        cancellationToken);

    public async Task<bool> ReplayAsync(long id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A row's number, kind and key never change, so that what must be locked can be looked up before.
        var parked = await database.ReadAsync(pipeline => pipeline.Sql(Columns + " WHERE id = $1").Add(id).FirstOrDefaultAsync(Read), cancellationToken);
        if (parked is null)
            return false;
        return await database.WriteAsync(
            [parked.Kind == ParkedKind.Signal ? SignalLock(parked) : LockKey.Conversation(parked.Account, parked.Conversation!)],
            async write => await write.Sql(Columns + " WHERE id = $1").Add(id).FirstOrDefaultAsync(Read) is { } still && await (still.Kind switch
            {
                ParkedKind.Signal => SignalAsync(write, still, now),
                ParkedKind.Turn => TurnAsync(write, still, now),
                _ => EffectAsync(write, still, now),
            }),
            cancellationToken);
    }

    private static Parked Read(Row row) => new(
        row.Long(0), (ParkedKind)row.Small(1), row.Long(2), row.NullableText(3), row.Text(4), Reason.Parse(row.Text(5)), row.NullableText(6), row.Int(7), row.At(8));

    private static (string Topic, string Resource) SignalOf(Parked parked)
    {
        var space = parked.Key.IndexOf(' ', StringComparison.Ordinal);
        return (parked.Key[..space], parked.Key[(space + 1)..]);
    }

    private static long SignalLock(Parked parked)
    {
        var (topic, resource) = SignalOf(parked);
        return LockKey.Signal(parked.Account, topic, resource);
    }

    private static async Task<bool> SignalAsync(Write write, Parked parked, DateTimeOffset now)
    {
        var (topic, resource) = SignalOf(parked);
        var replayed = await write.Sql("UPDATE signals SET state = 0, attempts = 0, due_at = $4, reason = NULL WHERE account = $1 AND topic = $2 AND resource = $3 AND state = 2")
            .Add(parked.Account).Add(topic).Add(resource).Add(now).ExecuteAsync() == 1;
        if (!replayed)
            return false;
        await PostgresSignalStore.UnparkAsync(write, parked.Account, topic, resource);
        write.Ring(WorkKind.Signals);
        return true;
    }

    private static async Task<bool> TurnAsync(Write write, Parked parked, DateTimeOffset now)
    {
        var replayed = await write.Sql("UPDATE activities SET turn = 1, attempts = 0, due_at = $3, reason = NULL WHERE account = $1 AND id = $2 AND turn = 3 RETURNING order_key")
            .Add(parked.Account).Add(parked.Key).Add(now).FirstOrDefaultAsync(row => row.Text(0));
        if (replayed is null)
            return false;
        TurnsDue.Came(write, parked.Account, parked.Conversation!, replayed);
        return await BackAsync(write, parked, WorkKind.Turns);
    }

    private static async Task<bool> EffectAsync(Write write, Parked parked, DateTimeOffset now)
    {
        // Uncertain stays as it is: what may have reached the platform is read back first.
        var replayed = await write.Sql("UPDATE effects SET state = 0, epoch = epoch + 1, attempt = 0, due_at = $3, reason = NULL, updated_at = $3 WHERE account = $1 AND key = $2 AND state = 6")
            .Add(parked.Account).Add(parked.Key).Add(now).ExecuteAsync() == 1;
        return replayed && await BackAsync(write, parked, WorkKind.Effects);
    }

    private static async Task<bool> BackAsync(Write write, Parked parked, WorkKind kind)
    {
        await ParkedRows.RemoveAsync(write, parked.Kind, parked.Account, parked.Conversation, parked.Key);
        ConversationRows.Touch(write, parked.Account, parked.Conversation!);
        write.Ring(kind);
        return true;
    }
}
