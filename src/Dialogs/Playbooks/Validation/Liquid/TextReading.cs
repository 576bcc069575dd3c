using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Templates;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>A variable that a text or condition reads.</summary>
/// <param name="Path">By the catalogue's names; list elements as <c>[]</c>.</param>
/// <param name="Needed">Without it the text isn't said; false inside its own test.</param>
internal sealed record VariableUse(string Path, int Start, int Length, bool Needed);

/// <summary>What a template reads, what is wrong with it, and how long it can get.</summary>
internal sealed class TextReading
{
    private static readonly string[] LoopNames = ["index", "index0", "first", "last", "length", "rindex", "rindex0"];

    private static readonly string[] KnownFilters = [.. FilterCatalogue.Own.Keys, .. FilterCatalogue.Standard];

    private readonly List<LiquidFault> _faults = [];
    private readonly List<VariableUse> _uses = [];

    /// <summary>Names that the template makes itself, with the path that they stand for; null where that is no variable.</summary>
    private readonly Dictionary<string, string?> _own = new(StringComparer.Ordinal);
    private readonly bool _forBuyers;

    private TextReading(bool forBuyers) => _forBuyers = forBuyers;

    public IReadOnlyList<LiquidFault> Faults => _faults;

    public IReadOnlyList<VariableUse> Uses => _uses;

    public IReadOnlyList<LiquidNode> Nodes { get; private set; } = [];

    /// <summary>What must be known for it to be said.</summary>
    public IEnumerable<string> Needs => _uses.Where(u => u.Needed).Select(u => u.Path);

    public static TextReading Of(string text, bool forBuyers = true)
    {
        var reading = new TextReading(forBuyers);
        reading.Nodes = LiquidParser.Parse(text, reading._faults);
        reading.Walk(reading.Nodes, new HashSet<string>(StringComparer.Ordinal));
        return reading;
    }

    /// <param name="value">It may read <c>value</c>: the answer to a question back.</param>
    public static (ConditionTree? Tree, TextReading Reading) OfCondition(string text, bool value = false)
    {
        var reading = new TextReading(forBuyers: false);
        if (value) reading._own["value"] = null;
        var tree = LiquidParser.ParseCondition(text, reading._faults);
        if (tree is not null) reading.Test(tree, Knowledge.KnownIf(tree));
        return (tree, reading);
    }

    private void Walk(IReadOnlyList<LiquidNode> nodes, IReadOnlySet<string> known)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case OutputNode output:
                    Say(output, known);
                    break;
                case BranchNode branches:
                    Branches(branches, known);
                    break;
                case LoopNode loop:
                    if (loop.List is { } list) Read(list, known);
                    _own[loop.Variable] = loop.List?.Path is { } path && Resolved(path) is { } of ? of + "[]" : null;
                    Walk(loop.Body, known);
                    _own.Remove(loop.Variable);
                    Walk(loop.Else, known);
                    break;
                case AssignNode assign:
                    Read(assign.Value, known);
                    Filters(assign.Filters, known);
                    _own[assign.Name] = null;
                    break;
                case CaptureNode capture:
                    Walk(capture.Body, known);
                    _own[capture.Name] = null;
                    break;
                case CaseNode choice:
                    Read(choice.Value, known);
                    foreach (var (values, body) in choice.Whens)
                    {
                        foreach (var value in values) Read(value, known);
                        Walk(body, known);
                    }

