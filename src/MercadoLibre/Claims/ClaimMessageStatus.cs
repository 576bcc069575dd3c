using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Whether a claim's message reached its reader. Of moderated ones only one's own are shown.</summary>
[JsonConverter(typeof(OpenEnumConverter<ClaimMessageStatus>))]
public readonly record struct ClaimMessageStatus(string? Value) : IOpenEnum<ClaimMessageStatus>
{
    public static readonly ClaimMessageStatus Available = new("available");
    public static readonly ClaimMessageStatus Moderated = new("moderated");
    public static readonly ClaimMessageStatus Rejected = new("rejected");
    public static readonly ClaimMessageStatus PendingTranslation = new("pending_translation");

    public static IReadOnlyList<ClaimMessageStatus> Known { get; } = [Available, Moderated, Rejected, PendingTranslation];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ClaimMessageStatus From(string value) => new(value);

    public bool Equals(ClaimMessageStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
