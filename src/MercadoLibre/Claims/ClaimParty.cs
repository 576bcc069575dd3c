using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Who must act, or who closed a claim. The platform mixes roles and parties here.</summary>
[JsonConverter(typeof(OpenEnumConverter<ClaimParty>))]
public readonly record struct ClaimParty(string? Value) : IOpenEnum<ClaimParty>
{
    public static readonly ClaimParty Seller = new("seller");
    public static readonly ClaimParty Buyer = new("buyer");
    public static readonly ClaimParty Mediator = new("mediator");
    public static readonly ClaimParty Complainant = new("complainant");
    public static readonly ClaimParty Respondent = new("respondent");

    public static IReadOnlyList<ClaimParty> Known { get; } = [Seller, Buyer, Mediator, Complainant, Respondent];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ClaimParty From(string value) => new(value);

    public bool Equals(ClaimParty other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
