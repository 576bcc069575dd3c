using System.Globalization;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Outbound.Sending;

/// <summary>Why a message can't be sent, as a stored reason: its code is <c>send.</c> and the cause, and a page makes the sentence again in its reader's language.</summary>
public static class SendReason
{
    private const string Head = "send.";

    public static Reason Of(SendBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return new(Head + block.Cause, [block.Word ?? "", block.Detail ?? "", block.At?.ToString("O", CultureInfo.InvariantCulture) ?? ""], block.Sentence("en"));
    }

    /// <summary>Null of any other reason.</summary>
    public static SendBlock? Read(Reason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (reason.Code?.StartsWith(Head, StringComparison.Ordinal) != true || !Enum.TryParse<SendCause>(reason.Code[Head.Length..], out var cause) || reason.Arguments is not [var word, var detail, var at]) return null;
        return new(
            cause,
            word.Length > 0 ? word : null,
            detail.Length > 0 ? detail : null,
            DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null);
    }
}
