namespace MeliBot.Simulator;

/// <summary>A sale of one item, as it stands at one moment. Statuses are the platform's words, so that a test can use one nobody knows.</summary>
public sealed record WorldOrder
{
    public required long Id { get; init; }

    /// <summary>Null: the sale has none, and its own id names its conversation.</summary>
    public long? PackId { get; init; }

    public required long SellerId { get; init; }
    public required long BuyerId { get; init; }
    public required string SiteId { get; init; }
    public required string ItemId { get; init; }
    public required string Title { get; init; }
    public WorldVariation? Variation { get; init; }
    public string? Sku { get; init; }
    public int Quantity { get; init; } = 1;
    public decimal UnitPrice { get; init; }
    public required string CurrencyId { get; init; }
    public string Status { get; init; } = OrderStatuses.PaymentRequired;
    public IReadOnlyList<string> Tags { get; init; } = [];
    public WorldPayment? Payment { get; init; }
    public long? ShipmentId { get; init; }
    public WorldShipping Shipping { get; init; } = new();
    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset LastUpdated { get; init; }
    public DateTimeOffset? Closed { get; init; }
    public WorldCancel? Cancel { get; init; }

    /// <summary>Its claims, open or closed.</summary>
    public IReadOnlyList<long> Mediations { get; init; } = [];

    /// <summary>Reads answer 206 without these parts: buyer, feedback, mediations, seller, shipping.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public decimal Total => UnitPrice * Quantity;

    /// <summary>What messages call the pack.</summary>
    public long Conversation => PackId ?? Id;
}

public sealed record WorldPayment(long Id, string Status, string Detail, decimal Amount, DateTimeOffset Created, DateTimeOffset? Approved, DateTimeOffset LastModified, decimal Refunded = 0);

/// <param name="Group">buyer, seller, fraud, ...</param>
public sealed record WorldCancel(string Group, string Code, string RequestedBy, DateTimeOffset At);

public static class OrderStatuses
{
    public const string Confirmed = "confirmed";
    public const string PaymentRequired = "payment_required";
    public const string PaymentInProcess = "payment_in_process";
    public const string Paid = "paid";
    public const string Cancelled = "cancelled";
    public const string Invalid = "invalid";
}

/// <summary>A shipment, as it stands at one moment.</summary>
public sealed record WorldShipment
{
    public required long Id { get; init; }
    public required long SellerId { get; init; }
    public required long BuyerId { get; init; }
    public required string SiteId { get; init; }
    public IReadOnlyList<long> Orders { get; init; } = [];
    public string Status { get; init; } = "pending";
    public string? Substatus { get; init; }
    public string Mode { get; init; } = "me2";
    public string LogisticType { get; init; } = "cross_docking";
    public string? Tracking { get; init; }
    public string Carrier { get; init; } = "Correo Ejemplo";
    public DateTimeOffset? Promised { get; init; }
    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset LastUpdated { get; init; }
    public IReadOnlyList<WorldShipmentMove> Moves { get; init; } = [];
}

public sealed record WorldShipmentMove(string Status, string? Substatus, DateTimeOffset At);

/// <summary>What a buyer puts into the cart.</summary>
public sealed record SaleLine(string ItemId, int Quantity = 1, long? VariationId = null);

public sealed record NewSale
{
    public required long BuyerId { get; init; }
    public required IReadOnlyList<SaleLine> Lines { get; init; }

    /// <summary>The payment is made and approved at once.</summary>
    public bool Pay { get; init; } = true;

    /// <summary>Several lines make a pack; one line too when this is true.</summary>
    public bool? Pack { get; init; }

    /// <summary>Otherwise the first item's.</summary>
    public string? Mode { get; init; }

    public string? LogisticType { get; init; }

    /// <summary>Mercado Libre's agent sits between buyer and seller.</summary>
    public bool Agent { get; init; }

    /// <summary>How long ago it was bought.</summary>
    public TimeSpan Ago { get; init; }
}
