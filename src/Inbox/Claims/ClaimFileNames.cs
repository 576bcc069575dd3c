using System.Globalization;
using System.Text;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Claims;

/// <summary>Names of files as a claim takes them.</summary>
internal static class ClaimFileNames
{
    public static IReadOnlyList<string> Endings { get; } = [".jpg", ".jpeg", ".png", ".pdf"];

    /// <summary>The nearest name that Mercado Libre takes in a claim: accents off, anything strange a dash, the ending kept.</summary>
    public static string Safe(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var ending = Path.GetExtension(name);
        var stem = Plain(Path.GetFileNameWithoutExtension(name)).Trim('-', '.');
        if (stem.Length == 0) stem = "file";
        var most = ClaimFiles.MaxName - ending.Length;
        return (stem.Length > most ? stem[..most] : stem) + ending;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-');
        }

        return plain.ToString();
    }
}
