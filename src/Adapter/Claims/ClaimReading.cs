using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims;

/// <summary>A claim as one look found it. A part that is null couldn't be read, or wasn't asked for because nothing can have changed in it: what is known of it stays.</summary>
public sealed record ClaimReading
{
    public required Claim Claim { get; init; }

    public required DateTimeOffset At { get; init; }

    public ClaimDetail? Detail { get; init; }

    public ClaimReason? Reason { get; init; }

    public ClaimReputation? Reputation { get; init; }

    /// <summary>Oldest first. Claims of type return have none.</summary>
    public IReadOnlyList<ClaimMessage>? Messages { get; init; }

    public IReadOnlyList<ExpectedResolution>? Expected { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ClaimStatusChange>? StatusHistory { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ClaimActionTaken>? ActionsHistory { get; init; }

    public Return? Return { get; init; }

    public ClaimSale? Sale { get; init; }
}
