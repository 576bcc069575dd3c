using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>How far a claim is. In a <c>dispute</c> a mediator decides, and the seller may write to nobody else.</summary>
[JsonConverter(typeof(OpenEnumConverter<ClaimStage>))]
public readonly record struct ClaimStage(string? Value) : IOpenEnum<ClaimStage>
{
    public static readonly ClaimStage Claim = new("claim");
    public static readonly ClaimStage Dispute = new("dispute");
    public static readonly ClaimStage Recontact = new("recontact");
    public static readonly ClaimStage None = new("none");
    public static readonly ClaimStage Stale = new("stale");

    public static IReadOnlyList<ClaimStage> Known { get; } = [Claim, Dispute, Recontact, None, Stale];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ClaimStage From(string value) => new(value);

    public bool Equals(ClaimStage other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
