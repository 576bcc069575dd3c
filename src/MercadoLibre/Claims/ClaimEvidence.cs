using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What the seller has shown: that he sent the product outside the platform's shipping, or when he will. Names and addresses in it are personal data.</summary>
public sealed record ClaimEvidence
{
    public EvidenceType Type { get; init; }

    public EvidenceMethod ShippingMethod { get; init; }

    public string? ShippingCompanyName { get; init; }

    public string? DestinationAgency { get; init; }

    public DateTimeOffset? DateShipped { get; init; }

    public DateTimeOffset? DateDelivered { get; init; }

    public string? ReceiverName { get; init; }

    /// <summary>The number of a document, not of a user.</summary>
    public string? ReceiverId { get; init; }

    public string? ReceiverEmail { get; init; }

    public string? TrackingNumber { get; init; }

    /// <summary>When the seller promises to send it.</summary>
    public DateTimeOffset? HandlingDate { get; init; }

    public IReadOnlyList<ClaimAttachment> Attachments { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
