namespace MeliBot.Simulator;

/// <summary>A claim as it is when somebody opens it.</summary>
internal static class ClaimOpening
{
    /// <summary>Mercado Libre's own user among the players.</summary>
    public const long Mediator = 46_622_406;

    // Of an order that nobody knows, where none is named.
    private const long UnknownOrder = 2_000_017_999_999_999;

    /// <param name="site">Of the seller, where there is no order to say it.</param>
    public static WorldClaim Write(NewClaim wish, long id, WorldOrder? order, string? site, ClaimOptions options, DateTimeOffset now)
    {
        var claim = new WorldClaim
        {
            Id = id,
            Type = wish.Type,
            Stage = wish.Stage ?? ClaimRules.FirstStage(wish.Type),
            Resource = wish.Resource,
            ResourceId = wish.ResourceId ?? ResourceOf(wish, order),
            OrderId = order?.Id,
            Conversation = order?.Conversation,
            ParentId = wish.ParentId,
            ReasonId = wish.NoReason ? null : wish.ReasonId,
            QuantityType = wish.QuantityType,
            Quantity = wish.Quantity ?? order?.Quantity ?? 1,
            SiteId = order?.SiteId ?? site ?? "MLA",
            SellerId = wish.SellerId ?? order!.SellerId,
            BuyerId = wish.BuyerId ?? order!.BuyerId,
            SellerComplains = wish.SellerComplains ?? wish.Type == ClaimTypes.CancelSale,
            MediatorId = wish.Stage is ClaimStages.Dispute or ClaimStages.Recontact ? Mediator : null,
            HidesMediator = wish.HidesMediator,
            Hashless = wish.Hashless,
            Created = now - wish.Ago,
            LastUpdated = now - wish.Ago,
            Born = now,
        };
        return claim with
        {
            Mandate = wish.NoMandate || ClaimRules.FirstMandate(claim) is not { } action ? null : new(claim.SellerRole, action, wish.DueIn is { } due ? now + due : claim.Created + options.RespondWithin),
            Reputation = ClaimReputation.AtOpening(claim, options.IncentiveFor),
            Expectations = Wish(claim, wish) is { } wanted ? [new(claim.BuyerRole, claim.BuyerId, wanted, "pending", null, null, claim.Created, claim.Created, "buyer")] : [],
            StatusChanges = [new(claim.Stage, claim.Status, claim.Created, ClaimRoles.Complainant)],
            ActionsTaken = [new("open_claim", ClaimRoles.Complainant, null, null, claim.Created)],
        };
    }

    private static string? Wish(WorldClaim claim, NewClaim wish) => claim.SellerComplains ? null : wish.Wants ?? claim.ReasonGroup switch
    {
        "PDD" => ExpectedResolutions.ReturnProduct,
        "PNR" => ExpectedResolutions.Product,
        _ => null,
    };

    private static long ResourceOf(NewClaim wish, WorldOrder? order) => wish.Resource switch
    {
        "shipment" when order?.ShipmentId is { } shipment => shipment,
        "payment" when order?.Payment is { } payment => payment.Id,
        "purchase" when order is not null => order.Conversation,
        _ => order?.Id ?? wish.OrderId ?? UnknownOrder,
    };
}
