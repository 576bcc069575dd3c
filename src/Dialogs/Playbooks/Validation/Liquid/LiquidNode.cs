namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>A template's parts, with their places in it.</summary>
internal abstract record LiquidNode;

internal sealed record WordsNode(string Text) : LiquidNode;

internal sealed record OutputNode(Operand Value, IReadOnlyList<FilterUse> Filters) : LiquidNode;

/// <param name="Negated">Of an <c>unless</c>: its first branch is taken when the condition doesn't hold.</param>
internal sealed record BranchNode(IReadOnlyList<Branch> Branches, bool Negated) : LiquidNode;

/// <param name="Condition">Null for <c>else</c>.</param>
internal sealed record Branch(ConditionTree? Condition, IReadOnlyList<LiquidNode> Body);

/// <param name="List">Null for a range of numbers.</param>
internal sealed record LoopNode(string Variable, Operand? List, int? Limit, IReadOnlyList<LiquidNode> Body, IReadOnlyList<LiquidNode> Else) : LiquidNode;

internal sealed record AssignNode(string Name, Operand Value, IReadOnlyList<FilterUse> Filters) : LiquidNode;

internal sealed record CaptureNode(string Name, IReadOnlyList<LiquidNode> Body) : LiquidNode;

internal sealed record CaseNode(Operand Value, IReadOnlyList<(IReadOnlyList<Operand> Values, IReadOnlyList<LiquidNode> Body)> Whens) : LiquidNode;

/// <param name="Path">A variable, list elements as <c>[]</c>; null for a constant.</param>
/// <param name="Constant">A text, a number, a bool, or null for nothing.</param>
internal sealed record Operand(string? Path, object? Constant, int Start, int Length)
{
    public bool IsNothing => Path is null && Constant is null;
}

internal sealed record FilterUse(string Name, IReadOnlyList<Operand> Arguments, int Start);

/// <summary>Comparisons joined by <c>and</c> and <c>or</c>, which group from the right.</summary>
internal abstract record ConditionTree
{
    public abstract IEnumerable<Comparison> Comparisons { get; }
}

/// <param name="Operator">Null where only the left side is tested.</param>
internal sealed record Comparison(Operand Left, string? Operator, Operand? Right) : ConditionTree
{
    public override IEnumerable<Comparison> Comparisons => [this];

    /// <summary>It holds only where something isn't known: <c>item.warranty == nil</c>.</summary>
    public string? AsksForNothing => Operator != "==" ? null : Right!.IsNothing ? Left.Path : Left.IsNothing ? Right.Path : null;
}

internal sealed record Joined(ConditionTree Left, bool Both, ConditionTree Right) : ConditionTree
{
    public override IEnumerable<Comparison> Comparisons => Left.Comparisons.Concat(Right.Comparisons);
}

/// <summary>Something wrong inside a text.</summary>
internal sealed record LiquidFault(Problem Problem, string Message, string? Why, string? Suggestion, int Start, int Length);
