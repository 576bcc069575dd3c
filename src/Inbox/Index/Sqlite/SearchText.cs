using System.Text;

namespace MeliBot.Inbox.Index.Sqlite;

/// <summary>What a person typed, as an FTS5 expression: every word must occur, each as a beginning.</summary>
internal static class SearchText
{
    /// <summary>Null when nothing in it can be searched for.</summary>
    public static string? ToMatch(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var match = new StringBuilder();
        foreach (var word in typed.Split([' ', '\t', '\n', '\r', ',', ';', ':', '¿', '?', '¡', '!'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!word.Any(char.IsLetterOrDigit)) continue;
            if (match.Length > 0) match.Append(' ');
            match.Append('"').Append(word.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            // One letter begins half of all words: it counts as a word of its own.
            if (word.Length > 1) match.Append('*');
        }

        return match.Length == 0 ? null : match.ToString();
    }
}
