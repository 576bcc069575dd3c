using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Where the money of a return is.</summary>
[JsonConverter(typeof(OpenEnumConverter<ReturnMoneyStatus>))]
public readonly record struct ReturnMoneyStatus(string? Value) : IOpenEnum<ReturnMoneyStatus>
{
    public static readonly ReturnMoneyStatus Retained = new("retained");
    public static readonly ReturnMoneyStatus Refunded = new("refunded");
    public static readonly ReturnMoneyStatus Available = new("available");

    public static IReadOnlyList<ReturnMoneyStatus> Known { get; } = [Retained, Refunded, Available];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ReturnMoneyStatus From(string value) => new(value);

    public bool Equals(ReturnMoneyStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
