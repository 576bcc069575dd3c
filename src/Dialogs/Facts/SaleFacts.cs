namespace MeliBot.Dialogs.Facts;

/// <summary>
/// What is known about a sale: an order, or a pack of several. Every null means "not known", which is also what it is where the orders of a pack say different things.
/// Nothing about the buyer's person is here: no address, no document, no telephone.
/// </summary>
public sealed record SaleFacts
{
    /// <summary>The pack, or the order of a sale without one.</summary>
    public required string Number { get; init; }

    /// <summary>Where it stands in the pipeline, of <see cref="SaleWords.Stages"/>.</summary>
    public Fact<string>? Stage { get; init; }

    /// <summary>The platform's own word.</summary>
    public Fact<string>? Status { get; init; }

    /// <summary>As the platform has them; of all orders together.</summary>
    public Fact<IReadOnlyList<string>>? Tags { get; init; }

    public Fact<Money>? Total { get; init; }

    /// <summary>The platform suspects fraud in one of the orders: do not ship.</summary>
    public Fact<bool>? FraudRisk { get; init; }

    /// <summary>How many orders the sale is of.</summary>
    public Fact<int>? Orders { get; init; }

    public Fact<IReadOnlyList<SoldLine>>? Lines { get; init; }

    public Fact<string>? PaymentStatus { get; init; }

    public Fact<string>? PaymentDetail { get; init; }

    /// <summary>Why it was cancelled, in the platform's word.</summary>
    public Fact<string>? CancelCode { get; init; }

    public Fact<DateTimeOffset>? BoughtAt { get; init; }

    /// <summary>Null where nothing is shipped, or not known to be.</summary>
    public ShipmentFacts? Shipment { get; init; }
}

/// <param name="Item">The listing's id; null when not known.</param>
/// <param name="Variation">Its choices in words; null where it has none.</param>
public sealed record SoldLine(string? Item, string? Title, string? Variation, int Quantity);

/// <summary>What is known about how a sale is sent: of several parcels only what all of them say.</summary>
public sealed record ShipmentFacts
{
    public Fact<string>? Status { get; init; }

    public Fact<string>? Substatus { get; init; }

    public Fact<string>? Mode { get; init; }

    public Fact<string>? LogisticType { get; init; }

    /// <summary>The platform's name for carrier and service.</summary>
    public Fact<string>? Carrier { get; init; }

    public Fact<string>? Tracking { get; init; }

    /// <summary>The day for which the buyer was promised it.</summary>
    public Fact<DateTimeOffset>? PromisedFor { get; init; }

    /// <summary>How many parcels.</summary>
    public Fact<int>? Parcels { get; init; }
}

/// <param name="Account">The seller's user id.</param>
/// <param name="Number">The pack, or the order of a sale without one.</param>
public sealed record SaleRequest(long Account, string? SiteId, long Number)
{
    /// <summary>The one order of the pack that is meant; null for all of it.</summary>
    public long? Order { get; init; }
}
