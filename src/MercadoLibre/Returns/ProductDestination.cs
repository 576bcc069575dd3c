using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Who gets a product that came back.</summary>
[JsonConverter(typeof(OpenEnumConverter<ProductDestination>))]
public readonly record struct ProductDestination(string? Value) : IOpenEnum<ProductDestination>
{
    public static readonly ProductDestination Meli = new("meli");
    public static readonly ProductDestination Buyer = new("buyer");
    public static readonly ProductDestination Seller = new("seller");

    public static IReadOnlyList<ProductDestination> Known { get; } = [Meli, Buyer, Seller];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ProductDestination From(string value) => new(value);

    public bool Equals(ProductDestination other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
