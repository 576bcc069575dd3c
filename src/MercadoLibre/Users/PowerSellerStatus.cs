using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Medal of a seller (MercadoLíder).</summary>
[JsonConverter(typeof(OpenEnumConverter<PowerSellerStatus>))]
public readonly record struct PowerSellerStatus(string? Value) : IOpenEnum<PowerSellerStatus>
{
    public static readonly PowerSellerStatus Silver = new("silver");
    public static readonly PowerSellerStatus Gold = new("gold");
    public static readonly PowerSellerStatus Platinum = new("platinum");

    public static IReadOnlyList<PowerSellerStatus> Known { get; } = [Silver, Gold, Platinum];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static PowerSellerStatus From(string value) => new(value);

    public bool Equals(PowerSellerStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
