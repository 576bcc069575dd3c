using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Where a payment stands.</summary>
[JsonConverter(typeof(OpenEnumConverter<PaymentStatus>))]
public readonly record struct PaymentStatus(string? Value) : IOpenEnum<PaymentStatus>
{
    public static readonly PaymentStatus Approved = new("approved");
    public static readonly PaymentStatus Pending = new("pending");
    public static readonly PaymentStatus InProcess = new("in_process");
    public static readonly PaymentStatus Authorized = new("authorized");
    public static readonly PaymentStatus InMediation = new("in_mediation");
    public static readonly PaymentStatus Rejected = new("rejected");
    public static readonly PaymentStatus Cancelled = new("cancelled");
    public static readonly PaymentStatus Refunded = new("refunded");
    public static readonly PaymentStatus ChargedBack = new("charged_back");

    public static IReadOnlyList<PaymentStatus> Known { get; } =
    [
        Approved, Pending, InProcess, Authorized, InMediation, Rejected, Cancelled, Refunded, ChargedBack,
    ];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static PaymentStatus From(string value) => new(value);

    public bool Equals(PaymentStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
