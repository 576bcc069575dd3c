using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Whether a claim or return is about all of what was bought. <c>incomplete</c> is what never came, and so can't go back.</summary>
[JsonConverter(typeof(OpenEnumConverter<ClaimQuantity>))]
public readonly record struct ClaimQuantity(string? Value) : IOpenEnum<ClaimQuantity>
{
    public static readonly ClaimQuantity Total = new("total");
    public static readonly ClaimQuantity Partial = new("partial");
    public static readonly ClaimQuantity Incomplete = new("incomplete");

    public static IReadOnlyList<ClaimQuantity> Known { get; } = [Total, Partial, Incomplete];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ClaimQuantity From(string value) => new(value);

    public bool Equals(ClaimQuantity other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
