namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Reads a template to know what it says and reads; running it is <c>Templates</c>' work.</summary>
internal sealed class LiquidParser
{
    private const int MaxDepth = 40;

    private static readonly string[] Tags = ["if", "unless", "case", "for", "assign", "capture", "comment", "raw", "break", "continue", "cycle", "increment", "decrement", "ifchanged"];
    private static readonly string[] Inner = ["elsif", "else", "when", "endif", "endunless", "endcase", "endfor", "endcapture", "endcomment", "endraw", "endifchanged"];

    private readonly string _text;
    private readonly List<LiquidFault> _faults;
    private int _at;
    private int _depth;

    private LiquidParser(string text, List<LiquidFault> faults)
    {
        _text = text;
        _faults = faults;
    }

    /// <param name="faults">Takes what is wrong; what comes after it isn't read.</param>
    public static IReadOnlyList<LiquidNode> Parse(string text, List<LiquidFault> faults)
    {
        var parser = new LiquidParser(text, faults);
        try
        {
            return parser.Body(null, out _);
        }
        catch (LiquidException e)
        {
            faults.Add(e.Fault);
            return [];
        }
    }

    public static ConditionTree? ParseCondition(string text, List<LiquidFault> faults)
    {
        try
        {
            return Expressions.Condition(text, 0, text.Length);
        }
        catch (LiquidException e)
        {
            faults.Add(e.Fault);
            return null;
        }
    }

    /// <param name="opening">The tag that must be closed; null for the whole text.</param>
    /// <param name="closing">The tag that ended the body.</param>
    private List<LiquidNode> Body(Tag? opening, out Tag closing)
    {
        if (++_depth > MaxDepth) throw new LiquidException("tags stand in each other more than 40 deep", null, null, opening?.Start ?? 0, 2);
        var nodes = new List<LiquidNode>();
        while (_at < _text.Length)
        {
            var open = NextOpening(_at);
            if (open != _at) nodes.Add(new WordsNode(_text[_at..(open < 0 ? _text.Length : open)]));
            if (open < 0) break;
            if (_text[open + 1] == '{')
            {
                var (from, to) = Inside(open, "}}");
                var expression = new Expressions(_text, from, to);
                var value = expression.Value();
                var filters = expression.Filters();
                expression.ExpectEnd();
                nodes.Add(new OutputNode(value, filters));
            }
            else
            {
                var (from, to) = Inside(open, "%}");
                var tag = ReadTag(open, from, to);
                if (Inner.Contains(tag.Name, StringComparer.Ordinal))
                {
                    closing = tag;
                    _depth--;
                    return opening is null ? throw new LiquidException($"\"{tag.Name}\" closes nothing", null, tag.Name.StartsWith("end", StringComparison.Ordinal) ? $"open it with {{% {tag.Name[3..]} ... %}}, or take it out" : "it belongs inside {% if %} or {% case %}", tag.Start, tag.Length) : nodes;
                }

                if (Block(tag) is { } node) nodes.Add(node);
            }
        }

        _at = _text.Length;
        if (opening is { } unclosed) throw new LiquidException($"{{% {unclosed.Name} %}} is never closed", null, $"add {{% end{unclosed.Name} %}} where it ends", unclosed.Start, unclosed.Length);
        closing = default;
        _depth--;
        return nodes;
    }

    private LiquidNode? Block(Tag tag)
    {
        var inside = new Expressions(_text, tag.From, tag.To);
        switch (tag.Name)
        {
            case "if" or "unless":
                return Branches(tag);
            case "case":
                return Case(tag, inside);
            case "for":
                return Loop(tag, inside);
            case "assign":
                var name = inside.Name("the name to assign to");
                inside.Expect("=");
                var assigned = new AssignNode(name.Text, inside.Value(), inside.Filters());
                inside.ExpectEnd();
                return assigned;
            case "capture":
                var captured = inside.Name("the name to capture under");
                var body = Body(tag, out var end);
                Closes(tag, end);
                return new CaptureNode(captured.Text, body);
            case "ifchanged":
                var changed = Body(tag, out var closing);
                Closes(tag, closing);
                return new BranchNode([new Branch(null, changed)], false);
            case "comment" or "raw":
                var until = _text.IndexOf("end" + tag.Name, _at, StringComparison.Ordinal);
                if (until < 0) throw new LiquidException($"{{% {tag.Name} %}} is never closed", null, $"add {{% end{tag.Name} %}} where it ends", tag.Start, tag.Length);
                var opened = _text.LastIndexOf("{%", until, until - _at + 1, StringComparison.Ordinal);
                var words = opened < 0 ? "" : _text[_at..opened];
                _at = Math.Max(until, _text.IndexOf("%}", until, StringComparison.Ordinal) is >= 0 and var close ? close + 2 : _text.Length);
                return tag.Name == "raw" ? new WordsNode(words) : null;
            default:
                return null;
        }
    }

