using System.Text;

namespace MeliBot.Dialogs.Understanding;

/// <summary>The same question from a buyer who writes no marks, capitals or accents: where its requests end must then be seen from the words alone.</summary>
internal static class Careless
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var insideNumber = i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            if (c is '?' or '¿' or '!' or '¡' or '.' or ',' or ';' or ':' && !insideNumber)
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
            }
            else if (c != ' ' || plain.Length == 0 || plain[^1] != ' ')
            {
                plain.Append(Folding.Letter(c));
            }
        }

        return plain.ToString().Trim();
    }
}
