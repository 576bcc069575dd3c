using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What kind of thing was moderated.</summary>
[JsonConverter(typeof(OpenEnumConverter<ModeratedElement>))]
public readonly record struct ModeratedElement(string? Value) : IOpenEnum<ModeratedElement>
{
    public static readonly ModeratedElement Item = new("ITM");
    public static readonly ModeratedElement Question = new("QUE");
    public static readonly ModeratedElement Answer = new("ANS");

    public static IReadOnlyList<ModeratedElement> Known { get; } = [Item, Question, Answer];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ModeratedElement From(string value) => new(value);

    public bool Equals(ModeratedElement other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
