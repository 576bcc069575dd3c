using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>How one side wants a claim resolved.</summary>
[JsonConverter(typeof(OpenEnumConverter<ClaimExpectation>))]
public readonly record struct ClaimExpectation(string? Value) : IOpenEnum<ClaimExpectation>
{
    public static readonly ClaimExpectation Product = new("product");
    public static readonly ClaimExpectation Refund = new("refund");
    public static readonly ClaimExpectation ReturnProduct = new("return_product");
    public static readonly ClaimExpectation ChangeProduct = new("change_product");
    public static readonly ClaimExpectation PartialRefund = new("partial_refund");

    public static IReadOnlyList<ClaimExpectation> Known { get; } = [Product, Refund, ReturnProduct, ChangeProduct, PartialRefund];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ClaimExpectation From(string value) => new(value);

    public bool Equals(ClaimExpectation other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
