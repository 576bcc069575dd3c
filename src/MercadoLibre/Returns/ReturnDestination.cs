using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Where a parcel that comes back goes.</summary>
[JsonConverter(typeof(OpenEnumConverter<ReturnDestination>))]
public readonly record struct ReturnDestination(string? Value) : IOpenEnum<ReturnDestination>
{
    public static readonly ReturnDestination SellerAddress = new("seller_address");
    public static readonly ReturnDestination Warehouse = new("warehouse");

    public static IReadOnlyList<ReturnDestination> Known { get; } = [SellerAddress, Warehouse];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ReturnDestination From(string value) => new(value);

    public bool Equals(ReturnDestination other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
