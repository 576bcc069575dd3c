using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

public sealed record SellerReputation
{
    public ReputationLevel LevelId { get; init; }

    public PowerSellerStatus PowerSellerStatus { get; init; }

    /// <summary>The level without the platform's protection of new or affected sellers.</summary>
    public string? RealLevel { get; init; }

    public DateTimeOffset? ProtectionEndDate { get; init; }

    public SellerTransactions? Transactions { get; init; }

    public SellerMetrics? Metrics { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record SellerTransactions
{
    public string? Period { get; init; }

    public int? Total { get; init; }

    public int? Completed { get; init; }

    public int? Canceled { get; init; }

    public SellerRatings? Ratings { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>Shares of 1.</summary>
public sealed record SellerRatings
{
    public decimal? Positive { get; init; }

    public decimal? Neutral { get; init; }

    public decimal? Negative { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record SellerMetrics
{
    public SellerMetric? Sales { get; init; }

    public SellerMetric? Claims { get; init; }

    public SellerMetric? DelayedHandlingTime { get; init; }

    public SellerMetric? Cancellations { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record SellerMetric
{
    public string? Period { get; init; }

    public int? Completed { get; init; }

    /// <summary>Share of 1.</summary>
    public decimal? Rate { get; init; }

    public decimal? Value { get; init; }

    /// <summary>What the platform's protection leaves out of <see cref="Rate"/> and <see cref="Value"/>.</summary>
    public ExcludedMetric? Excluded { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ExcludedMetric
{
    public decimal? RealRate { get; init; }

    public decimal? RealValue { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
