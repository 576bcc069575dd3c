namespace MeliBot.Inbox.Writing;

/// <summary>The code that somebody is typing just before the caret.</summary>
/// <param name="Start">Where its slash stands.</param>
/// <param name="Begins">What is typed of the code; empty right after the slash.</param>
public sealed record TypedCode(int Start, string Begins)
{
    /// <summary>Where the caret stands.</summary>
    public int End => Start + 1 + Begins.Length;

    /// <summary>Null when the caret stands behind no slash that begins a word.</summary>
    public static TypedCode? Find(string text, int caret)
    {
        caret = Math.Clamp(caret, 0, text.Length);
        var start = caret;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '_')) start--;
        if (start == 0 || text[start - 1] != '/') return null;
        start--;
        return start == 0 || char.IsWhiteSpace(text[start - 1]) ? new TypedCode(start, text[(start + 1)..caret]) : null;
    }

    /// <summary>Those whose code begins so first, then those whose code or text holds it.</summary>
    public IReadOnlyList<QuickText> Among(IReadOnlyList<QuickText> texts, int most) =>
        [.. texts.Where(text => text.Code.StartsWith(Begins, StringComparison.OrdinalIgnoreCase))
            .Concat(Begins.Length < 2 ? [] : texts.Where(text => text.Code.Contains(Begins, StringComparison.OrdinalIgnoreCase) || text.Text.Contains(Begins, StringComparison.CurrentCultureIgnoreCase)))
            .Distinct()
            .Take(most)];
}