    private BranchNode Branches(Tag tag)
    {
        var branches = new List<Branch>();
        var condition = ConditionOf(tag);
        while (true)
        {
            var body = Body(tag, out var next);
            branches.Add(new Branch(condition, body));
            if (next.Name == "end" + tag.Name) return new BranchNode(branches, tag.Name == "unless");
            if (next.Name is not ("elsif" or "else")) throw Crossed(tag, next);
            condition = next.Name == "else" ? null : ConditionOf(next);
        }
    }

    private CaseNode Case(Tag tag, Expressions inside)
    {
        var value = inside.Value();
        inside.ExpectEnd();
        var whens = new List<(IReadOnlyList<Operand>, IReadOnlyList<LiquidNode>)>();
        Body(tag, out var next);
        while (next.Name != "endcase")
        {
            if (next.Name is not ("when" or "else")) throw Crossed(tag, next);
            var values = new List<Operand>();
            if (next.Name == "when")
            {
                var choices = new Expressions(_text, next.From, next.To);
                do values.Add(choices.Value());
                while (choices.Skip(",") || choices.Skip("or"));
                choices.ExpectEnd();
            }

            whens.Add((values, Body(tag, out next)));
        }

        return new CaseNode(value, whens);
    }

    private LoopNode Loop(Tag tag, Expressions inside)
    {
        var variable = inside.Name("the name for each element");
        inside.Expect("in");
        Operand? list = null;
        if (inside.Skip("("))
        {
            inside.Value();
            inside.Expect("..");
            inside.Value();
            inside.Expect(")");
        }
        else
        {
            list = inside.Value();
        }

        int? limit = null;
        while (!inside.AtEnd)
        {
            if (inside.Skip("reversed")) continue;
            var isLimit = inside.Current.Text == "limit";
            if (!isLimit && inside.Current.Text != "offset") inside.ExpectEnd();
            inside.Take();
            inside.Expect(":");
            if (inside.Value().Constant is decimal count && isLimit) limit = (int)Math.Clamp(count, 0, 1000);
        }

        var body = Body(tag, out var next);
        IReadOnlyList<LiquidNode> otherwise = [];
        if (next.Name == "else") otherwise = Body(tag, out next);
        Closes(tag, next);
        return new LoopNode(variable.Text, list, limit, body, otherwise);
    }

    private ConditionTree ConditionOf(Tag tag)
    {
        if (tag.From >= tag.To) throw new LiquidException($"{{% {tag.Name} %}} has no condition", null, "write what must hold, such as {% if item.shipping.free %}", tag.Start, tag.Length);
        return Expressions.Condition(_text, tag.From, tag.To);
    }

    private Tag ReadTag(int open, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(_text[from])) from++;
        var end = from;
        while (end < to && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_')) end++;
        var name = _text[from..end];
        while (end < to && char.IsWhiteSpace(_text[end])) end++;
        while (to > end && char.IsWhiteSpace(_text[to - 1])) to--;
        if (name.Length > 0 && (Tags.Contains(name, StringComparer.Ordinal) || Inner.Contains(name, StringComparer.Ordinal))) return new Tag(name, end, to, open, _at - open);
        throw new LiquidException(
            name.Length == 0 ? "the tag has no name" : $"templates have no tag \"{name}\"",
            null,
            name is "elseif" or "elif" ? "write elsif" : DidYouMean.Say(name, Tags.Concat(Inner)) ?? $"the tags are {string.Join(", ", Tags.Take(8))}",
            from,
            name.Length,
            LiquidProblems.UnknownTag);
    }

    private int NextOpening(int from)
    {
        for (var i = _text.IndexOf('{', from); i >= 0 && i + 1 < _text.Length; i = _text.IndexOf('{', i + 1))
        {
            if (_text[i + 1] is '{' or '%') return i;
        }

        return -1;
    }

    /// <summary>What stands between the braces, without the dashes that trim blanks.</summary>
    private (int From, int To) Inside(int open, string close)
    {
        var end = _text.IndexOf(close, open + 2, StringComparison.Ordinal);
        if (end < 0) throw new LiquidException($"\"{_text.Substring(open, 2)}\" is never closed", null, $"end it with {close}", open, 2);
        _at = end + 2;
        var from = open + 2;
        if (from < end && _text[from] == '-') from++;
        if (end > from && _text[end - 1] == '-') end--;
        return (from, end);
    }

    private static void Closes(Tag tag, Tag end)
    {
        if (end.Name != "end" + tag.Name) throw Crossed(tag, end);
    }

    private static LiquidException Crossed(Tag tag, Tag end) =>
        new($"\"{end.Name}\" can't stand inside {{% {tag.Name} %}}", "what was opened last is closed first", $"close it with {{% end{tag.Name} %}} before", end.Start, end.Length);

    private readonly record struct Tag(string Name, int From, int To, int Start, int Length);
}
