using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

public sealed record OrderItem
{
    public SoldItem? Item { get; init; }

    public int? Quantity { get; init; }

    public RequestedQuantity? RequestedQuantity { get; init; }

    public JsonElement? PickedQuantity { get; init; }

    public decimal? UnitPrice { get; init; }

    public decimal? FullUnitPrice { get; init; }

    public string? FullUnitPriceCurrencyId { get; init; }

    /// <summary>Before the discounts; absent on old orders.</summary>
    public decimal? GrossPrice { get; init; }

    public string? CurrencyId { get; init; }

    public int? ManufacturingDays { get; init; }

    public decimal? SaleFee { get; init; }

    public string? ListingTypeId { get; init; }

    public decimal? BaseExchangeRate { get; init; }

    public string? BaseCurrencyId { get; init; }

    public string? ElementId { get; init; }

    public JsonElement? Discounts { get; init; }

    public JsonElement? Bundle { get; init; }

    public string? CompatId { get; init; }

    public string? KitInstanceId { get; init; }

    /// <summary>A list, one object or null, depending on when and where it was read.</summary>
    [JsonConverter(typeof(OneOrManyConverter<StockPlace>))]
    public IReadOnlyList<StockPlace> Stock { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>The item as it was sold.</summary>
public sealed record SoldItem
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? CategoryId { get; init; }

    /// <summary>A number, or a word on some sites.</summary>
    public string? VariationId { get; init; }

    public string? SellerCustomField { get; init; }

    /// <summary>The SKU.</summary>
    public string? SellerSku { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<ItemAttribute>))]
    public IReadOnlyList<ItemAttribute> VariationAttributes { get => field ?? []; init; }

    public string? Warranty { get; init; }

    public ItemCondition Condition { get; init; }

    public decimal? GlobalPrice { get; init; }

    public decimal? NetWeight { get; init; }

    public string? UserProductId { get; init; }

    public DateTimeOffset? ReleaseDate { get; init; }

    public IReadOnlyList<ItemAttribute> Attributes { get => field ?? []; init; }

    public string? ParentItemId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record RequestedQuantity
{
    public string? Measure { get; init; }

    public decimal? Value { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record StockPlace
{
    public string? StoreId { get; init; }

    public string? NetworkNodeId { get; init; }

    public string? NodeId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
