using System.Text;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>
/// Reads a network's name by its sound: "uatsap", "güasap" and "juatsapp" are WhatsApp, "feisbuc" is Facebook, "istagran" is Instagram, in one word or in two. Such words are spelt right
/// in the reading, so that whatever the guards know of a name they know of its misspellings.
/// </summary>
internal static class NetworkNames
{
    private const int Shortest = 5;
    private const int Longest = 14;

    /// <summary>How a name sounds, and how many sounds may be wrong.</summary>
    private static readonly (string Sound, int Wrong, string Name)[] Names =
    [
        ("watsap", 1, "whatsapp"), ("wasap", 1, "whatsapp"), ("watisapi", 1, "whatsapp"), ("watis", 0, "whatsapp"), ("instagram", 2, "instagram"), ("fasebuk", 1, "facebook"), ("fesbuk", 1, "facebook"),
        ("telegram", 1, "telegram"), ("fesebuk", 1, "facebook"), ("tiktok", 0, "tiktok"), ("tiketok", 1, "tiktok"), ("tikitok", 1, "tiktok"), ("mesenjer", 1, "messenger"), ("mesenier", 0, "messenger"), ("iutube", 1, "youtube"), ("tuiter", 0, "twitter"), ("snapcat", 1, "snapchat"),
        ("linkedim", 1, "linkedin"), ("pinterest", 1, "pinterest"),
    ];

    /// <summary>Words and beginnings of words that only sound like one.</summary>
    private static readonly string[] Others = ["instal", "instan", "instru", "integr", "telegrama", "instigar"];

    public static GuardText Spell(GuardText from)
    {
        var text = from.Text;
        StringBuilder? spelt = null;
        var kept = new List<int>();
        var copied = 0;
        foreach (var (start, end, name) in Find(text))
        {
            spelt ??= new StringBuilder(text.Length);
            Copy(start);
            for (var i = 0; i < name.Length; i++)
            {
                spelt.Append(name[i]);
                kept.Add(Math.Min(start + i, end - 1));
            }

            copied = end;
        }

        if (spelt is null) return from;
        Copy(text.Length);
        return new GuardText(from, spelt.ToString(), kept);

        void Copy(int to)
        {
            for (; copied < to; copied++)
            {
                spelt!.Append(text[copied]);
                kept.Add(copied);
            }
        }
    }

    private static IEnumerable<(int Start, int End, string Name)> Find(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsAsciiLetter(text[i]))
            {
                i++;
                continue;
            }

            var end = WordEnd(text, i);
            var name = Read(text[i..end]);
            if (name is null && end + 1 < text.Length && text[end] is ' ' or '-' or '.' or '_' && char.IsAsciiLetter(text[end + 1]) && WordEnd(text, end + 1) is var second
                && ReadTwo(text[i..end], text[(end + 1)..second]) is { } joined)
            {
                name = joined;
                end = second;
            }

            if (name is not null && !text.AsSpan(i, end - i).SequenceEqual(name)) yield return (i, end, name);
            i = end;
        }
    }

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        return end;
    }

    private static string? Read(string word)
    {
        if (word.Length is < Shortest or > Longest || Array.Exists(Others, other => word.StartsWith(other, StringComparison.Ordinal))) return null;
        var sound = Sound(word);
        foreach (var (target, wrong, name) in Names)
        {
            if (sound.Length >= Shortest && sound[0] == target[0] && Math.Abs(sound.Length - target.Length) <= wrong && Distance(sound, target) <= wrong) return name;
        }

        return null;
    }

    /// <summary>A name broken in two must sound right: "face buc", "uat sap".</summary>
    private static string? ReadTwo(string first, string second)
    {
        if (first.Length + second.Length is < Shortest or > Longest || second.Length < 2 || first is "watts" or "watt") return null;
        var sound = Sound(first + second);
        return Array.Find(Names, name => name.Sound == sound).Name;
    }

    /// <summary>What is said alike is written alike.</summary>
    private static string Sound(string word)
    {
        var sound = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            var next = i + 1 < word.Length ? word[i + 1] : ' ';
            var last = sound.Length > 0 ? sound[^1] : ' ';
            // "hua", "gua", "jua", "bua", "ua", "oa": what a W is here.
            if (i == 0 && word.Length > 3 && (c is 'h' or 'g' or 'j' or 'b' && next is 'u' && word[2] is 'a' or 'o'))
            {
                sound.Append('w');
                i++;
                continue;
            }

            var to = c switch
            {
                'h' => '\0',
                'u' when i > 0 && word[i - 1] == 'q' => '\0',
                'u' or 'o' when i == 0 && next is 'a' or 'o' => 'w',
                'w' when i > 0 => last == 'w' ? '\0' : 'u',
                'o' when last == 'w' && i == 1 => 'a',
                'o' when last == 'o' => 'u',
                'u' when last == 'o' => 'u',
                'c' when next is 'e' or 'i' => 's',
                'c' or 'k' or 'q' => 'k',
                'z' or 'x' => 's',
                'y' => 'i',
                'g' when next is 'e' or 'i' => 'j',
                'v' => 'b',
                'i' when last == 'e' && next is 's' or 'c' or 'b' or 'z' => '\0',
                'e' or 'i' when i == word.Length - 1 && last is 'p' or 'k' => '\0',
                'n' when i == word.Length - 1 => 'm',
                _ => c,
            };
            if (to == 'u' && last == 'o') sound.Length--;
            if (to != '\0' && to != last) sound.Append(to);
        }

        return sound.ToString();
    }

    private static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[b.Length];
    }
}
