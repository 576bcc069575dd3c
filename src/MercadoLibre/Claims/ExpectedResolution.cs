using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>How one side wants a claim resolved, and what became of it.</summary>
public sealed record ExpectedResolution
{
    public ClaimRole PlayerRole { get; init; }

    public long? UserId { get; init; }

    [JsonPropertyName("expected_resolution")]
    public ClaimExpectation Expectation { get; init; }

    public ExpectationStatus Status { get; init; }

    public IReadOnlyList<ResolutionDetail> Details { get => field ?? []; init; }

    /// <summary>Another spelling of <see cref="Details"/>: use <see cref="AllDetails"/>.</summary>
    public IReadOnlyList<ResolutionDetail>? Detail { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    /// <summary>Another spelling of <see cref="LastUpdated"/>: use <see cref="UpdatedAt"/>.</summary>
    public DateTimeOffset? LastUpdate { get; init; }

    /// <summary>The details of either spelling.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResolutionDetail> AllDetails => Details.Count > 0 ? Details : Detail ?? [];

    [JsonIgnore]
    public DateTimeOffset? UpdatedAt => LastUpdated ?? LastUpdate;

    /// <summary>How much of the price a partial refund gives back.</summary>
    [JsonIgnore]
    public decimal? Percentage => Number("percentage");

    [JsonIgnore]
    public decimal? SellerAmount => Number("seller_amount");

    /// <summary>A sign such as <c>R$</c>, not a code.</summary>
    [JsonIgnore]
    public string? SellerCurrency => Named("seller_currency");

    private string? Named(string key) => AllDetails.FirstOrDefault(detail => string.Equals(detail.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;

    private decimal? Number(string key) =>
        decimal.TryParse(Named(key), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ResolutionDetail
{
    public string? Key { get; init; }

    public string? Value { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
