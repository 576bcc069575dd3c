using System.Globalization;
using System.Text;

namespace MeliBot.Delivery.Reasons;

/// <summary>Puts arguments into a wording, in whatever language it is.</summary>
public static class ReasonTemplate
{
    /// <summary>The kind of an argument that is a stored reason itself.</summary>
    public const string Nested = "reason";

    /// <param name="template">With <c>{0}</c>, <c>{1:term}</c> …; what points to no argument stays as it is.</param>
    /// <param name="arguments">As the reason holds them.</param>
    /// <param name="say">From the mark behind the colon, empty without one, and the argument.</param>
    public static string Fill(string template, IReadOnlyList<string> arguments, Func<string, string, string> say)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(say);
        if (arguments.Count == 0) return template;
        var text = new StringBuilder(template.Length + 32);
        var at = 0;
        while (template.IndexOf('{', at) is >= 0 and var open && template.IndexOf('}', open) is >= 0 and var close)
        {
            text.Append(template, at, open - at);
            var inside = template.AsSpan(open + 1, close - open - 1);
            var colon = inside.IndexOf(':');
            if (int.TryParse(colon < 0 ? inside : inside[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < arguments.Count)
                text.Append(say(colon < 0 ? "" : inside[(colon + 1)..].ToString(), arguments[number]));
            else
                text.Append(template, open, close - open + 1);
            at = close + 1;
        }

        return text.Append(template, at, template.Length - at).ToString();
    }
}
