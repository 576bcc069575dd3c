using System.Globalization;

namespace MeliBot.Dialogs.Templates;

/// <summary>Reads Liquid conditions: comparisons joined by <c>and</c> and <c>or</c>, which as in Liquid group from the right.</summary>
internal static class ConditionSyntax
{
    private static readonly string[] Operators = ["==", "!=", "<>", ">=", "<=", ">", "<", "contains"];

    /// <exception cref="FormatException">It isn't one; says why.</exception>
    public static ConditionNode Parse(string text)
    {
        var tokens = Tokens(text);
        var at = 0;
        var node = ReadAll();
        return at == tokens.Count ? node : throw new FormatException($"'{tokens[at]}' isn't expected there: conditions compare with {string.Join(" ", Operators)} and are joined by 'and' and 'or'");

        ConditionNode ReadAll()
        {
            var left = ReadOne();
            if (at == tokens.Count || tokens[at] is not ("and" or "or")) return left;
            var both = tokens[at++] == "and";
            return new JoinNode(left, ReadAll(), both);
        }

        ConditionNode ReadOne()
        {
            if (at == tokens.Count) throw new FormatException(tokens.Count == 0 ? "the condition is empty" : "the condition ends too early");
            var left = ReadOperand(tokens[at++]);
            if (at == tokens.Count || !Operators.Contains(tokens[at], StringComparer.Ordinal)) return new TestNode(left);
            var op = tokens[at++];
            if (at == tokens.Count) throw new FormatException($"after '{op}' something to compare with is missing");
            return new CompareNode(left, op, ReadOperand(tokens[at++]));
        }
    }

    public static Operand ReadOperand(string token)
    {
        if (token.Length >= 2 && token[0] is '\'' or '"') return new Operand(null, token[1..^1]);
        switch (token)
        {
            case "true": return new Operand(null, true);
            case "false": return new Operand(null, false);
            case "nil" or "null" or "empty" or "blank": return new Operand(null, null);
        }

        if (decimal.TryParse(token, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return new Operand(null, number);
        return IsPath(token) ? new Operand(token, null) : throw new FormatException($"'{token}' is neither a variable, a number nor a text in quotes");
    }

    public static bool IsPath(string token) =>
        token.Length > 0 && (char.IsAsciiLetter(token[0]) || token[0] == '_') && token[^1] != '.' && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            if (text[i] is '\'' or '"')
            {
                var end = text.IndexOf(text[i], i + 1);
                i = end < 0 ? throw new FormatException($"the text that begins with {text[i..]} has no closing quote") : end + 1;
            }
            else if (text[i] is '=' or '!' or '<' or '>')
            {
                while (i < text.Length && text[i] is '=' or '!' or '<' or '>') i++;
            }
            else
            {
                while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('=' or '!' or '<' or '>' or '\'' or '"')) i++;
            }

            tokens.Add(text[start..i]);
        }

        return tokens;
    }
}

/// <param name="Path">A variable; null for a constant.</param>
internal sealed record Operand(string? Path, object? Constant);
