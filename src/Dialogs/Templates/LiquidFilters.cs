using System.Collections;
using DotLiquid;

namespace MeliBot.Dialogs.Templates;

/// <summary>Our filters as DotLiquid finds them: by method name.</summary>
public static class LiquidFilters
{
    public static object? Money(Context context, object? input) => Apply("money", context, input);

    public static object? Money(Context context, object? input, string currency) => Apply("money", context, input, currency);

    public static object? List(Context context, object? input) => Apply("list", context, input);

    public static object? List(Context context, object? input, int most) => Apply("list", context, input, (decimal)most);

    public static object? Date(Context context, object? input) => Apply("date", context, input);

    public static object? Date(Context context, object? input, string format) => Apply("date", context, input, format);

    public static object? Number(Context context, object? input) => Apply("number", context, input);

    public static object? LowerFirst(Context context, object? input) => Apply("lower_first", context, input);

    private static object? Apply(string name, Context context, object? input, params object?[] arguments)
    {
        var value = input switch
        {
            int or long or double or float => Convert.ToDecimal(input, System.Globalization.CultureInfo.InvariantCulture),
            LiquidList list => list.Cast<object>().Select(e => e is LiquidRow row ? row.Row : e).ToArray(),
            IEnumerable list and not string => list.Cast<object>().Select(e => e is LiquidRow row ? row.Row : e).ToArray(),
            _ => input,
        };
        return Filters.Apply(name, value, arguments, LiquidContext.StyleOf(context));
    }
}
