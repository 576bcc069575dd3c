using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Condition of what is sold.</summary>
[JsonConverter(typeof(OpenEnumConverter<ItemCondition>))]
public readonly record struct ItemCondition(string? Value) : IOpenEnum<ItemCondition>
{
    public static readonly ItemCondition New = new("new");
    public static readonly ItemCondition Used = new("used");
    public static readonly ItemCondition NotSpecified = new("not_specified");
    public static readonly ItemCondition Refurbished = new("refurbished");
    public static readonly ItemCondition Reconditioned = new("reconditioned");

    public static IReadOnlyList<ItemCondition> Known { get; } = [New, Used, NotSpecified, Refurbished, Reconditioned];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ItemCondition From(string value) => new(value);

    public bool Equals(ItemCondition other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
