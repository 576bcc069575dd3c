namespace MeliBot.Simulator;

/// <summary>Whether a claim counts against the seller. How the platform decides it isn't public; what decides here is in docs/simulator.md.</summary>
internal static class ClaimReputation
{
    public const string Affected = "affected";
    public const string NotAffected = "not_affected";
    public const string NotApplies = "not_applies";

    public static WorldReputation AtOpening(WorldClaim claim, TimeSpan incentive)
    {
        if (claim.Type is ClaimTypes.Fulfillment or ClaimTypes.MlCase or ClaimTypes.CancelPurchase or ClaimTypes.Service) return new(NotApplies);
        if (claim.Type == ClaimTypes.CancelSale) return new(Affected);
        if (ClaimReasons.Find(claim.ReasonId) is { Triage: ["repentant"] }) return new(NotApplies);
        return claim.Type == ClaimTypes.Mediations ? new(Affected, Incentive: true, claim.Created + incentive) : new(NotAffected);
    }

    public static WorldReputation AtEnd(WorldClaim claim, DateTimeOffset now)
    {
        var was = claim.Reputation;
        if (was.Affects != Affected || claim.Type == ClaimTypes.CancelSale) return was with { Incentive = false, Due = null };
        var spared = (was.Incentive && now <= was.Due && claim.Resolution?.ClosedBy != ClaimRoles.Mediator)
            || claim.Resolution is { Coverage: true }
            || claim.Resolution?.Benefited.Contains(claim.SellerRole, StringComparer.Ordinal) == true
            || claim.Resolution?.ClosedBy == claim.BuyerRole;
        return new(spared ? NotAffected : Affected);
    }
}
