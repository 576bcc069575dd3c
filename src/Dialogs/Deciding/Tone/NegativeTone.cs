using System.Text;
using System.Text.RegularExpressions;
using MeliBot.Dialogs.Understanding;
using MeliBot.Patterns;

namespace MeliBot.Dialogs.Deciding;

/// <summary>Finds anger in what a buyer writes, in Spanish and Portuguese: insults, accusations, threats, contempt. Criticising a product, or asking bluntly, is none.</summary>
public static class NegativeTone
{
    // Words are lower case: these can't be taken for one.
    private const char Statement = 'S';
    private const char Question = 'Q';

    private static readonly ToneRules Rules = ToneRules.Parse(Resource.Text("tone.rules"));

    /// <summary>The words that say it, without case and accents; null when the text isn't angry.</summary>
    public static string? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var folded = Fold(text);
        foreach (var innocent in Rules.Innocent.Matches(folded)) folded = Blank(folded, innocent);
        return First(Rules.Angry, folded)
            ?? Statements(folded).Select(sentence => First(Rules.Statement, sentence)).FirstOrDefault(said => said is not null)
            ?? (Rules.Hint.Matches(folded).Select(hint => hint.Value).ToList() is { Count: > 1 } hints ? string.Join(" ... ", hints) : null);
    }

    private static string? First(PatternSet rules, string text) => rules.First(text)?.Value.Trim(' ', Statement);

    private static string Blank(string text, Match match) => string.Concat(text.AsSpan(0, match.Index), new string('_', match.Length), text.AsSpan(match.Index + match.Length));

    /// <summary>Sentences that aren't asked, each from the end of the one before to its own.</summary>
    private static IEnumerable<string> Statements(string folded)
    {
        for (var start = 0; start + 1 < folded.Length;)
        {
            var end = folded.AsSpan(start + 1).IndexOfAny(Statement, Question) + start + 1;
            if (folded[end] == Statement) yield return string.Concat("S", folded.AsSpan(start + 1, end - start));
            start = end;
        }
    }

    /// <summary>"S hola S no responden Q": words without case, accents and short forms, with the ends of sentences.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 16).Append(Statement);
        for (var i = 0; i < text.Length;)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                var start = i;
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark)) i++;
                foreach (var word in Abbreviations.WriteOut(Folding.Word(text.AsSpan(start, i - start)))) folded.Append(' ').Append(word);
                continue;
            }

            if (text[i] == '?') End(Question);
            else if (text[i] is '.' or '!' or ';' or '\n' or '…') End(Statement);
            i++;
        }

        End(Statement);
        return folded.ToString();

        void End(char mark)
        {
            if (folded[^1] is not (Statement or Question)) folded.Append(' ').Append(mark);
            // "¡¿...!?" asks.
            else if (mark == Question && folded.Length > 1) folded[^1] = Question;
        }
    }
}
