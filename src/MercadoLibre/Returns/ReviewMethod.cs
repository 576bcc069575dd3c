using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Who looked at what came back: <c>none</c> is the seller himself, <c>triage</c> Mercado Libre's warehouse.</summary>
[JsonConverter(typeof(OpenEnumConverter<ReviewMethod>))]
public readonly record struct ReviewMethod(string? Value) : IOpenEnum<ReviewMethod>
{
    public static readonly ReviewMethod None = new("none");
    public static readonly ReviewMethod Triage = new("triage");

    public static IReadOnlyList<ReviewMethod> Known { get; } = [None, Triage];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ReviewMethod From(string value) => new(value);

    public bool Equals(ReviewMethod other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