                    break;
            }
        }
    }

    private void Branches(BranchNode node, IReadOnlySet<string> known)
    {
        foreach (var branch in node.Branches)
        {
            if (branch.Condition is { } condition) Test(condition, new HashSet<string>(StringComparer.Ordinal));

            // An "unless" of a single test is taken only when that is known to be false.
            var inside = node.Negated && branch.Condition is not Comparison { Operator: null } ? new HashSet<string>(StringComparer.Ordinal) : Knowledge.KnownIf(branch.Condition);
            Walk(branch.Body, new HashSet<string>(known.Concat(inside.Select(Resolved).OfType<string>()), StringComparer.Ordinal));
        }
    }

    private void Test(ConditionTree tree, IReadOnlySet<string> needed)
    {
        foreach (var comparison in tree.Comparisons)
        {
            foreach (var operand in new[] { comparison.Left, comparison.Right }.OfType<Operand>())
            {
                if (operand.Path is { } path) Use(path, operand, needed.Contains(path), tested: true);
            }

            Compare(comparison);
        }
    }

    private void Say(OutputNode output, IReadOnlySet<string> known)
    {
        // What "default" stands in for needn't be known.
        var covered = output.Filters.Count > 0 && output.Filters[0].Name == "default";
        if (output.Value.Path is { } path && Use(path, output.Value, !covered && !IsKnown(path, known), tested: false) is { } variable) Said(variable, output);
        Filters(output.Filters, known);
    }

    private void Said(FactVariable variable, OutputNode output)
    {
        var (start, length) = (output.Value.Start, output.Value.Length);
        if (variable.Private && _forBuyers)
            _faults.Add(new LiquidFault(LiquidProblems.Private, $"\"{variable.Name}\" is private", "it is a note for the seller's own people, and an answer is public", "test it in a condition, and say the rest in your own words", start, length));
        else if (variable.Type == FactType.Group)
            _faults.Add(new LiquidFault(LiquidProblems.UnknownVariable, $"\"{variable.Name}\" says nothing by itself", "it is a group of facts", $"say one of {string.Join(", ", Below(variable.Name))}", start, length));
        else if (output.Filters.Count == 0 && Writer(variable.Type) is { } filter)
            _faults.Add(new LiquidFault(LiquidProblems.Raw, $"\"{variable.Name}\" is said without the filter that writes it out", variable.Type == FactType.Money ? "12500 would be said instead of $ 12.500" : "it would be said as a computer writes it", $"write {{{{ {variable.Name} | {filter} }}}}", start, length));
    }

    private void Filters(IReadOnlyList<FilterUse> filters, IReadOnlySet<string> known)
    {
        foreach (var filter in filters)
        {
            if (!KnownFilters.Contains(filter.Name, StringComparer.Ordinal))
                _faults.Add(new LiquidFault(LiquidProblems.UnknownFilter, $"there is no filter \"{filter.Name}\"", null, DidYouMean.SayOrList(filter.Name, KnownFilters, "filters"), filter.Start, filter.Name.Length));
            foreach (var argument in filter.Arguments) Read(argument, known);
        }
    }

    private void Read(Operand operand, IReadOnlySet<string> known)
    {
        if (operand.Path is { } path) Use(path, operand, !IsKnown(path, known), tested: false);
    }

    private bool IsKnown(string path, IReadOnlySet<string> known) => Resolved(path) is not { } resolved || known.Contains(resolved);

    /// <returns>The catalogue's variable; null where the template made the name, or there is none.</returns>
    private FactVariable? Use(string path, Operand at, bool needed, bool tested)
    {
        if (Resolved(path) is not { } resolved) return null;
        if (Find(resolved) is not { } variable)
        {
            _faults.Add(UnknownVariable.Fault(resolved, path, at.Start, at.Length));
            return null;
        }

        if (variable.Name == "value")
        {
            _faults.Add(new LiquidFault(LiquidProblems.OutOfPlace, "\"value\" is known only in the \"valid\" of an ask", null, "read the variable that \"into\" names", at.Start, at.Length));
            return null;
        }

        var fact = ListPart(resolved) ?? resolved;
        _uses.Add(new VariableUse(fact, at.Start, at.Length, needed && variable.MayBeUnknown && !fact.Contains("[]", StringComparison.Ordinal)));
        return tested || ListPart(resolved) is not null ? null : variable;
    }

    private void Compare(Comparison c)
    {
        var (path, constant) = c.Left.Path is not null ? (c.Left, c.Right) : (c.Right, c.Left);
        if (c.Operator is null || path?.Path is null || constant is null || constant.Path is not null || Resolved(path.Path) is not { } resolved || Find(resolved) is not { } variable) return;
        if (ListPart(resolved) is not null || constant.IsNothing) return;
        var what = (variable.Type, constant.Constant, c.Operator) switch
        {
            (FactType.Group, _, _) => "a group of facts can only be tested as it is, or with == nil",
            (FactType.Number or FactType.Money, string text, not "contains") when !decimal.TryParse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out _) => "it is a number",
            (FactType.Number or FactType.Money, bool, _) => "it is a number",
            (FactType.Boolean, not bool, _) => "it is true or false",
            (FactType.Text, bool, _) when !variable.Name.EndsWith(".*", StringComparison.Ordinal) => "it is a text",
            (FactType.List, not null, not "contains") => "it is a list: test it with \"contains\", or its .size",
            (FactType.Text, string, ">" or "<" or ">=" or "<=") => "texts have no order",
            _ => null,
        };
        if (what is null && (c.Operator is "==" or "!=" or "<>" || variable.Type == FactType.List) && constant.Constant is string word) Word(variable, word, constant);
        if (what is not null) _faults.Add(new LiquidFault(LiquidProblems.WrongComparison, $"comparing \"{resolved}\" so can never hold", what, variable.Type == FactType.Boolean ? $"write {resolved} == true or {resolved} == false" : null, path.Start, Math.Max(path.Length, constant.Start + constant.Length - path.Start)));
    }

    private void Word(FactVariable variable, string word, Operand at)
    {
        if (variable.Words.Count == 0 || variable.Words.Contains(word, StringComparer.OrdinalIgnoreCase)) return;
        var advice = DidYouMean.Say(word, variable.Words) ?? (variable.Words.Count < 20 ? $"{variable.Name} may be {string.Join(", ", variable.Words)}" : null);
        _faults.Add(variable.IsClosed
            ? new LiquidFault(LiquidProblems.WrongComparison, $"\"{variable.Name}\" is never \"{word}\"", "it is one of our own words", advice, at.Start, at.Length)
            : new LiquidFault(LiquidProblems.UnknownWord, $"\"{word}\" isn't known as a word for {variable.Name}", "Mercado Libre may have words that this version doesn't know; if this isn't one, the comparison never holds", advice, at.Start, at.Length));
    }

    /// <summary>The path with the template's own names replaced by what they stand for; null where they stand for no variable.</summary>
    private string? Resolved(string path)
    {
        var end = path.IndexOfAny(['.', '[']);
        var root = end < 0 ? path : path[..end];
        if (root == "forloop" && end > 0 && LoopNames.Contains(path[(end + 1)..], StringComparer.Ordinal)) return null;
        if (!_own.TryGetValue(root, out var of)) return path;
        return of is null ? null : of + (end < 0 ? "" : path[end..]);
    }

    private static FactVariable? Find(string path)
    {
        if (ListPart(path) is { } list) return FactCatalogue.Find(list);
        return FactCatalogue.Find(path) ?? (path.EndsWith("[]", StringComparison.Ordinal) && FactCatalogue.Find(path[..^2]) is { Type: FactType.List } of ? of with { Name = path, Type = FactType.Text } : null);
    }

    /// <summary><c>item.options.size</c> reads a part of a list that every list has.</summary>
    private static string? ListPart(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot > 0 && path[(dot + 1)..] is "size" or "first" or "last" && FactCatalogue.Find(path[..dot]) is { Type: FactType.List or FactType.Text } ? path[..dot] : null;
    }

    private static string? Writer(FactType type) => type switch { FactType.Money => "money", FactType.Date => "date", FactType.List => "list", _ => null };

    private static IEnumerable<string> Below(string group) => FactCatalogue.All.Select(v => v.Name).Where(n => n.StartsWith(group + ".", StringComparison.Ordinal) && n.LastIndexOf('.') == group.Length).Take(6);
}
