namespace MeliBot.Simulator;

/// <summary>The product's way back, as it stands at one moment.</summary>
public sealed record WorldReturn
{
    public required long Id { get; init; }
    public required long ClaimId { get; init; }
    public string Status { get; init; } = ReturnStatuses.LabelGenerated;

    /// <summary>retained, refunded or available.</summary>
    public string Money { get; init; } = "retained";

    /// <summary>low_cost, return_partial or return_total.</summary>
    public string Subtype { get; init; } = "return_total";

    /// <summary>shipped, delivered or n/a.</summary>
    public string RefundAt { get; init; } = "delivered";

    public IReadOnlyList<WorldReturnShipment> Shipments { get; init; } = [];
    public IReadOnlyList<WorldReview> Reviews { get; init; } = [];

    /// <summary>A warehouse looks at the product first.</summary>
    public bool IntermediateCheck { get; init; }

    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset LastUpdated { get; init; }
    public DateTimeOffset? Closed { get; init; }

    /// <summary>Still on its way, or arrived and not yet looked at.</summary>
    public bool IsOpen => Closed is null;
}

/// <param name="Type">return or return_from_triage.</param>
/// <param name="Destination">seller_address or warehouse.</param>
public sealed record WorldReturnShipment(long Id, string Status, string Type, string Destination, string? Tracking);

/// <summary>What somebody found in the parcel that came back.</summary>
/// <param name="Method">none or triage.</param>
/// <param name="SellerStatus">success or failed; null: the seller has said nothing.</param>
public sealed record WorldReview(string Method, string Status, string? Condition, string? Benefited, string? SellerStatus, string? SellerReason, string? Message, DateTimeOffset At);

/// <summary>The product that is sent instead.</summary>
public sealed record WorldChange(string Status, DateTimeOffset Created, DateTimeOffset LastUpdated, DateTimeOffset From, DateTimeOffset To);
