using System.Collections;
using System.Globalization;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Replies;

namespace MeliBot.Dialogs.Templates;

/// <summary>Our filters, and the few of Liquid's own that texts use all the time.</summary>
internal static class Filters
{
    private const int MostListed = 12;

    public static bool Knows(string name) => name is "money" or "list" or "date" or "number" or "lower_first" or "upcase" or "downcase" or "capitalize" or "strip" or "append" or "prepend";

    public static object? Apply(string name, object? value, IReadOnlyList<object?> arguments, TextStyle style) => value is null ? null : name switch
    {
        "money" => value is decimal amount ? MoneyText.Write(new Money(amount, Argument(arguments) as string ?? style.Currency ?? ""), style.Locale).Trim() : value,
        "list" => ListOf(value, Argument(arguments) is decimal most ? (int)most : MostListed, style),
        "date" => value is DateTimeOffset at ? style.Day(at, Argument(arguments) as string ?? "dd/MM") : value,
        "number" => value is decimal number ? style.Number(number) : value,
        "lower_first" => LowerFirst(Text(value)),
        "upcase" => Text(value).ToUpperInvariant(),
        "downcase" => Text(value).ToLowerInvariant(),
        "capitalize" => Text(value) is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : "",
        "strip" => Text(value).Trim(),
        "append" => Text(value) + Text(Argument(arguments)),
        "prepend" => Text(Argument(arguments)) + Text(value),
        _ => value,
    };

    /// <summary>As it stands in a text without a filter.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IEnumerable list => string.Concat(list.Cast<object>().Select(Text)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static object? Argument(IReadOnlyList<object?> arguments) => arguments.Count > 0 ? arguments[0] : null;

    private static string ListOf(object value, int most, TextStyle style)
    {
        if (value is string || value is not IEnumerable list) return Text(value);
        return style.List([.. list.Cast<object>().Select(e => e is FactRow row ? RowText(row) : Text(e)).Where(t => t.Length > 0).Distinct().Take(Math.Max(1, most))]);
    }

    /// <summary>A line of the data sheet is said with its name: "material: cuero".</summary>
    private static string RowText(FactRow row) =>
        row.Fields.TryGetValue("value", out var value) ? $"{LowerFirst(Text(row.Fields["name"]))}: {LowerFirst(Text(value))}" : Text(row.Fields.GetValueOrDefault("name"));

    /// <summary>"GARANTÍA" and "iPhone" keep their letters.</summary>
    private static string LowerFirst(string text) => text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
