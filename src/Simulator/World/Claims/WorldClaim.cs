namespace MeliBot.Simulator;

/// <summary>A claim, as it stands at one moment. Every word can be one that nobody knows.</summary>
public sealed record WorldClaim
{
    public required long Id { get; init; }
    public required string Type { get; init; }
    public required string Stage { get; init; }
    public string Status { get; init; } = ClaimStatuses.Opened;

    /// <summary>order, payment, shipment or purchase.</summary>
    public required string Resource { get; init; }

    public required long ResourceId { get; init; }

    /// <summary>The order behind the resource; null: the world has none.</summary>
    public long? OrderId { get; init; }

    /// <summary>The conversation of the sale, blocked while the claim is open.</summary>
    public long? Conversation { get; init; }

    public long? ParentId { get; init; }
    public string? ReasonId { get; init; }
    public bool Fulfilled { get; init; } = true;
    public string? QuantityType { get; init; } = "total";
    public int? Quantity { get; init; } = 1;
    public required string SiteId { get; init; }
    public required long SellerId { get; init; }
    public required long BuyerId { get; init; }

    /// <summary>The seller complains and the buyer responds, as in a sale that the seller cancelled.</summary>
    public bool SellerComplains { get; init; }

    /// <summary>There once the mediator has stepped in.</summary>
    public long? MediatorId { get; init; }

    /// <summary>The mediator isn't among the players although there is one, as it often is.</summary>
    public bool HidesMediator { get; init; }

    /// <summary>The one action that somebody has to take by a date.</summary>
    public WorldMandate? Mandate { get; init; }

    /// <summary>What the seller may do whatever the rules say; null: as they say.</summary>
    public IReadOnlyList<WorldClaimAction>? SellerActions { get; init; }

    public WorldResolution? Resolution { get; init; }
    public WorldReputation Reputation { get; init; } = new("not_applies");
    public IReadOnlyList<WorldClaimMessage> Messages { get; init; } = [];
    public IReadOnlyList<WorldExpectation> Expectations { get; init; } = [];
    public IReadOnlyList<WorldEvidence> Evidences { get; init; } = [];
    public IReadOnlyList<WorldStatusChange> StatusChanges { get; init; } = [];
    public IReadOnlyList<WorldActionTaken> ActionsTaken { get; init; } = [];
    public WorldReturn? Return { get; init; }
    public WorldChange? Change { get; init; }

    /// <summary>Messages without <c>hash</c>, as older answers have them.</summary>
    public bool Hashless { get; init; }

    /// <summary>The reason for which the seller's next message is moderated, whatever it says.</summary>
    public string? ModerateNext { get; init; }

    /// <summary>Money that the buyer got back by it.</summary>
    public decimal Refunded { get; init; }

    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>When the world first had it, however old it says it is.</summary>
    public DateTimeOffset Born { get; init; }

    public bool IsOpen => Status != ClaimStatuses.Closed;

    public string SellerRole => SellerComplains ? ClaimRoles.Complainant : ClaimRoles.Respondent;

    public string BuyerRole => SellerComplains ? ClaimRoles.Respondent : ClaimRoles.Complainant;

    /// <summary><c>PNR</c>, <c>PDD</c>, <c>CS</c> or whatever stands before the digits; null without a reason.</summary>
    public string? ReasonGroup => ReasonId?.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    /// <summary>Parts of the claim that have a resource of their own.</summary>
    public IReadOnlyList<string> RelatedEntities =>
        [.. Return is null ? Array.Empty<string>() : ["return"], .. Change is null ? Array.Empty<string>() : ["change"], .. Return is { Reviews.Count: > 0 } ? ["reviews"] : Array.Empty<string>()];

    /// <summary>The user behind a role; null: nobody.</summary>
    public long? UserOf(string role) => role switch
    {
        ClaimRoles.Mediator => MediatorId,
        _ when role == SellerRole => SellerId,
        _ when role == BuyerRole => BuyerId,
        _ => null,
    };
}

/// <summary>Who has to do what, until when.</summary>
public sealed record WorldMandate(string Role, string Action, DateTimeOffset Due);

public sealed record WorldClaimAction(string Action, bool Mandatory = false, DateTimeOffset? Due = null);

public sealed record WorldResolution(string Reason, DateTimeOffset At, IReadOnlyList<string> Benefited, string ClosedBy, bool Coverage);

/// <param name="Affects">affected, not_affected or not_applies.</param>
/// <param name="Due">Until when solving it spares the reputation.</param>
public sealed record WorldReputation(string Affects, bool Incentive = false, DateTimeOffset? Due = null);

public sealed record WorldClaimMessage
{
    public required int Index { get; init; }
    public required string Hash { get; init; }
    public required string Sender { get; init; }
    public required string Receiver { get; init; }
    public required string Text { get; init; }
    public required string Stage { get; init; }
    public IReadOnlyList<WorldFile> Files { get; init; } = [];
    public string Status { get; init; } = "available";
    public string Moderation { get; init; } = "clean";
    public string? Reason { get; init; }
    public bool Repeated { get; init; }
    public required DateTimeOffset Created { get; init; }

    /// <summary><c>app:{id}</c>, <c>elsewhere</c>, <c>buyer</c> or <c>mediator</c>.</summary>
    public required string By { get; init; }
}

/// <summary>What somebody proposes as the end.</summary>
/// <param name="Status">pending, accepted or rejected.</param>
public sealed record WorldExpectation(string Role, long UserId, string Resolution, string Status, decimal? Percentage, decimal? Amount, DateTimeOffset Created, DateTimeOffset LastUpdated, string By);

public sealed record WorldEvidence
{
    public required string Type { get; init; }
    public string? Method { get; init; }
    public string? Company { get; init; }
    public string? Tracking { get; init; }
    public string? Agency { get; init; }
    public string? ReceiverName { get; init; }
    public string? ReceiverId { get; init; }
    public string? ReceiverEmail { get; init; }
    public string? Shipped { get; init; }
    public string? Delivered { get; init; }
    public string? Handling { get; init; }
    public IReadOnlyList<WorldFile> Files { get; init; } = [];
}

public sealed record WorldStatusChange(string Stage, string Status, DateTimeOffset At, string By);

public sealed record WorldActionTaken(string Action, string Role, string? Stage, string? Status, DateTimeOffset At);

/// <summary>The claim as it became, or why it did not.</summary>
public sealed record ClaimOutcome(WorldClaim? Claim, Refusal? Refusal = null)
{
    public bool Accepted => Refusal is null;
}
