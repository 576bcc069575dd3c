namespace MeliBot.Dialogs.Playbooks.Validation;

internal readonly record struct LiquidToken(string Text, int Start)
{
    public int End => Start + Text.Length;

    public bool IsText => Text[0] is '"' or '\'';
}

/// <summary>What stands inside <c>{{ }}</c>, <c>{% %}</c> or a condition.</summary>
internal static class Tokens
{
    private static readonly string[] Two = ["==", "!=", "<>", ">=", "<=", "..", "&&", "||"];

    /// <exception cref="LiquidException">A quote isn't closed.</exception>
    public static List<LiquidToken> Read(string text, int from, int to)
    {
        var tokens = new List<LiquidToken>();
        for (var i = from; i < to;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            if (text[i] is '"' or '\'')
            {
                var end = text.IndexOf(text[i], i + 1, to - i - 1);
                if (end < 0) throw new LiquidException("a text isn't closed", "its quote has no partner", $"end it with {text[i]}", start, to - start);
                i = end + 1;
            }
            else if (IsWord(text[i]))
            {
                while (i < to && (IsWord(text[i]) || text[i] == '-' || (text[i] is '.' or '[' && Continues(text, i, to)) || (text[i] == ']' && Continues(text, i, to)))) i = Next(text, i, to);
            }
            else
            {
                i += i + 1 < to && Two.Contains(text.Substring(i, 2), StringComparer.Ordinal) ? 2 : 1;
            }

            tokens.Add(new LiquidToken(text[start..i], start));
        }

        return tokens;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool Continues(string text, int i, int to) => text[i] switch
    {
        '.' => i + 1 < to && IsWord(text[i + 1]),
        '[' => text.IndexOf(']', i, to - i) > 0,
        _ => false,
    };

    /// <summary>An index in brackets is part of its word.</summary>
    private static int Next(string text, int i, int to) => text[i] == '[' ? text.IndexOf(']', i, to - i) + 1 : i + 1;
}

/// <summary>Reading stops here.</summary>
internal sealed class LiquidException(string message, string? why, string? suggestion, int start, int length, Problem? problem = null) : Exception(message)
{
    public LiquidFault Fault { get; } = new(problem ?? LiquidProblems.Syntax, message, why, suggestion, start, Math.Max(1, length));
}
