using System.Net;
using System.Text;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>Compares a text with what the platform gives back of it: it trims, folds white space and may escape HTML.</summary>
public static class AnswerText
{
    public static bool Same(string? ours, string? theirs) => string.Equals(Normal(ours), Normal(theirs), StringComparison.Ordinal);

    private static string Normal(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        // Twice: what was sent with an entity may come back with its ampersand escaped.
        var plain = WebUtility.HtmlDecode(WebUtility.HtmlDecode(text)).Normalize(NormalizationForm.FormC);
        var result = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (!char.IsWhiteSpace(c))
                result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        return result.ToString().TrimEnd();
    }
}
