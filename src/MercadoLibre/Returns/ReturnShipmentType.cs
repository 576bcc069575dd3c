using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Which way a parcel that comes back goes.</summary>
[JsonConverter(typeof(OpenEnumConverter<ReturnShipmentType>))]
public readonly record struct ReturnShipmentType(string? Value) : IOpenEnum<ReturnShipmentType>
{
    public static readonly ReturnShipmentType Return = new("return");
    public static readonly ReturnShipmentType ReturnFromTriage = new("return_from_triage");

    public static IReadOnlyList<ReturnShipmentType> Known { get; } = [Return, ReturnFromTriage];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ReturnShipmentType From(string value) => new(value);

    public bool Equals(ReturnShipmentType other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
