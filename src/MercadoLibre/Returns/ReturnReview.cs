using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>The reviews of what came back.</summary>
public sealed record ReturnReviews
{
    public IReadOnlyList<ReturnReview> Reviews { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>One review, of an order's products.</summary>
public sealed record ReturnReview
{
    public ReturnResource Resource { get; init; }

    public long? ResourceId { get; init; }

    public ReviewMethod Method { get; init; }

    public IReadOnlyList<ReviewedProduct> ResourceReviews { get => field ?? []; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>What was found of a product, and what the seller says to it.</summary>
public sealed record ReviewedProduct
{
    public ReviewStage Stage { get; init; }

    public ReviewStatus Status { get; init; }

    public ProductCondition ProductCondition { get; init; }

    public ProductDestination ProductDestination { get; init; }

    public TriageFinding ReasonId { get; init; }

    public ReviewBeneficiary Benefited { get; init; }

    public string? BenefitedType { get; init; }

    public string? BenefitedReason { get; init; }

    public SellerReviewStatus SellerStatus { get; init; }

    /// <summary>One of <see cref="ReturnReason.Id"/>.</summary>
    public string? SellerReason { get; init; }

    public int? MissingQuantity { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
