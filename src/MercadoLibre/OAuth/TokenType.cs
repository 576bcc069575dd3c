using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Always <c>bearer</c>, in any case.</summary>
[JsonConverter(typeof(OpenEnumConverter<TokenType>))]
public readonly record struct TokenType(string? Value) : IOpenEnum<TokenType>
{
    public static readonly TokenType Bearer = new("bearer");

    public static IReadOnlyList<TokenType> Known { get; } = [Bearer];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static TokenType From(string value) => new(value);

    public bool Equals(TokenType other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
