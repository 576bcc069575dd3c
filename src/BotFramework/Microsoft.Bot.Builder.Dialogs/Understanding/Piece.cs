using System.Globalization;
using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Understanding;

/// <summary>A word or a number written in digits; what is between pieces is space or punctuation.</summary>
/// <param name="Glued">Only spaces or a hyphen stand between this piece and the one before: they may form one number.</param>
/// <param name="Ordinal">Digits with the sign of a place: 2nd, 3ra, 1º.</param>
internal sealed partial record Piece(int Start, int End, string Word, decimal? Digits, bool Glued, bool Ordinal)
{
    // Digits stand alone: not inside a word (m2), but behind the sign of a currency that ends in a letter (u$s30).
    // The look-behinds are short and come after a sign, so that a page of spaces costs no more than its length.
    // A minus counts at the start of the text, or where it touches the digits and follows a space: "10-20" is a range, "modelo A - 5" a list.
    [GeneratedRegex(
        """
        (?<=^|[^\p{L}\p{M}\p{N}]|u\$s\s?)
        (?<sign>[+\-−](?<=^\s{0,9}.)\s?|[+\-−](?<=[\s(:=$€£].))?
        (?<digits>\d{1,3}(?:[\u00A0\u202F]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*|[.,]\d+)
        (?:\s?/\s?(?<below>\d+)(?![\d/]))?
        (?<degree>[ºª°])?
        |(?<word>[\p{L}\p{M}-[ºª]]+)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pattern { get; }

    public static List<Piece> Cut(string text, string locale)
    {
        var words = NumberWords.Of(locale);
        var separator = Languages.DecimalSeparator(locale);
        var pieces = new List<Piece>();
        var behind = 0;
        foreach (Match match in Pattern.Matches(text))
        {
            var glued = pieces.Count > 0 && IsGlue(text.AsSpan(behind, match.Index - behind));
            var touches = pieces.Count > 0 && behind == match.Index;
            behind = match.Index + match.Length;
            if (match.Groups["word"].Success)
            {
                var word = Languages.Fold(match.Value);
                if (touches && pieces[^1] is { Digits: { } digits } number && !words.Scales.ContainsKey(word))
                    pieces[^1] = Suffixed(number, digits, word, words, behind);
                else
                    pieces.Add(new Piece(match.Index, behind, word, null, glued, Ordinal: false));
            }
            else if (Numeral.Read(match, separator) is { } value)
            {
                pieces.Add(new Piece(match.Index, behind, null, value, glued, match.Groups["degree"] is { Success: true, Value: not "°" }));
            }
        }

        return pieces;
    }

    private static Piece Suffixed(Piece number, decimal digits, string word, NumberWords words, int end) =>
        words.OrdinalSigns.Contains(word) && !(word == "a" && digits % 1 != 0) ? number with { End = end, Ordinal = true }
        : word == "k" ? number with { End = end, Digits = digits * 1000 }
        : NumberWords.Units.Contains(word) ? number
        : number with { End = end, Digits = null, Word = string.Empty };

    private static bool IsGlue(ReadOnlySpan<char> between)
    {
        foreach (var c in between)
        {
            if (!char.IsWhiteSpace(c) && c != '-')
                return false;
        }

        return true;
    }

    private static class Numeral
    {
        public static decimal? Read(Match match, char separator)
        {
            var digits = match.Groups["digits"].Value.Replace("\u00A0", string.Empty, StringComparison.Ordinal).Replace("\u202F", string.Empty, StringComparison.Ordinal);
            if (!decimal.TryParse(Plain(digits, separator), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
                return null;
            // Half and three quarters are said of sizes; 24/7 or 12/10 aren't fractions.
            if (decimal.TryParse(match.Groups["below"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var below) && value < below && below <= 16)
                value /= below;
            return match.Groups["sign"].Value.AsSpan().Trim() is "-" or "−" ? -value : value;
        }

        /// <summary>To digits with a point. The locale decides where both readings are possible (1.234); else the form does (3.5 in Spanish, 1,234.50 anywhere).</summary>
        private static string Plain(string digits, char separator)
        {
            var first = digits.IndexOfAny(['.', ',']);
            if (first < 0)
                return digits;
            var last = digits.LastIndexOfAny(['.', ',']);
            if (first == last)
            {
                var thousands = digits[first] != separator && IsGrouped(digits, digits[first]);
                return thousands ? digits.Remove(first, 1) : $"0{digits[..first]}.{digits[(first + 1)..]}";
            }

            var (group, point) = (digits[first], digits[last]);
            if (group == point && IsGrouped(digits, group))
                return digits.Replace(group.ToString(), string.Empty, StringComparison.Ordinal);
            if (group != point && digits.IndexOf(point) == last && IsGrouped(digits[..last], group))
                return $"{digits[..last].Replace(group.ToString(), string.Empty, StringComparison.Ordinal)}.{digits[(last + 1)..]}";
            // A list or a date (5,6,7 · 12.10.2026): its first number.
            return digits[..first];
        }

        private static bool IsGrouped(string digits, char group) =>
            digits.Split(group) is [{ Length: >= 1 and <= 3 } head, .. var groups] && head[0] != '0' && Array.TrueForAll(groups, part => part.Length == 3);
    }
}
