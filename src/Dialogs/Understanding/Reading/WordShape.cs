namespace MeliBot.Dialogs.Understanding;

internal static class WordShape
{
    /// <summary>A number is what it may mean, not its digits.</summary>
    public static ReadOnlySpan<char> Of(string word)
    {
        if (!char.IsAsciiDigit(word[0])) return word;
        if (word is "110" or "115" or "120" or "127" or "220" or "230" or "240") return "#volt";
        var digits = 0;
        foreach (var c in word) digits += char.IsAsciiDigit(c) ? 1 : 0;
        if (digits < word.Length) return word.AsSpan().IndexOfAnyInRange('a', 'z') >= 0 ? "#code" : "#amount";
        return digits switch
        {
            1 => "#1",
            2 => "#2",
            3 => "#3",
            4 => word.StartsWith("19", StringComparison.Ordinal) || word.StartsWith("20", StringComparison.Ordinal) ? "#year" : "#4",
            >= 8 => "#long",
            _ => "#5",
        };
    }

    public static ReadOnlySpan<char> Stem(string word)
    {
        if (char.IsAsciiDigit(word[0])) return Of(word);
        var length = word.Length <= 4 ? word.Length : word.Length <= 6 ? 4 : word.Length <= 8 ? 5 : 6;
        return word.AsSpan(0, length);
    }
}
