using MeliBot.Adapter.Outbound.Messages;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Outbound.Sending;

/// <summary>What a text becomes before it is sent, and what is wrong with it.</summary>
/// <param name="Parts">The messages that it makes; empty when it can't be sent.</param>
/// <param name="Blocks">Why it can't, or what somebody should see first; empty when it may go.</param>
public sealed record PreparedText(IReadOnlyList<MessagePart> Parts, IReadOnlyList<SendBlock> Blocks);

public static class TextRules
{
    /// <param name="text">As it was written.</param>
    /// <param name="longest">Of one message, as the thread says.</param>
    /// <param name="single">Only one message may be sent: a reason's text, or one to Mercado Libre's agent.</param>
    /// <param name="hasFiles">A message may be a file alone.</param>
    public static PreparedText Prepare(string? text, int longest, bool single, bool hasFiles)
    {
        var normal = MessageText.Normalise(text);
        if (normal.Lost.Count > 0)
            return new([], [new(SendCause.CharactersNotAllowed, Detail: string.Join(' ', normal.Lost))]);
        if (normal.Text.Length == 0)
            return new([], hasFiles ? [] : [new(SendCause.TextEmpty)]);
        var parts = MessageSplitter.Split(normal.Text, longest > 0 ? longest : MessageThread.UsualLength);
        return single && parts.Count > 1
            ? new([], [new(SendCause.TextTooLong, Detail: $"{normal.Text.Length} > {longest}")])
            : new(parts, []);
    }
}
