namespace MeliBot.Simulator;

/// <summary>A claim that somebody opens. With an order the rest follows from it; without one seller and buyer are named.</summary>
public sealed record NewClaim
{
    public long? OrderId { get; init; }
    public string Type { get; init; } = ClaimTypes.Mediations;

    /// <summary>null: claim where the parties talk, none where they don't.</summary>
    public string? Stage { get; init; }

    public string? ReasonId { get; init; } = "PDD9939";

    /// <summary>The claim has no reason.</summary>
    public bool NoReason { get; init; }

    /// <summary>What the complainant writes at once.</summary>
    public string? Text { get; init; }

    /// <summary>The complainant's wish; null: the reason's first.</summary>
    public string? Wants { get; init; }

    /// <summary>order, payment, shipment or purchase.</summary>
    public string Resource { get; init; } = "order";

    /// <summary>Otherwise it follows from the order.</summary>
    public long? ResourceId { get; init; }

    public long? SellerId { get; init; }
    public long? BuyerId { get; init; }
    public long? ParentId { get; init; }
    public string? QuantityType { get; init; } = "total";
    public int? Quantity { get; init; }
    public bool? SellerComplains { get; init; }

    /// <summary>How long ago it was opened.</summary>
    public TimeSpan Ago { get; init; }

    /// <summary>Time until the seller's mandatory answer is due; negative: it was due before. Null: the platform's.</summary>
    public TimeSpan? DueIn { get; init; }

    /// <summary>Nobody has to do anything.</summary>
    public bool NoMandate { get; init; }

    public bool HidesMediator { get; init; }
    public bool Hashless { get; init; }
}
