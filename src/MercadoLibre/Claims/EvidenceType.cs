using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What a seller proves, or promises.</summary>
[JsonConverter(typeof(OpenEnumConverter<EvidenceType>))]
public readonly record struct EvidenceType(string? Value) : IOpenEnum<EvidenceType>
{
    public static readonly EvidenceType ShippingEvidence = new("shipping_evidence");
    public static readonly EvidenceType HandlingShippingEvidence = new("handling_shipping_evidence");

    public static IReadOnlyList<EvidenceType> Known { get; } = [ShippingEvidence, HandlingShippingEvidence];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static EvidenceType From(string value) => new(value);

    public bool Equals(EvidenceType other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
