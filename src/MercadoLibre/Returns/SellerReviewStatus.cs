using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What became of the seller's own review.</summary>
[JsonConverter(typeof(OpenEnumConverter<SellerReviewStatus>))]
public readonly record struct SellerReviewStatus(string? Value) : IOpenEnum<SellerReviewStatus>
{
    public static readonly SellerReviewStatus Pending = new("pending");
    public static readonly SellerReviewStatus Success = new("success");
    public static readonly SellerReviewStatus Failed = new("failed");
    public static readonly SellerReviewStatus Claimed = new("claimed");

    public static IReadOnlyList<SellerReviewStatus> Known { get; } = [Pending, Success, Failed, Claimed];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static SellerReviewStatus From(string value) => new(value);

    public bool Equals(SellerReviewStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
