using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Where a parcel that comes back is.</summary>
[JsonConverter(typeof(OpenEnumConverter<ReturnShipmentStatus>))]
public readonly record struct ReturnShipmentStatus(string? Value) : IOpenEnum<ReturnShipmentStatus>
{
    public static readonly ReturnShipmentStatus Pending = new("pending");
    public static readonly ReturnShipmentStatus ReadyToShip = new("ready_to_ship");
    public static readonly ReturnShipmentStatus Shipped = new("shipped");
    public static readonly ReturnShipmentStatus NotDelivered = new("not_delivered");
    public static readonly ReturnShipmentStatus Delivered = new("delivered");
    public static readonly ReturnShipmentStatus Cancelled = new("cancelled");

    public static IReadOnlyList<ReturnShipmentStatus> Known { get; } = [Pending, ReadyToShip, Shipped, NotDelivered, Delivered, Cancelled];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ReturnShipmentStatus From(string value) => new(value);

    public bool Equals(ReturnShipmentStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
