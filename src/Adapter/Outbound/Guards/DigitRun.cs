namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Groups of digits, in figures or words, with nothing but signs between them.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index of its last token.</param>
/// <param name="Groups">The digits of each group.</param>
/// <param name="Spoken">For each group, whether it was written as a word.</param>
/// <param name="Gaps">What stands between a group and the next.</param>
internal sealed record DigitRun(int First, int Last, int Start, int End, IReadOnlyList<string> Groups, IReadOnlyList<bool> Spoken, IReadOnlyList<string> Gaps)
{
    private const int LongestGap = 3;

    public int Digits { get; } = Groups.Sum(group => group.Length);

    public static DigitRun? Read(List<Token> tokens, int first)
    {
        if (!TryGroup(tokens[first], out var digits, out var spoken) || tokens[first].Text is "un" or "una" or "um" or "uma" or "meia") return null;
        var groups = new List<string> { digits };
        var words = new List<bool> { spoken };
        var gaps = new List<string>();
        var last = first;
        while (TryNext(tokens, last, words[^1] ? groups[^1] : null, out var next, out var gap))
        {
            TryGroup(tokens[next], out digits, out spoken);
            if (gap == "+")
            {
                // "treinta y cinco"
                groups[^1] = groups[^1][..1] + digits;
            }
            else
            {
                groups.Add(digits);
                words.Add(spoken);
                gaps.Add(gap);
            }

            last = next;
        }

        return new(first, last, tokens[first].Start, tokens[last].End, groups, words, gaps);
    }

    private static bool TryGroup(Token token, out string digits, out bool spoken)
    {
        spoken = token.Kind == TokenKind.Word;
        digits = token.Text;
        return token.Kind == TokenKind.Number || (spoken && SpokenNumbers.TryRead(token.Text, out digits));
    }

    private static bool TryNext(List<Token> tokens, int last, string? spokenTens, out int next, out string gap)
    {
        next = last + 1;
        gap = "";
        if (spokenTens is not null && SpokenNumbers.IsTens(spokenTens) && next + 1 < tokens.Count && tokens[next].Text is "y" or "e"
            && TryGroup(tokens[next + 1], out var unit, out var spoken) && spoken && unit.Length == 1)
        {
            next++;
            gap = "+";
            return true;
        }

        var end = tokens[last].End;
        while (next < tokens.Count && next - last <= LongestGap + 1)
        {
            var token = tokens[next];
            if (token.Start - end > LongestGap) return false;
            if (token.Start > end && (gap.Length == 0 || gap[^1] != ' ')) gap += ' ';
            if (token.Kind != TokenKind.Sign) return TryGroup(token, out _, out _);
            if (token.Text is not ("-" or "." or "(" or ")" or "/" or "," or "_" or "*" or "|" or "~" or "+")) return false;
            gap += token.Text;
            end = token.End;
            next++;
        }

        return false;
    }
}
