using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A closed claim may open again.</summary>
[JsonConverter(typeof(OpenEnumConverter<ClaimStatus>))]
public readonly record struct ClaimStatus(string? Value) : IOpenEnum<ClaimStatus>
{
    public static readonly ClaimStatus Opened = new("opened");
    public static readonly ClaimStatus Closed = new("closed");

    public static IReadOnlyList<ClaimStatus> Known { get; } = [Opened, Closed];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ClaimStatus From(string value) => new(value);

    public bool Equals(ClaimStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
