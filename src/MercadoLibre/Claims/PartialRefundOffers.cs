using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>The partial refunds that a seller may offer, with what each costs.</summary>
public sealed record PartialRefundOffers
{
    public string? CurrencyId { get; init; }

    public IReadOnlyList<PartialRefundOffer> AvailableOffers { get => field ?? []; init; }

    public IReadOnlyList<PartialRefundAdvice> Recommendations { get => field ?? []; init; }

    public IReadOnlyList<PartialRefundAdvice> Restrictions { get => field ?? []; init; }

    /// <summary>The offer of a percentage; null when the platform has none.</summary>
    public PartialRefundOffer? Of(decimal percentage) => AvailableOffers.FirstOrDefault(offer => offer.Percentage == percentage);

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record PartialRefundOffer
{
    public decimal? Amount { get; init; }

    public decimal? Percentage { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>A bound that the platform recommends or sets.</summary>
public sealed record PartialRefundAdvice
{
    public decimal? Percentage { get; init; }

    /// <summary>Such as <c>PARTIAL_REFUND_BETTER_THAN_RETURN</c>.</summary>
    public string? Reason { get; init; }

    /// <summary><c>minimum</c> or <c>maximum</c>.</summary>
    public string? Type { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
