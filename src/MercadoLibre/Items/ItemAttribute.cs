using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>An attribute, a sale term or one side of a variation's combination. A seller's own one has no id.</summary>
public sealed record ItemAttribute
{
    public const string SellerSku = "SELLER_SKU";
    public const string WarrantyType = "WARRANTY_TYPE";
    public const string WarrantyTime = "WARRANTY_TIME";

    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary><c>-1</c> means "doesn't apply".</summary>
    public string? ValueId { get; init; }

    public string? ValueName { get; init; }

    public AttributeMeasure? ValueStruct { get; init; }

    public IReadOnlyList<AttributeValue> Values { get => field ?? []; init; }

    public string? ValueType { get; init; }

    public string? AttributeGroupId { get; init; }

    public string? AttributeGroupName { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record AttributeValue
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public AttributeMeasure? Struct { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record AttributeMeasure
{
    public decimal? Number { get; init; }

    public string? Unit { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
