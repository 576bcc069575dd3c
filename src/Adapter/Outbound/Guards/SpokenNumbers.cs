using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Numbers written as words in Spanish, Portuguese and (digits only) English, without accents: what a digit is called when it must not look like one.</summary>
internal static class SpokenNumbers
{
    private const int ShortestGlued = 10;
    private const int ShortestMixed = 4;

    private static readonly FrozenDictionary<string, int> Values = Read(
        "cero zero=0", "uno una um uma un one=1", "dos dois duas two=2", "tres three=3", "cuatro quatro four=4", "cinco five=5", "seis meia six=6", "siete sete seven=7", "ocho oito eight=8",
        "nueve nove nine=9", "diez dez=10", "once onze=11", "doce doze=12", "trece treze=13", "catorce catorze quatorze=14", "quince quinze=15", "dieciseis dezesseis dezasseis=16",
        "diecisiete dezessete dezassete=17", "dieciocho dezoito=18", "diecinueve dezenove dezanove=19", "veinte vinte=20", "veintiuno veintiun=21", "veintidos=22", "veintitres=23", "veinticuatro=24",
        "veinticinco=25", "veintiseis=26", "veintisiete=27", "veintiocho=28", "veintinueve=29", "treinta trinta=30", "cuarenta quarenta=40", "cincuenta cinquenta=50", "sesenta sessenta=60",
        "setenta=70", "ochenta oitenta=80", "noventa=90", "cien ciento cem cento=100", "doscientos duzentos=200", "trescientos trezentos=300", "cuatrocientos quatrocentos=400", "quinientos quinhentos=500",
        "seiscientos seiscentos=600", "setecientos setecentos=700", "ochocientos oitocentos=800", "novecientos novecentos=900");

    private static readonly KeyValuePair<string, int>[] Glued = [.. Values.Where(pair => pair.Value < 100 && pair.Key.Length > 2).OrderByDescending(pair => pair.Key.Length)];

    /// <summary>The digits that a word stands for, for example "11" for "once", also of several glued together ("unodostres").</summary>
    public static bool TryRead(string word, out string digits)
    {
        digits = "";
        if (Values.TryGetValue(word, out var value))
        {
            digits = value.ToString(CultureInfo.InvariantCulture);
            return true;
        }

        return word.Length is >= ShortestGlued and <= 120 && TryReadGlued(word, out digits);
    }

    public static bool TryReadWord(string word, out int value) => Values.TryGetValue(word, out value);

    /// <summary>Figures and words glued together ("cuatro772", "55tres4uno2"), as nothing but a disguise is written; null for anything else.</summary>
    public static string? ReadMixed(string token)
    {
        if (token.Length is < ShortestMixed or > 120) return null;
        if (TryReadGlued(token, out var digits)) return digits;
        // "n0v3", "c1nc0": figures for the letters of a number's name.
        return token.Length <= 12 && char.IsAsciiLetter(token[0]) && Values.TryGetValue(Lettered(token), out var value) ? value.ToString(CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Whether a unit may join it behind "y": "treinta y cinco" is 35.</summary>
    public static bool IsTens(string digits) => digits is [> '1', '0'] or [_, > '1', '0'];

    /// <summary>Whether a smaller number may follow it: "trescientos diez" is 310.</summary>
    public static bool IsHundreds(string digits) => digits is [_, '0', '0'];

    private static string Lettered(string token) => string.Create(token.Length, token, static (span, token) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = token[i] switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', var c => c };
    });

    private static bool TryReadGlued(string word, out string digits)
    {
        var output = new StringBuilder();
        digits = "";
        for (var i = 0; i < word.Length;)
        {
            var rest = word.AsSpan(i);
            if (char.IsAsciiDigit(word[i]))
            {
                output.Append(word[i++]);
                continue;
            }

            // "treintaytres"
            if (output.Length > 1 && output[^1] == '0' && rest.Length > 1 && rest[0] is 'y' or 'e' && FirstOf(rest[1..]) is { Value: > 0 and < 10 } unit)
            {
                output[^1] = (char)('0' + unit.Value);
                i += 1 + unit.Key.Length;
                continue;
            }

            if (FirstOf(rest) is not { Key: { } key } found) return false;
            output.Append(CultureInfo.InvariantCulture, $"{found.Value}");
            i += key.Length;
        }

        digits = output.ToString();
        return true;
    }

    private static KeyValuePair<string, int> FirstOf(ReadOnlySpan<char> text)
    {
        foreach (var pair in Glued)
        {
            if (text.StartsWith(pair.Key, StringComparison.Ordinal)) return pair;
        }

        return default;
    }

    private static FrozenDictionary<string, int> Read(params string[] lines) => lines
        .Select(line => line.Split('='))
        .SelectMany(line => line[0].Split(' '), (line, word) => KeyValuePair.Create(word, int.Parse(line[1], CultureInfo.InvariantCulture)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
