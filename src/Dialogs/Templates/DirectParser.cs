namespace MeliBot.Dialogs.Templates;

/// <summary>Reads what <see cref="DirectText"/> can render; anything else in the template makes it give up.</summary>
internal sealed class DirectParser(string template)
{
    private int _at;
    private bool _givenUp;
    private string? _closing;

    public DirectNode[]? Parse()
    {
        var nodes = ReadNodes();
        return _givenUp || _closing is not null ? null : nodes;
    }

    /// <summary>Up to the end, or a tag that belongs to an enclosing one, which is left in <see cref="_closing"/>.</summary>
    private DirectNode[] ReadNodes()
    {
        var nodes = new List<DirectNode>();
        while (_at < template.Length && !_givenUp && _closing is null)
        {
            var open = template.IndexOf('{', _at);
            while (open >= 0 && (open + 1 >= template.Length || template[open + 1] is not ('{' or '%'))) open = template.IndexOf('{', open + 1);
            if (open != _at) nodes.Add(new WordsNode(open < 0 ? template[_at..] : template[_at..open]));
            if (open < 0)
            {
                _at = template.Length;
                break;
            }

            if (Inside(open) is { } inside) Take(template[open + 1] == '{', inside, nodes);
        }

        return [.. nodes];
    }

    private string? Inside(int open)
    {
        var end = template.IndexOf(template[open + 1] == '{' ? "}}" : "%}", open + 2, StringComparison.Ordinal);

        // The engine's errors and its control of white space are its own.
        if (end < 0 || template[open + 2] == '-' || template[end - 1] == '-')
        {
            _givenUp = true;
            return null;
        }

        _at = end + 2;
        return template[(open + 2)..end].Trim();
    }

    private void Take(bool output, string inside, List<DirectNode> nodes)
    {
        if (output && ReadOutput(inside) is { } node) nodes.Add(node);
        else if (output) _givenUp = true;
        else if (inside.StartsWith("if ", StringComparison.Ordinal)) nodes.Add(ReadBranches(inside[3..]));
        else if (inside is "else" or "endif" || inside.StartsWith("elsif ", StringComparison.Ordinal)) _closing = inside;
        else _givenUp = true;
    }

    private BranchNode ReadBranches(string condition)
    {
        var branches = new List<(ConditionNode?, DirectNode[])>();
        var test = ReadCondition(condition);
        while (true)
        {
            branches.Add((test, ReadNodes()));
            var closing = _closing;
            _closing = null;
            if (closing is null) _givenUp = true;
            if (_givenUp || closing is "endif") return new BranchNode(branches);
            test = closing!.StartsWith("elsif ", StringComparison.Ordinal) ? ReadCondition(closing[6..]) : null;
        }
    }

    private ConditionNode? ReadCondition(string text)
    {
        try
        {
            return ConditionSyntax.Parse(text);
        }
        catch (FormatException)
        {
            _givenUp = true;
            return null;
        }
    }

    private static OutputNode? ReadOutput(string inside)
    {
        // A quote could hold a bar: then the engine reads it.
        var parts = inside.Split('|', StringSplitOptions.TrimEntries);
        try
        {
            if (parts[0].Contains(' ', StringComparison.Ordinal) || parts[0].Length == 0) return null;
            var filters = new List<FilterCall>();
            foreach (var part in parts.Skip(1))
            {
                var colon = part.IndexOf(':', StringComparison.Ordinal);
                var name = colon < 0 ? part : part[..colon].Trim();
                if (!Filters.Knows(name)) return null;
                var argument = colon < 0 ? null : ConditionSyntax.ReadOperand(part[(colon + 1)..].Trim());
                if (argument is { Path: not null }) return null;
                filters.Add(new FilterCall(name, argument is null ? [] : [argument.Constant]));
            }

            return new OutputNode(ConditionSyntax.ReadOperand(parts[0]), filters);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
