using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A change for another variation, or a replacement by the same one.</summary>
[JsonConverter(typeof(OpenEnumConverter<ChangeType>))]
public readonly record struct ChangeType(string? Value) : IOpenEnum<ChangeType>
{
    public static readonly ChangeType Change = new("change");
    public static readonly ChangeType Replace = new("replace");

    public static IReadOnlyList<ChangeType> Known { get; } = [Change, Replace];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ChangeType From(string value) => new(value);

    public bool Equals(ChangeType other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
