using System.Globalization;
using MeliBot.Adapter.Outbound.Sending;
using MeliBot.Inbox.Claims;
using MeliBot.Inbox.Language;
using MeliBot.Inbox.Pages.Sales;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Localization;

namespace MeliBot.Inbox.Pages.Claims;

/// <summary>Which files a claim takes, looked at when they are chosen.</summary>
internal static class ClaimFileText
{
    public const string Accept = ".jpg,.jpeg,.png,.pdf";

    private const int Megabytes = ClaimFiles.MaxBytes / 1024 / 1024;

    public static string Hint(IStringLocalizer<Words> words) => words[".jpg, .png or .pdf, up to {0} MB each", Megabytes];

    /// <summary>Null when the file may go.</summary>
    public static string? Refusal(ChosenFile file, IStringLocalizer<Words> words)
    {
        if (!ClaimFileNames.Endings.Contains(Path.GetExtension(file.Name), StringComparer.OrdinalIgnoreCase)) return words["A claim takes .jpg, .png and .pdf files only."];
        if (file.Size > ClaimFiles.MaxBytes) return words["A claim's file may have {0} MB at most.", Megabytes];
        return FileRules.Check(file.Outgoing)?.Sentence(CultureInfo.CurrentUICulture.Name);
    }
}
