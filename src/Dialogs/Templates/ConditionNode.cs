using System.Collections;
using System.Globalization;

namespace MeliBot.Dialogs.Templates;

/// <summary>A condition, ready to be asked any number of times.</summary>
internal abstract record ConditionNode
{
    /// <param name="read">Null when not known.</param>
    public abstract Truth Evaluate(Func<string, object?> read);
}

internal sealed record JoinNode(ConditionNode Left, ConditionNode Right, bool Both) : ConditionNode
{
    public override Truth Evaluate(Func<string, object?> read)
    {
        var left = Left.Evaluate(read);
        if (left == (Both ? Truth.False : Truth.True)) return left;
        var right = Right.Evaluate(read);
        return Both ? (Truth)Math.Min((byte)left, (byte)right) : (Truth)Math.Max((byte)left, (byte)right);
    }
}

internal sealed record TestNode(Operand Operand) : ConditionNode
{
    public override Truth Evaluate(Func<string, object?> read)
    {
        var value = Operand.Path is { } path ? read(path) : Operand.Constant;
        if (value is null) return Operand.Path is null ? Truth.False : Truth.Unknown;
        return value is false ? Truth.False : Truth.True;
    }
}

internal sealed record CompareNode(Operand Left, string Operator, Operand Right) : ConditionNode
{
    public override Truth Evaluate(Func<string, object?> read)
    {
        var (left, right) = (Value(Left, read), Value(Right, read));

        // "== null" asks whether it is known.
        if (IsNothing(Left) || IsNothing(Right))
        {
            var other = IsNothing(Left) ? right : left;
            var nothing = other is null or "" || other is IEnumerable and not string && !((IEnumerable)other).Cast<object>().Any();
            return Of(Operator is "==" ? nothing : Operator is "!=" or "<>" && !nothing);
        }

        if (left is null || right is null) return Truth.Unknown;
        return Operator switch
        {
            "==" => Of(Same(left, right)),
            "!=" or "<>" => Of(!Same(left, right)),
            "contains" => Of(Contains(left, right)),
            _ => Order(left, right) is { } order ? Of(Operator switch { ">" => order > 0, ">=" => order >= 0, "<" => order < 0, _ => order <= 0 }) : Truth.False,
        };
    }

    private static object? Value(Operand operand, Func<string, object?> read) => operand.Path is { } path ? read(path) : operand.Constant;

    private static bool IsNothing(Operand operand) => operand is { Path: null, Constant: null };

    private static Truth Of(bool holds) => holds ? Truth.True : Truth.False;

    private static bool Same(object left, object right) => (left, right) switch
    {
        (bool a, bool b) => a == b,
        (DateTimeOffset a, DateTimeOffset b) => a == b,
        _ when Number(left) is { } a && Number(right) is { } b => a == b,
        _ => string.Equals(Filters.Text(left), Filters.Text(right), StringComparison.OrdinalIgnoreCase),
    };

    private static int? Order(object left, object right) => (left, right) switch
    {
        (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
        _ when Number(left) is { } a && Number(right) is { } b => a.CompareTo(b),
        _ => null,
    };

    private static bool Contains(object left, object right) => left is IEnumerable list and not string
        ? list.Cast<object>().Any(element => Same(element is FactRow row ? row.Fields.GetValueOrDefault("name") ?? "" : element, right))
        : CultureInfo.InvariantCulture.CompareInfo.IndexOf(Filters.Text(left), Filters.Text(right), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private static decimal? Number(object value) => value switch
    {
        decimal number => number,
        int number => number,
        long number => number,
        double number => (decimal)number,
        string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
