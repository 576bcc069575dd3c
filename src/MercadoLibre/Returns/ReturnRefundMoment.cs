using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>When the buyer gets his money: <c>delivered</c> is three days after the seller has the product.</summary>
[JsonConverter(typeof(OpenEnumConverter<ReturnRefundMoment>))]
public readonly record struct ReturnRefundMoment(string? Value) : IOpenEnum<ReturnRefundMoment>
{
    public static readonly ReturnRefundMoment Shipped = new("shipped");
    public static readonly ReturnRefundMoment Delivered = new("delivered");
    public static readonly ReturnRefundMoment Never = new("n/a");

    public static IReadOnlyList<ReturnRefundMoment> Known { get; } = [Shipped, Delivered, Never];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ReturnRefundMoment From(string value) => new(value);

    public bool Equals(ReturnRefundMoment other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
