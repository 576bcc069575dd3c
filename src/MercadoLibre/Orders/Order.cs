using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A sale of one item, in any quantity. A cart is several orders that share a pack. Any part may be missing: the platform answers 206 when it couldn't read one.</summary>
public sealed record Order
{
    public long? Id { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    /// <summary>What searches filter and sort by; it differs from <see cref="LastUpdated"/>.</summary>
    public DateTimeOffset? DateLastUpdated { get; init; }

    public DateTimeOffset? DateClosed { get; init; }

    public DateTimeOffset? ExpirationDate { get; init; }

    /// <summary>Null on sales without a pack: use <see cref="ConversationPack"/>.</summary>
    public long? PackId { get; init; }

    public bool? Fulfilled { get; init; }

    public string? BuyingMode { get; init; }

    public OrderStatus Status { get; init; }

    [JsonConverter(typeof(DetailConverter))]
    public StatusDetail? StatusDetail { get; init; }

    public IReadOnlyList<string> Tags { get => field ?? []; init; }

    public IReadOnlyList<string> StaticTags { get => field ?? []; init; }

    public IReadOnlyList<string> InternalTags { get => field ?? []; init; }

    public IReadOnlyList<OrderItem> OrderItems { get => field ?? []; init; }

    public IReadOnlyList<Payment> Payments { get => field ?? []; init; }

    public OrderShipping? Shipping { get; init; }

    public OrderParty? Buyer { get; init; }

    public OrderParty? Seller { get; init; }

    public OrderContext? Context { get; init; }

    public OrderFeedback? Feedback { get; init; }

    public IReadOnlyList<OrderMediation> Mediations { get => field ?? []; init; }

    public decimal? TotalAmount { get; init; }

    public decimal? PaidAmount { get; init; }

    public decimal? ShippingCost { get; init; }

    public OrderTaxes? Taxes { get; init; }

    public string? CurrencyId { get; init; }

    public CancelDetail? CancelDetail { get; init; }

    public DateTimeOffset? ManufacturingEndingDate { get; init; }

    public OrderRequest? OrderRequest { get; init; }

    public JsonElement? RelatedOrders { get; init; }

    public string? Comments { get; init; }

    public bool? HiddenForSeller { get; init; }

    /// <summary>What conversations, messages and the action guide call a pack: the pack, or the order itself where it has none.</summary>
    [JsonIgnore]
    public long? ConversationPack => PackId ?? Id;

    /// <summary>The platform suspects fraud: the seller mustn't ship.</summary>
    [JsonIgnore]
    public bool IsFraudRisk => HasTag(OrderTags.FraudRiskDetected);

    public bool HasTag(string tag) =>
        Tags.Concat(StaticTags).Concat(InternalTags).Contains(tag, StringComparer.OrdinalIgnoreCase);

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
