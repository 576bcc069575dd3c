using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Where an order stands. <c>confirmed</c> is the beginning, before anything was paid; a refund to the wallet may leave it <c>paid</c> with the tag <c>unfulfilled</c>.</summary>
[JsonConverter(typeof(OpenEnumConverter<OrderStatus>))]
public readonly record struct OrderStatus(string? Value) : IOpenEnum<OrderStatus>
{
    public static readonly OrderStatus Confirmed = new("confirmed");
    public static readonly OrderStatus PaymentRequired = new("payment_required");
    public static readonly OrderStatus PaymentInProcess = new("payment_in_process");
    public static readonly OrderStatus PartiallyPaid = new("partially_paid");
    public static readonly OrderStatus Paid = new("paid");
    public static readonly OrderStatus PartiallyRefunded = new("partially_refunded");
    public static readonly OrderStatus PendingCancel = new("pending_cancel");
    public static readonly OrderStatus Cancelled = new("cancelled");
    public static readonly OrderStatus Invalid = new("invalid");

    public static IReadOnlyList<OrderStatus> Known { get; } =
    [
        Confirmed, PaymentRequired, PaymentInProcess, PartiallyPaid, Paid, PartiallyRefunded, PendingCancel, Cancelled, Invalid,
    ];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static OrderStatus From(string value) => new(value);

    public bool Equals(OrderStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
