using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A shipment, in the body that <c>x-format-new</c> asks for or in the older flat one.</summary>
public sealed record Shipment
{
    public long? Id { get; init; }

    public ShipmentStatus Status { get; init; }

    public ShipmentSubstatus Substatus { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    public DateTimeOffset? DateFirstPrinted { get; init; }

    public IReadOnlyList<string> Tags { get => field ?? []; init; }

    public string? TrackingNumber { get; init; }

    /// <summary>The carrier's name for its service.</summary>
    public string? TrackingMethod { get; init; }

    public string? ReturnTrackingNumber { get; init; }

    /// <summary>New body; use <see cref="ModeOfShipping"/> and <see cref="TypeOfLogistic"/>.</summary>
    public Logistic? Logistic { get; init; }

    /// <summary>New body; use <see cref="Promise"/>.</summary>
    public ShippingPromise? LeadTime { get; init; }

    /// <summary>New body.</summary>
    public ShipmentEnd? Origin { get; init; }

    /// <summary>New body.</summary>
    public ShipmentEnd? Destination { get; init; }

    public ShipmentSource? Source { get; init; }

    public ShipmentSibling? Sibling { get; init; }

    public JsonElement? Dimensions { get; init; }

    public decimal? DeclaredValue { get; init; }

    public string? ExternalReference { get; init; }

    public JsonElement? Quotation { get; init; }

    public PriorityClass? PriorityClass { get; init; }

    public SnapshotPacking? SnapshotPacking { get; init; }

    public IReadOnlyList<string> ItemsTypes { get => field ?? []; init; }

    /// <summary>Old body.</summary>
    public ShippingMode Mode { get; init; }

    /// <summary>Old body.</summary>
    public LogisticType LogisticType { get; init; }

    /// <summary>Old body.</summary>
    public ShippingPromise? ShippingOption { get; init; }

    /// <summary>Old body only; with the new one read the shipment's items.</summary>
    public long? OrderId { get; init; }

    public long? SenderId { get; init; }

    public long? ReceiverId { get; init; }

    public ShipmentAddress? SenderAddress { get; init; }

    public ShipmentAddress? ReceiverAddress { get; init; }

    public StatusHistory? StatusHistory { get; init; }

    public IReadOnlyList<ShipmentMove> SubstatusHistory { get => field ?? []; init; }

    public IReadOnlyList<ShipmentItem> ShippingItems { get => field ?? []; init; }

    public IReadOnlyList<string> Delay { get => field ?? []; init; }

    public string? Type { get; init; }

    public string? CreatedBy { get; init; }

    public string? SiteId { get; init; }

    public string? MarketPlace { get; init; }

    public long? ServiceId { get; init; }

    public long? CustomerId { get; init; }

    public long? ApplicationId { get; init; }

    public decimal? BaseCost { get; init; }

    public decimal? OrderCost { get; init; }

    public string? Comments { get; init; }

    public JsonElement? CarrierInfo { get; init; }

    public JsonElement? ReturnDetails { get; init; }

    public JsonElement? CostComponents { get; init; }

    [JsonIgnore]
    public ShippingMode ModeOfShipping => Logistic?.Mode is { Value: not null } mode ? mode : Mode;

    [JsonIgnore]
    public LogisticType TypeOfLogistic => Logistic?.Type is { Value: not null } type ? type : LogisticType;

    [JsonIgnore]
    public ShippingPromise? Promise => LeadTime ?? ShippingOption;

    /// <summary>The day for which the buyer was promised it, when one was.</summary>
    [JsonIgnore]
    public DateTimeOffset? PromisedFor =>
        Promise?.EstimatedDeliveryTime?.Date ?? Promise?.EstimatedDeliveryLimit?.Date ?? Promise?.EstimatedDeliveryFinal?.Date;

    /// <summary>Mercado Libre stores it, packs it and sends it.</summary>
    [JsonIgnore]
    public bool IsFull => TypeOfLogistic == MercadoLibre.LogisticType.Fulfillment;

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
