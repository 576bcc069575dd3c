using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Where a shipment stands; <see cref="ShipmentSubstatus"/> says it more exactly.</summary>
[JsonConverter(typeof(OpenEnumConverter<ShipmentStatus>))]
public readonly record struct ShipmentStatus(string? Value) : IOpenEnum<ShipmentStatus>
{
    public static readonly ShipmentStatus ToBeAgreed = new("to_be_agreed");
    public static readonly ShipmentStatus Pending = new("pending");
    public static readonly ShipmentStatus Handling = new("handling");
    public static readonly ShipmentStatus ReadyToShip = new("ready_to_ship");
    public static readonly ShipmentStatus Shipped = new("shipped");
    public static readonly ShipmentStatus Delivered = new("delivered");
    public static readonly ShipmentStatus NotDelivered = new("not_delivered");
    public static readonly ShipmentStatus NotVerified = new("not_verified");
    public static readonly ShipmentStatus Cancelled = new("cancelled");
    public static readonly ShipmentStatus Closed = new("closed");
    public static readonly ShipmentStatus Error = new("error");
    public static readonly ShipmentStatus Active = new("active");
    public static readonly ShipmentStatus NotSpecified = new("not_specified");
    public static readonly ShipmentStatus StaleReadyToShip = new("stale_ready_to_ship");
    public static readonly ShipmentStatus StaleShipped = new("stale_shipped");

    public static IReadOnlyList<ShipmentStatus> Known { get; } =
    [
        ToBeAgreed, Pending, Handling, ReadyToShip, Shipped, Delivered, NotDelivered, NotVerified, Cancelled, Closed, Error, Active, NotSpecified,
        StaleReadyToShip, StaleShipped,
    ];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ShipmentStatus From(string value) => new(value);

    public bool Equals(ShipmentStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
