using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Colour of a seller's reputation, worst to best.</summary>
[JsonConverter(typeof(OpenEnumConverter<ReputationLevel>))]
public readonly record struct ReputationLevel(string? Value) : IOpenEnum<ReputationLevel>
{
    public static readonly ReputationLevel Red = new("1_red");
    public static readonly ReputationLevel Orange = new("2_orange");
    public static readonly ReputationLevel Yellow = new("3_yellow");
    public static readonly ReputationLevel LightGreen = new("4_light_green");
    public static readonly ReputationLevel Green = new("5_green");

    public static IReadOnlyList<ReputationLevel> Known { get; } = [Red, Orange, Yellow, LightGreen, Green];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ReputationLevel From(string value) => new(value);

    public bool Equals(ReputationLevel other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
