using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Where a pack stands.</summary>
[JsonConverter(typeof(OpenEnumConverter<PackStatus>))]
public readonly record struct PackStatus(string? Value) : IOpenEnum<PackStatus>
{
    public static readonly PackStatus Released = new("released");
    public static readonly PackStatus Error = new("error");
    public static readonly PackStatus PendingCancel = new("pending_cancel");
    public static readonly PackStatus Cancelled = new("cancelled");

    public static IReadOnlyList<PackStatus> Known { get; } = [Released, Error, PendingCancel, Cancelled];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static PackStatus From(string value) => new(value);

    public bool Equals(PackStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
