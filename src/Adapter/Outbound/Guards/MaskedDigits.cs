namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Digits with letters in their place ("I1 4567 89O1") or strewn between ("11a4567b8901").</summary>
internal static class MaskedDigits
{
    private const int FewestDigits = 8;
    private const int MostDigits = 13;

    /// <summary>The digits alone; null for a model, a part's number or a measure.</summary>
    public static string? Read(string token)
    {
        if (token.Length is < FewestDigits or > 2 * MostDigits) return null;
        return Replaced(token) ?? Strewn(token);
    }

    /// <summary>A short group whose letter is no unit, because a digit follows it: "I1", "89O1".</summary>
    public static string? ReadShort(string token) => token.Length is >= 2 and <= 5 && (char.IsAsciiDigit(token[^1]) || (token.Length == 4 && !char.IsAsciiDigit(token[1]) && char.IsAsciiDigit(token[2])) || (token.Length > 2 && token[^1] is 'o' or 'i' or 'z')) ? Plain(token) : null;

    private static string? Replaced(string token) => token.Length is 8 or (>= 10 and <= MostDigits) ? Plain(token) : null;

    private static string? Plain(string token)
    {
        var digits = new char[token.Length];
        var letters = 0;
        for (var i = 0; i < token.Length; i++)
        {
            digits[i] = token[i] switch
            {
                'o' or 'q' => '0',
                'i' or 'l' => '1',
                'z' => '2',
                's' => '5',
                'b' => '8',
                var c => c,
            };
            if (!char.IsAsciiDigit(digits[i])) return null;
            if (digits[i] != token[i]) letters++;
        }

        return letters * 2 <= token.Length ? new string(digits) : null;
    }

    private static string? Strewn(string token)
    {
        var digits = new string([.. token.Where(char.IsAsciiDigit)]);
        if (digits.Length is < 10 or > MostDigits || !char.IsAsciiDigit(token[0]) || !char.IsAsciiDigit(token[^1])) return null;
        var groups = token.Split([.. token.Where(c => !char.IsAsciiDigit(c)).Distinct()]);
        if (groups.Length < 3 || Array.Exists(groups, group => group.Length is 0 or > 5)) return null;
        return Array.TrueForAll(groups, group => group.Length == 1) || groups is [_, .., { Length: 4 }] ? digits : null;
    }
}
