using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

public sealed record ItemVariation
{
    public long? Id { get; init; }

    /// <summary>What tells this variation from its siblings: colour, size, voltage.</summary>
    public IReadOnlyList<ItemAttribute> AttributeCombinations { get => field ?? []; init; }

    /// <summary>Only with <c>include_attributes=all</c>; the SKU lives here.</summary>
    public IReadOnlyList<ItemAttribute> Attributes { get => field ?? []; init; }

    public decimal? Price { get; init; }

    public int? AvailableQuantity { get; init; }

    public int? SoldQuantity { get; init; }

    public IReadOnlyList<string> PictureIds { get => field ?? []; init; }

    public string? SellerCustomField { get; init; }

    public string? CatalogProductId { get; init; }

    public string? InventoryId { get; init; }

    public string? UserProductId { get; init; }

    public IReadOnlyList<ItemAttribute> SaleTerms { get => field ?? []; init; }

    public JsonElement? ItemRelations { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
