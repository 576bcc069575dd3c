using MeliBot.Inbox.Language;
using MeliBot.Inbox.Pages.Sales;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Localization;

namespace MeliBot.Inbox.Pages.Claims;

/// <summary>A review of what came back that somebody is filling in.</summary>
public sealed class ReviewDraft
{
    /// <summary>Whether anything was said yet: neither answer is taken for granted.</summary>
    public bool IsChosen { get; set; }

    /// <summary>The platform's reason of what is wrong; null when all came back well.</summary>
    public string? Reason { get; set; }

    public string? Message { get; set; }

    public List<ChosenFile> Files { get; } = [];

    /// <summary>What the uploads are called.</summary>
    public IReadOnlyList<string>? Keys => Reason is not null && Files.Count > 0 ? [.. Files.Select(file => file.Key).OfType<string>()] : null;

    internal bool IsComplete(IStringLocalizer<Words> words) =>
        IsChosen
        && (Reason is null || (!string.IsNullOrWhiteSpace(Message) && (Files.Count > 0 || !ReturnReviewRequest.NeedsFile(Reason)) && Files.All(file => ClaimFileText.Refusal(file, words) is null)));
}
