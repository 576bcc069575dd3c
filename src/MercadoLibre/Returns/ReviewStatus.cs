using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What the warehouse found; absent where the seller looks himself.</summary>
[JsonConverter(typeof(OpenEnumConverter<ReviewStatus>))]
public readonly record struct ReviewStatus(string? Value) : IOpenEnum<ReviewStatus>
{
    public static readonly ReviewStatus Success = new("success");
    public static readonly ReviewStatus Failed = new("failed");

    public static IReadOnlyList<ReviewStatus> Known { get; } = [Success, Failed];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ReviewStatus From(string value) => new(value);

    public bool Equals(ReviewStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
