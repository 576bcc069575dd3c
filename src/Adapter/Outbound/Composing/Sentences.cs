using System.Globalization;
using System.Text;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>Finds the sentences of a line; decimals, addresses, abbreviations and initials don't end one.</summary>
internal static class Sentences
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "aprox", "apto", "av", "avda", "art", "c/u", "cant", "cap", "cod", "cód", "col", "dep", "depto", "dpto", "dr", "dra", "ej", "esq", "ex", "exmo", "ext",
        "fig", "gral", "ing", "int", "lic", "lts", "máx", "max", "mín", "min", "mod", "mts", "nro", "nº", "núm", "num", "obs", "p.ej", "p/ej", "pag", "pág",
        "pcs", "prof", "pte", "pza", "pzas", "pç", "pçs", "qtd", "ref", "s.a", "s/n", "sr", "sra", "srta", "sto", "sta", "tel", "u", "ud", "uds", "un", "unid",
        "vd", "vol", "vs", "i.e", "e.g", "p.ex", "p/ex", "ltda", "cia", "ee.uu",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsAbbreviation = Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What has kinds that are called by letters.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsLettered = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "factura", "facturas", "boleta", "nota", "talle", "talla", "tamanho", "tamaño", "tipo", "clase", "classe", "plan", "vitamina", "letra", "opción", "opcion", "modelo", "serie", "grado", "categoría", "categoria", "lado", "copa", "puerto", "usb",
        "hacemos", "emitimos", "o", "y", "e", "ou", "eficiencia", "energética", "versión", "version",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The sentences in order, without the spaces between them; together they are the whole line.</summary>
    public static List<Range> Split(string line)
    {
        var sentences = new List<Range>();
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != ' ' || !EndsBefore(line, start, i)) continue;
            sentences.Add(start..i);
            start = i + 1;
        }

        if (start < line.Length) sentences.Add(start..line.Length);
        return sentences;
    }

    private static bool EndsBefore(string line, int start, int space)
    {
        if (space == start || space + 1 >= line.Length) return false;
        Rune.DecodeFromUtf16(line.AsSpan(space + 1), out var next, out _);
        // A stray mark, or the emoji at the very end, belongs to the sentence before it; any other emoji to what follows.
        if (IsLoose(line, space + 1) || (Characters.IsEmoji(next) && !HasLetterOrDigit(line.AsSpan(space + 1)))) return false;

        var end = space;
        Rune.DecodeLastFromUtf16(line.AsSpan(start, end - start), out var last, out _);
        if (Characters.IsEmoji(last)) return StartsSentence(next) && HasLetterOrDigit(line.AsSpan(start, end - start));
        while (end > start && SentenceEnd.IsCloser(line[end - 1])) end--;
        if (end == start || !SentenceEnd.IsMark(line[end - 1])) return false;
        if (!Characters.HasWord(line.AsSpan(start, end - start))) return false;

        if (line[end - 1] is '!' or '?' or '！' or '？' or '。' or '‽') return true;
        if (line[end - 1] == '…' || (end - start > 1 && line[end - 2] == '.')) return StartsSentence(next) || Rune.IsDigit(next);

        var word = LastWord(line, start, end - 1);
        if (word.Length == 0) return true;
        if (word.Length == end - 1 - start && word.IndexOfAnyExceptInRange('0', '9') < 0) return false;
        if (word.Length == 1 && char.IsUpper(word[0])) return !IsInitial(line, start, end - 2);
        return !IsAbbreviation.Contains(word);
    }

    /// <summary>In "Juan B. Justo" and "S. A." a letter stands for a name; in "factura A." it ends the sentence.</summary>
    private static bool IsInitial(string line, int start, int letter)
    {
        if (letter - 1 <= start) return true;
        var before = LastWord(line, start, letter - 1);
        if (before.Length == 0) return true;
        return before[^1] == '.' || (char.IsUpper(before[0]) && !IsLettered.Contains(before));
    }

    private static bool IsLoose(string line, int from)
    {
        var end = line.IndexOf(' ', from);
        return !Characters.HasWord(line.AsSpan(from, (end < 0 ? line.Length : end) - from)) && line[from] is not ('¿' or '¡' or '(' or '"' or '«' or '“' or '+' or '-');
    }

    private static bool HasLetterOrDigit(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> LastWord(string line, int start, int end)
    {
        var word = end;
        while (word > start && line[word - 1] is not (' ' or '(' or '"' or '¿' or '¡' or ',')) word--;
        return line.AsSpan(word, end - word);
    }

    private static bool StartsSentence(Rune next) =>
        next.Value is '¿' or '¡' or '"' or '«' or '“' or '('
        || Rune.GetUnicodeCategory(next) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
}
