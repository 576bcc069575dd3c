using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Whether a claim counts against the seller.</summary>
[JsonConverter(typeof(OpenEnumConverter<ReputationEffect>))]
public readonly record struct ReputationEffect(string? Value) : IOpenEnum<ReputationEffect>
{
    public static readonly ReputationEffect Affected = new("affected");
    public static readonly ReputationEffect NotAffected = new("not_affected");
    public static readonly ReputationEffect NotApplies = new("not_applies");

    public static IReadOnlyList<ReputationEffect> Known { get; } = [Affected, NotAffected, NotApplies];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ReputationEffect From(string value) => new(value);

    public bool Equals(ReputationEffect other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
