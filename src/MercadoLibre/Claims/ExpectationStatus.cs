using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What became of a proposed resolution.</summary>
[JsonConverter(typeof(OpenEnumConverter<ExpectationStatus>))]
public readonly record struct ExpectationStatus(string? Value) : IOpenEnum<ExpectationStatus>
{
    public static readonly ExpectationStatus Pending = new("pending");
    public static readonly ExpectationStatus Accepted = new("accepted");
    public static readonly ExpectationStatus Rejected = new("rejected");

    public static IReadOnlyList<ExpectationStatus> Known { get; } = [Pending, Accepted, Rejected];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ExpectationStatus From(string value) => new(value);

    public bool Equals(ExpectationStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
