using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Whether a reason is in use.</summary>
[JsonConverter(typeof(OpenEnumConverter<ClaimReasonStatus>))]
public readonly record struct ClaimReasonStatus(string? Value) : IOpenEnum<ClaimReasonStatus>
{
    public static readonly ClaimReasonStatus Active = new("active");

    public static IReadOnlyList<ClaimReasonStatus> Known { get; } = [Active];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ClaimReasonStatus From(string value) => new(value);

    public bool Equals(ClaimReasonStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
