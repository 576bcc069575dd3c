using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Where a change of the product stands.</summary>
[JsonConverter(typeof(OpenEnumConverter<ChangeStatus>))]
public readonly record struct ChangeStatus(string? Value) : IOpenEnum<ChangeStatus>
{
    public static readonly ChangeStatus Pending = new("pending");
    public static readonly ChangeStatus Generated = new("generated");
    public static readonly ChangeStatus PurchaseShipped = new("purchase_shipped");
    public static readonly ChangeStatus PurchaseDelayed = new("purchase_delayed");
    public static readonly ChangeStatus Ready = new("ready");
    public static readonly ChangeStatus Changed = new("changed");
    public static readonly ChangeStatus ReturnShipped = new("return_shipped");
    public static readonly ChangeStatus ChangeReturnDelivered = new("change_return_delivered");
    public static readonly ChangeStatus Failed = new("failed");
    public static readonly ChangeStatus ChangeFailed = new("change_failed");

    public static IReadOnlyList<ChangeStatus> Known { get; } =
    [
        Pending, Generated, PurchaseShipped, PurchaseDelayed, Ready, Changed, ReturnShipped, ChangeReturnDelivered, Failed, ChangeFailed,
    ];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ChangeStatus From(string value) => new(value);

    public bool Equals(ChangeStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
