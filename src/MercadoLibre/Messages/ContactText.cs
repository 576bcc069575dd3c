using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>How an option of the action guide is said.</summary>
[JsonConverter(typeof(OpenEnumConverter<ContactText>))]
public readonly record struct ContactText(string? Value) : IOpenEnum<ContactText>
{
    public static readonly ContactText Template = new("template");
    public static readonly ContactText FreeText = new("free_text");

    public static IReadOnlyList<ContactText> Known { get; } = [Template, FreeText];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ContactText From(string value) => new(value);

    public bool Equals(ContactText other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
