using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What a return belongs to.</summary>
[JsonConverter(typeof(OpenEnumConverter<ReturnResource>))]
public readonly record struct ReturnResource(string? Value) : IOpenEnum<ReturnResource>
{
    public static readonly ReturnResource Order = new("order");
    public static readonly ReturnResource Claim = new("claim");
    public static readonly ReturnResource Shipment = new("shipment");
    public static readonly ReturnResource Other = new("other");

    public static IReadOnlyList<ReturnResource> Known { get; } = [Order, Claim, Shipment, Other];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ReturnResource From(string value) => new(value);

    public bool Equals(ReturnResource other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
