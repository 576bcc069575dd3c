using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Delivery.Stores.Sqlite.Rows;

/// <summary>A slot with what only the store needs to know of it.</summary>
/// <param name="Uncertain">An attempt may have reached the platform.</param>
/// <param name="Closed">It was seen that it can't be filled any more.</param>
internal sealed record SlotRow(long Number, EffectSlot Slot, bool Uncertain, bool Closed, bool OwnerChecked, DateTimeOffset? FirstSendingAt)
{
    public const string Columns =
        "number, account, key, conversation, kind, state, epoch, revision, attempt, author, payload, result, reason, activity, chain, position, due_at, sending_at, updated_at, "
        + "uncertain, closed, owner_checked, first_sending_at, trace";

    public static SlotRow Read(Statement row) => new(row.Long(0), ReadSlot(row), row.Bool(19), row.Bool(20), row.Bool(21), row.NullableAt(22));

    public static EffectSlot ReadSlot(Statement row) => new()
    {
        Account = row.Long(1),
        Key = row.Text(2),
        Conversation = row.Text(3),
        Kind = row.Text(4),
        State = (EffectState)row.Int(5),
        Epoch = row.Long(6),
        Revision = row.Int(7),
        Attempt = row.Int(8),
        Author = row.Text(9),
        Payload = row.Text(10),
        Result = row.NullableText(11),
        Reason = row.NullableText(12) is { } reason ? Reason.Parse(reason) : null,
        Activity = row.NullableText(13),
        Chain = row.NullableText(14),
        Position = row.Int(15),
        DueAt = row.At(16),
        SendingAt = row.NullableAt(17),
        UpdatedAt = row.At(18),
        Trace = row.NullableText(23),
    };
}
