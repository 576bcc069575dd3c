using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Stores.Postgres.Sql;

namespace MeliBot.Delivery.Stores.Postgres.Rows;

/// <summary>A slot with what only the store needs to know of it.</summary>
/// <param name="Uncertain">An attempt may have reached the platform.</param>
/// <param name="Closed">It was seen that it can't be filled any more.</param>
internal sealed record SlotRow(EffectSlot Slot, bool Uncertain, bool Closed, bool OwnerChecked, DateTimeOffset? FirstSendingAt)
{
    public const string Columns =
        "account, key, conversation, kind, state, epoch, revision, attempt, author, payload, result, reason, activity, chain, position, due_at, sending_at, updated_at, "
        + "uncertain, closed, owner_checked, first_sending_at, trace";

    public static SlotRow Read(Row row) => new(ReadSlot(row), row.Bool(18), row.Bool(19), row.Bool(20), row.NullableAt(21));

    public static EffectSlot ReadSlot(Row row) => new()
    {
        Account = row.Long(0),
        Key = row.Text(1),
        Conversation = row.Text(2),
        Kind = row.Text(3),
        State = (EffectState)row.Small(4),
        Epoch = row.Long(5),
        Revision = row.Int(6),
        Attempt = row.Int(7),
        Author = row.Text(8),
        Payload = row.Text(9),
        Result = row.NullableText(10),
        Reason = row.NullableText(11) is { } reason ? Reason.Parse(reason) : null,
        Activity = row.NullableText(12),
        Chain = row.NullableText(13),
        Position = row.Int(14),
        DueAt = row.At(15),
        SendingAt = row.NullableAt(16),
        UpdatedAt = row.At(17),
        Trace = row.NullableText(22),
    };
}
