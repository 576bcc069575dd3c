using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What kind of case a claim is. A <c>cancel_sale</c> is the seller's own: there he is the complainant.</summary>
[JsonConverter(typeof(OpenEnumConverter<ClaimType>))]
public readonly record struct ClaimType(string? Value) : IOpenEnum<ClaimType>
{
    public static readonly ClaimType Mediations = new("mediations");
    public static readonly ClaimType Return = new("return");
    public static readonly ClaimType Returns = new("returns");
    public static readonly ClaimType Fulfillment = new("fulfillment");
    public static readonly ClaimType MlCase = new("ml_case");
    public static readonly ClaimType CancelSale = new("cancel_sale");
    public static readonly ClaimType CancelPurchase = new("cancel_purchase");
    public static readonly ClaimType Change = new("change");
    public static readonly ClaimType Service = new("service");

    public static IReadOnlyList<ClaimType> Known { get; } = [Mediations, Return, Returns, Fulfillment, MlCase, CancelSale, CancelPurchase, Change, Service];

    public bool IsKnown => OpenEnum.IsKnown(this);

    /// <summary>A return, in either of the platform's spellings. It has no messages.</summary>
    public bool IsReturn => this == Return || this == Returns;

    public static ClaimType From(string value) => new(value);

    public bool Equals(ClaimType other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
