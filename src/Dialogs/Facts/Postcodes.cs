namespace MeliBot.Dialogs.Facts;

/// <summary>The postcode that a question names, in the form that its site's platform takes.</summary>
internal static class Postcodes
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "cp", "cep", "c.p", "postal", "zip" };

    public static string? Find(string text, string? site)
    {
        var digits = DigitsOf(site);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && (char.IsAsciiDigit(text[i - 1]) || text[i - 1] is '.' or ',' or '$'))) continue;
            var end = i;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '-' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]) && end - i == 5))) end++;
            var code = text[i..end].Replace("-", "", StringComparison.Ordinal);

            // Eight digits are a CEP whatever stands before; a shorter number must be called a postcode.
            if (code.Length == digits && (digits == 8 || IsNamed(text.AsSpan(0, i)))) return code;
            i = end;
        }

        return null;
    }

    private static int DigitsOf(string? site) => site switch
    {
        "MLB" => 8,
        "MLM" or "MLU" or "MPE" => 5,
        "MLC" => 7,
        "MCO" or "MEC" => 6,
        _ => 4,
    };

    private static bool IsNamed(ReadOnlySpan<char> before)
    {
        var words = OptionText.Words(new string(before)).ToArray();
        return words.TakeLast(3).Any(Names.Contains) || (words is [.., "c", "p"]);
    }
}
