using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Whom a review favours.</summary>
[JsonConverter(typeof(OpenEnumConverter<ReviewBeneficiary>))]
public readonly record struct ReviewBeneficiary(string? Value) : IOpenEnum<ReviewBeneficiary>
{
    public static readonly ReviewBeneficiary Both = new("both");
    public static readonly ReviewBeneficiary Buyer = new("buyer");
    public static readonly ReviewBeneficiary Seller = new("seller");

    public static IReadOnlyList<ReviewBeneficiary> Known { get; } = [Both, Buyer, Seller];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ReviewBeneficiary From(string value) => new(value);

    public bool Equals(ReviewBeneficiary other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
