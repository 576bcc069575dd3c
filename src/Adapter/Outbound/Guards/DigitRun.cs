namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Groups of digits, in figures or words, with nothing between them but signs, or few words that only lead from one to the next ("11, después 4567 y al final 8901").</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index of its last token.</param>
/// <param name="Groups">The digits of each group.</param>
/// <param name="Spoken">For each group, whether it was written as a word.</param>
/// <param name="Gaps">What stands between a group and the next; words show as <c>~</c>.</param>
internal sealed record DigitRun(int First, int Last, int Start, int End, IReadOnlyList<string> Groups, IReadOnlyList<bool> Spoken, IReadOnlyList<string> Gaps)
{
    private const int LongestGap = 5;
    private const int MostFillers = 4;
    private const int MostGroups = 24;

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "y", "e", "luego", "despues", "depois", "al", "por", "final", "ultimo", "fin", "fim", "no", "guion", "espacio", "espaco", "raya", "barra", "punto", "ponto", "hifen", "traco", "coma", "virgula",
        "remata", "rematando", "va", "viene", "vem", "vai", "cierra", "cerrando", "fecha", "fechando", "sigue", "siguen", "segue", "termina", "terminan", "terminando", "en", "com", "con", "em", "mas", "mais", "entonces", "seguido", "de", "primero", "segundo", "tercero", "primeiro", "terceiro", "parte", "otra", "resto", "acaba", "le", "sumas", "sumale", "agregas", "agregale", "pones", "cerras", "cierras", "arranca", "empieza", "comienza", "comeca", "finaliza", "numero", "num",
    };

    public int Digits { get; } = Groups.Sum(group => group.Length);

    /// <summary>Whether a group is written half in figures and half in words.</summary>
    public bool IsGlued { get; init; }

    public bool HasWords { get; } = Gaps.Any(gap => gap.Contains('~'));

    /// <param name="overWords">Whether words that lead on may stand between, and letters for single digits within.</param>
    public static DigitRun? Read(List<Token> tokens, int first, bool overWords)
    {
        if (tokens[first].Text is "un" or "una" or "um" or "uma" or "meia" or "one" || !TryGroup(tokens, first, overWords, out var group)) return null;
        var groups = new List<string> { group.Digits };
        var words = new List<bool> { group.Spoken };
        var gaps = new List<string>();
        var last = group.Last;
        while (groups.Count < MostGroups || !overWords)
        {
            if (words[^1] && TryJoin(tokens, last, groups[^1], out var joined, out var end))
            {
                groups[^1] = joined;
                last = end;
                continue;
            }

            if (!TryNext(tokens, last, overWords, out group, out var gap)) break;
            groups.Add(group.Digits);
            words.Add(group.Spoken);
            gaps.Add(gap);
            last = group.Last;
        }

        var glued = false;
        for (var i = first; i <= last && !glued; i++) glued = tokens[i].Kind == TokenKind.Mixed && SpokenNumbers.ReadMixed(tokens[i].Text) is not null;
        return new(first, last, tokens[first].Start, tokens[last].End, groups, words, gaps) { IsGlued = glued };
    }

    private static bool TryGroup(List<Token> tokens, int index, bool masked, out (string Digits, bool Spoken, int Last) group)
    {
        var token = tokens[index];
        group = (token.Text, false, index);
        switch (token.Kind)
        {
            case TokenKind.Number:
                return true;
            case TokenKind.Mixed:
                group.Digits = MaskedDigits.Read(token.Text) ?? (masked ? MaskedDigits.ReadShort(token.Text) : null) ?? SpokenNumbers.ReadMixed(token.Text) ?? "";
                return group.Digits.Length > 0;
            case TokenKind.Word when SpokenNumbers.TryRead(token.Text, out var digits):
                group = (digits, true, index);
                return true;
            // "doble cinco"
            case TokenKind.Word when token.Text is "doble" or "duplo" or "dobles" or "triple" or "triplo" && index + 1 < tokens.Count && tokens[index + 1] is var next
                && (next.Kind == TokenKind.Number ? next.Text : SpokenNumbers.TryRead(next.Text, out var spoken) ? spoken : "") is { Length: 1 } single:
                group = (new string(single[0], token.Text[0] == 'd' ? 2 : 3), true, index + 1);
                return true;
            default:
                return false;
        }
    }

    /// <summary>"treinta y cinco", "trescientos diez".</summary>
    private static bool TryJoin(List<Token> tokens, int last, string digits, out string joined, out int end)
    {
        joined = digits;
        end = last;
        var next = last + 1;
        if (next >= tokens.Count) return false;
        var and = tokens[next].Text is "y" or "e";
        if (and) next++;
        if (next >= tokens.Count || tokens[next].Kind != TokenKind.Word || !SpokenNumbers.TryRead(tokens[next].Text, out var unit)) return false;
        if (and && SpokenNumbers.IsTens(digits) && unit.Length == 1) joined = digits[..^1] + unit;
        else if (SpokenNumbers.IsHundreds(digits) && unit.Length < 3) joined = digits[..1] + unit.PadLeft(2, '0');
        else return false;
        end = next;
        return true;
    }

    private static bool TryNext(List<Token> tokens, int last, bool overWords, out (string Digits, bool Spoken, int Last) group, out string gap)
    {
        group = default;
        gap = "";
        var end = tokens[last].End;
        var fillers = 0;
        for (var next = last + 1; next < tokens.Count && next - last <= LongestGap + MostFillers; next++)
        {
            var token = tokens[next];
            if (token.Start - end > 3) return false;
            if (token.Start > end && (gap.Length == 0 || gap[^1] != ' ')) gap += ' ';
            if (TryGroup(tokens, next, overWords, out group)) return true;
            if (token.Kind == TokenKind.Sign)
            {
                if (gap.Length > LongestGap + fillers || token.Text is not ("-" or "." or "(" or ")" or "/" or "," or "_" or "*" or "|" or "~" or "+" or "[" or "]" or ":" or ";" or ">" or "=" or "#" or "\\")) return false;
                gap += token.Text == "~" ? "-" : token.Text;
            }
            else
            {
                if (!overWords || ++fillers > MostFillers || !Fillers.Contains(token.Text)) return false;
                gap += '~';
            }

            end = token.End;
        }

        return false;
    }
}
