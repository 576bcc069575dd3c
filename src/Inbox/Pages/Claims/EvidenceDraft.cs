using MeliBot.Inbox.Language;
using MeliBot.Inbox.Pages.Sales;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Localization;

namespace MeliBot.Inbox.Pages.Claims;

/// <summary>Evidence that somebody is filling in.</summary>
public sealed class EvidenceDraft
{
    /// <summary>One of <see cref="EvidenceMethod"/>.</summary>
    public string? Method { get; set; }

    public string? Company { get; set; }

    public string? Tracking { get; set; }

    public string? Agency { get; set; }

    public string? Receiver { get; set; }

    public string? Email { get; set; }

    /// <summary>In the account's time zone.</summary>
    public DateOnly? Day { get; set; }

    public List<ChosenFile> Files { get; } = [];

    /// <summary>What the uploads are called.</summary>
    public IReadOnlyList<string>? Keys => Files.Count > 0 ? [.. Files.Select(file => file.Key).OfType<string>()] : null;

    public bool Wants(params EvidenceMethod[] methods) => methods.Contains(EvidenceMethod.From(Method ?? ""));

    internal bool IsComplete(IStringLocalizer<Words> words) =>
        Method is { Length: > 0 } && Day is not null && Request(TimeZoneInfo.Utc).Lack() is null && Files.All(file => ClaimFileText.Refusal(file, words) is null);

    /// <param name="zone">The account's.</param>
    public ClaimEvidenceRequest Request(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        DateTimeOffset? at = Day is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), zone.GetUtcOffset(day.ToDateTime(TimeOnly.MinValue))) : null;
        var handed = Wants(EvidenceMethod.PersonalDelivery);
        return new ClaimEvidenceRequest
        {
            ShippingMethod = EvidenceMethod.From(Method ?? ""),
            ShippingCompanyName = Wants(EvidenceMethod.Mail, EvidenceMethod.Entrusted) ? Company?.Trim() : null,
            TrackingNumber = Wants(EvidenceMethod.Mail, EvidenceMethod.Entrusted) && !string.IsNullOrWhiteSpace(Tracking) ? Tracking.Trim() : null,
            DestinationAgency = Wants(EvidenceMethod.Entrusted) ? Agency?.Trim() : null,
            ReceiverName = Wants(EvidenceMethod.Entrusted) ? Receiver?.Trim() : null,
            ReceiverEmail = Wants(EvidenceMethod.Email) ? Email?.Trim() : null,
            DateShipped = handed ? null : at,
            DateDelivered = handed ? at : null,
            Attachments = Keys,
        };
    }
}
