using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Whose part somebody plays in a claim. The seller is nearly always the respondent; in a cancelled sale he is the complainant.</summary>
[JsonConverter(typeof(OpenEnumConverter<ClaimRole>))]
public readonly record struct ClaimRole(string? Value) : IOpenEnum<ClaimRole>
{
    public static readonly ClaimRole Complainant = new("complainant");
    public static readonly ClaimRole Respondent = new("respondent");
    public static readonly ClaimRole Mediator = new("mediator");
    public static readonly ClaimRole Purchase = new("purchase");

    public static IReadOnlyList<ClaimRole> Known { get; } = [Complainant, Respondent, Mediator, Purchase];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ClaimRole From(string value) => new(value);

    public bool Equals(ClaimRole other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
