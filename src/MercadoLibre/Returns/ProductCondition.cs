using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>In which condition a product came back.</summary>
[JsonConverter(typeof(OpenEnumConverter<ProductCondition>))]
public readonly record struct ProductCondition(string? Value) : IOpenEnum<ProductCondition>
{
    public static readonly ProductCondition Saleable = new("saleable");
    public static readonly ProductCondition Unsaleable = new("unsaleable");
    public static readonly ProductCondition Discard = new("discard");
    public static readonly ProductCondition Missing = new("missing");

    public static IReadOnlyList<ProductCondition> Known { get; } = [Saleable, Unsaleable, Discard, Missing];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ProductCondition From(string value) => new(value);

    public bool Equals(ProductCondition other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
