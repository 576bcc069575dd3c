using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What somebody in a claim is in the sale.</summary>
[JsonConverter(typeof(OpenEnumConverter<ClaimPlayerType>))]
public readonly record struct ClaimPlayerType(string? Value) : IOpenEnum<ClaimPlayerType>
{
    public static readonly ClaimPlayerType Buyer = new("buyer");
    public static readonly ClaimPlayerType Seller = new("seller");
    public static readonly ClaimPlayerType Payer = new("payer");
    public static readonly ClaimPlayerType Collector = new("collector");
    public static readonly ClaimPlayerType Receiver = new("receiver");
    public static readonly ClaimPlayerType Sender = new("sender");
    public static readonly ClaimPlayerType Internal = new("internal");
    public static readonly ClaimPlayerType WarehouseDispatcher = new("warehouse_dispatcher");

    public static IReadOnlyList<ClaimPlayerType> Known { get; } = [Buyer, Seller, Payer, Collector, Receiver, Sender, Internal, WarehouseDispatcher];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ClaimPlayerType From(string value) => new(value);

    public bool Equals(ClaimPlayerType other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
