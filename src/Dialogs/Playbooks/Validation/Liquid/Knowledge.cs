namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>What a condition says about what is known.</summary>
internal static class Knowledge
{
    /// <summary>What must be known for it to hold.</summary>
    public static IReadOnlySet<string> KnownIf(ConditionTree? tree) => tree switch
    {
        Joined { Both: true } both => Union(KnownIf(both.Left), KnownIf(both.Right)),
        Joined either => Common(KnownIf(either.Left), KnownIf(either.Right)),
        Comparison { AsksForNothing: null } comparison => new HashSet<string>(Paths(comparison), StringComparer.Ordinal),
        _ => new HashSet<string>(StringComparer.Ordinal),
    };

    /// <summary>What it names as not known: <c>item.warranty == nil</c>.</summary>
    public static IEnumerable<string> UnknownIf(ConditionTree? tree) => tree?.Comparisons.Select(c => c.AsksForNothing).OfType<string>() ?? [];

    public static IEnumerable<string> Paths(Comparison comparison) => new[] { comparison.Left.Path, comparison.Right?.Path }.OfType<string>();

    /// <summary>The two can't hold together: one of the same value wants something else than the other.</summary>
    public static bool Exclude(ConditionTree? a, ConditionTree? b)
    {
        if (a is null || b is null) return false;
        if (a is Joined { Both: false } eitherA) return Exclude(eitherA.Left, b) && Exclude(eitherA.Right, b);
        if (b is Joined { Both: false } eitherB) return Exclude(a, eitherB.Left) && Exclude(a, eitherB.Right);
        return Conjuncts(a).Any(x => Conjuncts(b).Any(y => x is Comparison one && y is Comparison other ? Differ(one, other) : (x is Joined || y is Joined) && !(x == a && y == b) && Exclude(x, y)));
    }

    private static IEnumerable<ConditionTree> Conjuncts(ConditionTree tree) => tree is Joined { Both: true } both ? Conjuncts(both.Left).Concat(Conjuncts(both.Right)) : [tree];

    private static bool Differ(Comparison x, Comparison y)
    {
        if (x.Left.Path is not { } path || y.Left.Path != path) return false;
        if (x.AsksForNothing is not null) return y.AsksForNothing is null;
        if (y.AsksForNothing is not null) return true;
        var (rangeX, rangeY) = (Range(x), Range(y));
        if (rangeX is { } rx && rangeY is { } ry) return rx.To < ry.From || ry.To < rx.From || (rx.To == ry.From && (rx.OpenTo || ry.OpenFrom)) || (ry.To == rx.From && (ry.OpenTo || rx.OpenFrom));
        var (valueX, valueY) = (Wanted(x), Wanted(y));
        return valueX is not null && valueY is not null && (x.Operator, y.Operator) switch
        {
            ("!=" or "<>", "!=" or "<>") => false,
            ("!=" or "<>", _) or (_, "!=" or "<>") => valueX.Equals(valueY),
            _ => !valueX.Equals(valueY),
        };
    }

    /// <summary>The value that an equality wants; a bare test wants anything but false.</summary>
    private static object? Wanted(Comparison c) => c.Operator switch
    {
        null => true,
        "==" or "!=" or "<>" => c.Right!.Constant is string text ? text.ToUpperInvariant() : c.Right.Constant,
        _ => null,
    };

    private static (decimal From, bool OpenFrom, decimal To, bool OpenTo)? Range(Comparison c) => c.Right?.Constant is not decimal n ? null : c.Operator switch
    {
        "==" => (n, false, n, false),
        ">" => (n, true, decimal.MaxValue, false),
        ">=" => (n, false, decimal.MaxValue, false),
        "<" => (decimal.MinValue, false, n, true),
        "<=" => (decimal.MinValue, false, n, false),
        _ => null,
    };

    private static HashSet<string> Union(IReadOnlySet<string> a, IReadOnlySet<string> b) => [.. a, .. b];

    private static HashSet<string> Common(IReadOnlySet<string> a, IReadOnlySet<string> b) => [.. a.Where(b.Contains)];
}
