namespace MeliBot.Dialogs.Facts;

/// <summary>What is known about a claim. Every null means "not known". Words are Mercado Libre's own (<see cref="ClaimWords"/>), and may be ones that it adds later.</summary>
public sealed record ClaimFacts
{
    public required string Id { get; init; }

    /// <summary>mediations, return, cancel_sale and others.</summary>
    public Fact<string>? Type { get; init; }

    /// <summary>claim, dispute, recontact, none and others.</summary>
    public Fact<string>? Stage { get; init; }

    /// <summary>opened or closed.</summary>
    public Fact<string>? Status { get; init; }

    /// <summary>The reason's id, such as <c>PDD9549</c>.</summary>
    public Fact<string>? ReasonId { get; init; }

    /// <summary>The platform's name of the reason, such as <c>repentant_buyer</c>.</summary>
    public Fact<string>? ReasonName { get; init; }

    /// <summary>The reason in the platform's words for people.</summary>
    public Fact<string>? ReasonDetail { get; init; }

    /// <summary>Of <see cref="ClaimWords.Groups"/>; null without a reason.</summary>
    public Fact<string>? Group { get; init; }

    /// <summary>repentant, defective, incomplete, different, not_working; null where the reason names none, or several.</summary>
    public Fact<string>? Triage { get; init; }

    /// <summary>total or partial.</summary>
    public Fact<string>? Quantity { get; init; }

    /// <summary>All that we may do; empty where that is known to be nothing.</summary>
    public Fact<IReadOnlyList<string>>? Actions { get; init; }

    /// <summary>The action that Mercado Libre requires of us; null where it requires none.</summary>
    public Fact<string>? Mandatory { get; init; }

    /// <summary>Until when whoever must act must have acted.</summary>
    public Fact<DateTimeOffset>? Due { get; init; }

    /// <summary>seller, buyer or mediator.</summary>
    public Fact<string>? MustAct { get; init; }

    /// <summary>affected, not_affected or not_applies.</summary>
    public Fact<string>? Reputation { get; init; }

    /// <summary>Solving it in time spares the reputation.</summary>
    public Fact<bool>? HasIncentive { get; init; }

    /// <summary>The end of that time.</summary>
    public Fact<DateTimeOffset>? IncentiveUntil { get; init; }

    /// <summary>What the buyer asks for, by the platform's names: refund, product, return_product and others.</summary>
    public Fact<IReadOnlyList<string>>? Expected { get; init; }

    /// <summary>The product counts as delivered.</summary>
    public Fact<bool>? Fulfilled { get; init; }

    public Fact<string>? ReturnStatus { get; init; }

    /// <summary>retained, refunded or available.</summary>
    public Fact<string>? ReturnMoney { get; init; }

    /// <summary>The part that we have: respondent, or complainant where the seller claims.</summary>
    public Fact<string>? Role { get; init; }

    public Fact<string>? Title { get; init; }

    public Fact<string>? Problem { get; init; }

    /// <summary>Why it was closed.</summary>
    public Fact<string>? Resolution { get; init; }

    /// <summary>The pack or order that it is about; null when not known.</summary>
    public long? Sale { get; init; }

    /// <summary>The one order of the pack; null where it is about all of it, or that isn't known.</summary>
    public long? Order { get; init; }
}

/// <param name="Account">The seller's user id.</param>
public sealed record ClaimRequest(long Account, string? SiteId, long Claim);
