using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Where a review stands.</summary>
[JsonConverter(typeof(OpenEnumConverter<ReviewStage>))]
public readonly record struct ReviewStage(string? Value) : IOpenEnum<ReviewStage>
{
    public static readonly ReviewStage Closed = new("closed");
    public static readonly ReviewStage Pending = new("pending");
    public static readonly ReviewStage SellerReviewPending = new("seller_review_pending");
    public static readonly ReviewStage Timeout = new("timeout");

    public static IReadOnlyList<ReviewStage> Known { get; } = [Closed, Pending, SellerReviewPending, Timeout];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ReviewStage From(string value) => new(value);

    public bool Equals(ReviewStage other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
