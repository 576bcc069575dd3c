using System.Text;

namespace MeliBot.Delivery.Stores.Postgres.Sql;

/// <summary>PostgreSQL's texts can't hold the character 0, and its driver refuses halves of surrogate pairs. The first comes back as it was; the second become U+FFFD, as in SQLite.</summary>
internal static class StoredText
{
    private const char Escape = '\u001A';

    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAny('\0', Escape) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var encoded = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                0 => encoded.Append(Escape).Append('0'),
                Escape => encoded.Append(Escape).Append('1'),
                _ => encoded.Append(rune.ToString()),
            };
        }

        return encoded.ToString();
    }

    public static string Decode(string stored) => !stored.Contains(Escape, StringComparison.Ordinal) ? stored
        : stored.Replace("\u001A0", "\0", StringComparison.Ordinal).Replace("\u001A1", "\u001A", StringComparison.Ordinal);
}
