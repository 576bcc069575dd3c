using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>
/// A listing. Every field may be absent, because reads can be projected (<c>attributes=</c>) or partial (206), and other sellers'
/// items come blurred. Prices will leave this resource: prefer <see cref="IItemsApi.SalePriceAsync"/>.
/// </summary>
public sealed record Item
{
    public string? Id { get; init; }

    public string? SiteId { get; init; }

    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    public long? SellerId { get; init; }

    public string? CategoryId { get; init; }

    public string? DomainId { get; init; }

    /// <summary>Not null in the user-products model, in which an item has no variations.</summary>
    public string? FamilyName { get; init; }

    public string? UserProductId { get; init; }

    public string? InventoryId { get; init; }

    public string? CatalogProductId { get; init; }

    public bool? CatalogListing { get; init; }

    public long? OfficialStoreId { get; init; }

    public string? ParentItemId { get; init; }

    public string? SellerCustomField { get; init; }

    public decimal? Price { get; init; }

    public decimal? BasePrice { get; init; }

    public decimal? OriginalPrice { get; init; }

    public string? CurrencyId { get; init; }

    public int? InitialQuantity { get; init; }

    public int? AvailableQuantity { get; init; }

    public int? SoldQuantity { get; init; }

    public ItemStatus Status { get; init; }

    public IReadOnlyList<string> SubStatus { get => field ?? []; init; }

    public ItemCondition Condition { get; init; }

    public BuyingMode BuyingMode { get; init; }

    public string? ListingTypeId { get; init; }

    public string? Permalink { get; init; }

    public string? ThumbnailId { get; init; }

    public string? Thumbnail { get; init; }

    public string? SecureThumbnail { get; init; }

    public IReadOnlyList<ItemPicture> Pictures { get => field ?? []; init; }

    public string? VideoId { get; init; }

    public string? Warranty { get; init; }

    public IReadOnlyList<ItemAttribute> SaleTerms { get => field ?? []; init; }

    public IReadOnlyList<ItemAttribute> Attributes { get => field ?? []; init; }

    public IReadOnlyList<ItemVariation> Variations { get => field ?? []; init; }

    public ItemShipping? Shipping { get; init; }

    public SellerAddress? SellerAddress { get; init; }

    public IReadOnlyList<string> Tags { get => field ?? []; init; }

    public IReadOnlyList<string> Channels { get => field ?? []; init; }

    public IReadOnlyList<string> DealIds { get => field ?? []; init; }

    public bool? AcceptsMercadopago { get; init; }

    public bool? AutomaticRelist { get; init; }

    public decimal? Health { get; init; }

    public string? InternationalDeliveryMode { get; init; }

    public string? ListingSource { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public DateTimeOffset? StopTime { get; init; }

    public DateTimeOffset? EndTime { get; init; }

    public DateTimeOffset? ExpirationTime { get; init; }

    public Geolocation? Geolocation { get; init; }

    // Seen in answers and of no use to a conversation: kept whole, not modelled.
    public JsonElement? Description { get; init; }

    public JsonElement? Descriptions { get; init; }

    public JsonElement? DifferentialPricing { get; init; }

    public JsonElement? Location { get; init; }

    public JsonElement? SellerContact { get; init; }

    public JsonElement? CoverageAreas { get; init; }

    public JsonElement? Warnings { get; init; }

    public JsonElement? ItemRelations { get; init; }

    public JsonElement? NonMercadoPagoPaymentMethods { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ItemPicture
{
    public string? Id { get; init; }

    public string? Url { get; init; }

    public string? SecureUrl { get; init; }

    public string? Size { get; init; }

    public string? MaxSize { get; init; }

    public string? Quality { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
