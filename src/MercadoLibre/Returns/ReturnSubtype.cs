using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>How much comes back; of <c>low_cost</c> nothing does, because its way would cost more than it.</summary>
[JsonConverter(typeof(OpenEnumConverter<ReturnSubtype>))]
public readonly record struct ReturnSubtype(string? Value) : IOpenEnum<ReturnSubtype>
{
    public static readonly ReturnSubtype LowCost = new("low_cost");
    public static readonly ReturnSubtype ReturnPartial = new("return_partial");
    public static readonly ReturnSubtype ReturnTotal = new("return_total");

    public static IReadOnlyList<ReturnSubtype> Known { get; } = [LowCost, ReturnPartial, ReturnTotal];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ReturnSubtype From(string value) => new(value);

    public bool Equals(ReturnSubtype other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
