using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>How a product was sent outside the platform's own shipping.</summary>
[JsonConverter(typeof(OpenEnumConverter<EvidenceMethod>))]
public readonly record struct EvidenceMethod(string? Value) : IOpenEnum<EvidenceMethod>
{
    public static readonly EvidenceMethod Mail = new("mail");
    public static readonly EvidenceMethod Entrusted = new("entrusted");
    public static readonly EvidenceMethod PersonalDelivery = new("personal_delivery");
    public static readonly EvidenceMethod Email = new("email");

    public static IReadOnlyList<EvidenceMethod> Known { get; } = [Mail, Entrusted, PersonalDelivery, Email];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static EvidenceMethod From(string value) => new(value);

    public bool Equals(EvidenceMethod other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
