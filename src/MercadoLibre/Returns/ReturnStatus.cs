using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Where a return stands.</summary>
[JsonConverter(typeof(OpenEnumConverter<ReturnStatus>))]
public readonly record struct ReturnStatus(string? Value) : IOpenEnum<ReturnStatus>
{
    public static readonly ReturnStatus Pending = new("pending");
    public static readonly ReturnStatus LabelGenerated = new("label_generated");
    public static readonly ReturnStatus Shipped = new("shipped");
    public static readonly ReturnStatus Delivered = new("delivered");
    public static readonly ReturnStatus Expired = new("expired");
    public static readonly ReturnStatus Failed = new("failed");
    public static readonly ReturnStatus Cancelled = new("cancelled");
    public static readonly ReturnStatus NotDelivered = new("not_delivered");
    public static readonly ReturnStatus ReturnToBuyer = new("return_to_buyer");
    public static readonly ReturnStatus Scheduled = new("scheduled");
    public static readonly ReturnStatus PendingCancel = new("pending_cancel");
    public static readonly ReturnStatus PendingDelivered = new("pending_delivered");
    public static readonly ReturnStatus PendingExpiration = new("pending_expiration");
    public static readonly ReturnStatus PendingFailure = new("pending_failure");

    public static IReadOnlyList<ReturnStatus> Known { get; } =
    [
        Pending, LabelGenerated, Shipped, Delivered, Expired, Failed, Cancelled, NotDelivered, ReturnToBuyer, Scheduled, PendingCancel,
        PendingDelivered, PendingExpiration, PendingFailure,
    ];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ReturnStatus From(string value) => new(value);

    public bool Equals(ReturnStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
