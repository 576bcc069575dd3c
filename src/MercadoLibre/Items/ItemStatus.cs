using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Only an <c>active</c> item's questions can be answered.</summary>
[JsonConverter(typeof(OpenEnumConverter<ItemStatus>))]
public readonly record struct ItemStatus(string? Value) : IOpenEnum<ItemStatus>
{
    public static readonly ItemStatus Active = new("active");
    public static readonly ItemStatus Paused = new("paused");
    public static readonly ItemStatus UnderReview = new("under_review");
    public static readonly ItemStatus PaymentRequired = new("payment_required");
    public static readonly ItemStatus Inactive = new("inactive");
    public static readonly ItemStatus Closed = new("closed");
    public static readonly ItemStatus Pending = new("pending");
    public static readonly ItemStatus NotYetActive = new("not_yet_active");
    public static readonly ItemStatus Programmed = new("programmed");

    public static IReadOnlyList<ItemStatus> Known { get; } = [Active, Paused, UnderReview, PaymentRequired, Inactive, Closed, Pending, NotYetActive, Programmed];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ItemStatus From(string value) => new(value);

    public bool Equals(ItemStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
