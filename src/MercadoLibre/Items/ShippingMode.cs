using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Who carries: <c>me1</c> the seller's carrier, <c>me2</c> the platform, <c>custom</c> the seller's rate table, <c>not_specified</c> to be agreed.</summary>
[JsonConverter(typeof(OpenEnumConverter<ShippingMode>))]
public readonly record struct ShippingMode(string? Value) : IOpenEnum<ShippingMode>
{
    public static readonly ShippingMode Me1 = new("me1");
    public static readonly ShippingMode Me2 = new("me2");
    public static readonly ShippingMode Custom = new("custom");
    public static readonly ShippingMode NotSpecified = new("not_specified");

    public static IReadOnlyList<ShippingMode> Known { get; } = [Me1, Me2, Custom, NotSpecified];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ShippingMode From(string value) => new(value);

    public bool Equals(ShippingMode other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
