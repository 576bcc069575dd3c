using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>How an item is bought; a <c>classified</c> has no checkout.</summary>
[JsonConverter(typeof(OpenEnumConverter<BuyingMode>))]
public readonly record struct BuyingMode(string? Value) : IOpenEnum<BuyingMode>
{
    public static readonly BuyingMode BuyItNow = new("buy_it_now");
    public static readonly BuyingMode Classified = new("classified");
    public static readonly BuyingMode Auction = new("auction");

    public static IReadOnlyList<BuyingMode> Known { get; } = [BuyItNow, Classified, Auction];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static BuyingMode From(string value) => new(value);

    public bool Equals(BuyingMode other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
