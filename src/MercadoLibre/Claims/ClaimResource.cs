using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What a claim is about.</summary>
[JsonConverter(typeof(OpenEnumConverter<ClaimResource>))]
public readonly record struct ClaimResource(string? Value) : IOpenEnum<ClaimResource>
{
    public static readonly ClaimResource Order = new("order");
    public static readonly ClaimResource Payment = new("payment");
    public static readonly ClaimResource Shipment = new("shipment");
    public static readonly ClaimResource Purchase = new("purchase");

    public static IReadOnlyList<ClaimResource> Known { get; } = [Order, Payment, Shipment, Purchase];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ClaimResource From(string value) => new(value);

    public bool Equals(ClaimResource other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
