using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What the platform takes a reason for.</summary>
[JsonConverter(typeof(OpenEnumConverter<ClaimTriage>))]
public readonly record struct ClaimTriage(string? Value) : IOpenEnum<ClaimTriage>
{
    public static readonly ClaimTriage Repentant = new("repentant");
    public static readonly ClaimTriage Defective = new("defective");
    public static readonly ClaimTriage Incomplete = new("incomplete");
    public static readonly ClaimTriage Different = new("different");
    public static readonly ClaimTriage NotWorking = new("not_working");

    public static IReadOnlyList<ClaimTriage> Known { get; } = [Repentant, Defective, Incomplete, Different, NotWorking];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ClaimTriage From(string value) => new(value);

    public bool Equals(ClaimTriage other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
