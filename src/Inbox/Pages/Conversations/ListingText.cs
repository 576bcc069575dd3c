using MeliBot.Inbox.Language;
using Microsoft.Extensions.Localization;

namespace MeliBot.Inbox.Pages.Conversations;

/// <summary>The platform's words about a listing, in the reader's; what isn't known is shown as it came.</summary>
internal static class ListingText
{
    public static string? Of(string? value, IStringLocalizer<Words> words) => value is null ? null : English(value) is { } english ? words[english] : value;

    private static string? English(string value) => value.ToLowerInvariant() switch
    {
        "active" => "active",
        "paused" => "paused",
        "under_review" => "under review",
        "payment_required" => "waits for a payment",
        "inactive" => "inactive",
        "closed" => "ended",
        "pending" => "pending",
        "not_yet_active" => "not yet active",
        "programmed" => "programmed",
        "new" => "new",
        "used" => "used",
        "refurbished" or "reconditioned" => "refurbished",
        "not_specified" => "not specified",
        "me1" or "me2" => "by Mercado Envíos",
        "custom" => "the seller's own",
        _ => null,
    };
}
