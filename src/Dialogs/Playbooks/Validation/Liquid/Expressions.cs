using System.Globalization;
using System.Text.RegularExpressions;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Values, filters and conditions.</summary>
internal sealed class Expressions(string text, int from, int to)
{
    private static readonly string[] Operators = ["==", "!=", "<>", ">=", "<=", ">", "<", "contains"];

    private static readonly Regex PathPattern = new(@"^[A-Za-z_][A-Za-z0-9_\-]*(\.[A-Za-z0-9_\-]+|\[([0-9]+|""[^""\]]*""|'[^'\]]*')\])*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private static readonly Regex Index = new(@"\[([0-9]+|[""'](?<name>[^""'\]]*)[""'])\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private readonly List<LiquidToken> _tokens = Tokens.Read(text, from, to);
    private int _at;

    /// <summary>A condition alone.</summary>
    public static ConditionTree Condition(string text, int from, int to)
    {
        var reader = new Expressions(text, from, to);
        if (text.AsSpan(from, to - from).Contains("{{", StringComparison.Ordinal) || text.AsSpan(from, to - from).Contains("{%", StringComparison.Ordinal))
            throw new LiquidException("a condition has no braces", "it stands where {% if %} would have it already", "write the variable alone: item.warranty.exists == false", from, to - from);
        var tree = reader.Tree();
        return reader._at == reader._tokens.Count ? tree : throw Unexpected(reader._tokens[reader._at]);
    }

    public bool AtEnd => _at == _tokens.Count;

    public LiquidToken Current => _tokens[_at];

    public LiquidToken? Take() => AtEnd ? null : _tokens[_at++];

    public LiquidToken Name(string what) => Take() is { } token && !token.IsText && PathPattern.IsMatch(token.Text) ? token : throw Missing(what);

    public bool Skip(string word)
    {
        if (AtEnd || Current.Text != word) return false;
        _at++;
        return true;
    }

    public void Expect(string word)
    {
        if (!Skip(word)) throw Missing($"\"{word}\"");
    }

    public void ExpectEnd()
    {
        if (!AtEnd) throw Unexpected(Current);
    }

    public Operand Value()
    {
        if (Take() is not { } token) throw Missing("a variable or a value");
        var word = token.Text;
        if (token.IsText) return new Operand(null, word[1..^1], token.Start, word.Length);
        if (word == "-" && !AtEnd && decimal.TryParse(Current.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var negative)) return new Operand(null, -negative, token.Start, Take()!.Value.End - token.Start);
        if (decimal.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return new Operand(null, number, token.Start, word.Length);
        return word switch
        {
            "true" => new Operand(null, true, token.Start, word.Length),
            "false" => new Operand(null, false, token.Start, word.Length),
            "nil" or "null" or "empty" or "blank" => new Operand(null, null, token.Start, word.Length),
            _ when PathPattern.IsMatch(word) => new Operand(Normalised(word), null, token.Start, word.Length),
            _ => throw Unexpected(token),
        };
    }

    public List<FilterUse> Filters()
    {
        var filters = new List<FilterUse>();
        while (Skip("|"))
        {
            var name = Name("a filter's name");
            var arguments = new List<Operand>();
            if (Skip(":"))
            {
                do arguments.Add(Value());
                while (Skip(","));
            }

            filters.Add(new FilterUse(name.Text, arguments, name.Start));
        }

        return filters;
    }

    public ConditionTree Tree()
    {
        var left = Compare();
        if (AtEnd) return left;
        var both = Current.Text == "and";
        if (!both && Current.Text != "or") throw Unexpected(Current);
        _at++;
        return new Joined(left, both, Tree());
    }

    private Comparison Compare()
    {
        var left = Value();
        if (AtEnd || !Operators.Contains(Current.Text, StringComparer.Ordinal)) return new Comparison(left, null, null);
        return new Comparison(left, Take()!.Value.Text, Value());
    }

    /// <summary><c>item.variations[0].name</c> is <c>item.variations[].name</c>, <c>item.attributes["BRAND"]</c> is <c>item.attributes.BRAND</c>.</summary>
    private static string Normalised(string path) => Index.Replace(path, m => m.Groups["name"].Success ? "." + m.Groups["name"].Value : "[]");

    private LiquidException Missing(string what) => AtEnd
        ? new LiquidException($"{what} is missing", _tokens.Count == 0 ? "nothing stands here" : "it ends too early", null, Math.Max(from, to - 1), 1)
        : new LiquidException($"{what} is expected here, not \"{Current.Text}\"", null, null, Current.Start, Current.Text.Length);

    private static LiquidException Unexpected(LiquidToken token) => new($"\"{token.Text}\" isn't expected here", null, token.Text switch
    {
        "=" => "write == to compare",
        "&&" or "y" or "e" => "write and",
        "||" or "o" or "ou" => "write or",
        "!" or "not" or "no" => "compare with == false, or with == nil where it may be unknown",
        "|" => "filters have no place in a condition: test the value as it is",
        "(" or ")" => "conditions have no brackets: \"and\" and \"or\" group from the right",
        _ => $"conditions compare with {string.Join(" ", Operators)}, and are joined by \"and\" and \"or\"",
    }, token.Start, token.Text.Length);
}
