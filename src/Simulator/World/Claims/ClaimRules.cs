namespace MeliBot.Simulator;

/// <summary>What each player may do: it follows from type, stage, reason, proposals, the return, and who has to act.</summary>
internal static class ClaimRules
{
    public static IReadOnlyList<WorldClaimAction> ActionsOf(WorldClaim claim, string role)
    {
        if (role == claim.SellerRole && claim.SellerActions is { } set) return set;
        if (!claim.IsOpen) return [];
        var mandate = claim.Mandate is { } due && due.Role == role ? due : null;
        // Of the buyer's actions only the one that is mandatory is shown to the seller.
        var may = role == claim.SellerRole ? Sellers(claim) : [];
        List<WorldClaimAction> actions = [.. may.Where(action => action != mandate?.Action).Select(action => new WorldClaimAction(action))];
        if (mandate is not null) actions.Insert(0, new(mandate.Action, Mandatory: true, mandate.Due));
        return actions;
    }

    public static bool May(WorldClaim claim, string role, string action) =>
        role == claim.SellerRole ? ActionsOf(claim, role).Any(a => a.Action == action) : claim.IsOpen && Others(claim, role).Contains(action, StringComparer.Ordinal);

    /// <summary>The stages in which the parties, or a party and the mediator, write to each other at all.</summary>
    public static bool StageForbids(WorldClaim claim, string receiver) => receiver == ClaimRoles.Mediator
        ? claim.Stage != ClaimStages.Dispute
        : claim.Stage != ClaimStages.Claim || claim.Type == ClaimTypes.Return;

    public static string FirstStage(string type) => type is ClaimTypes.CancelSale or ClaimTypes.CancelPurchase or ClaimTypes.MlCase or ClaimTypes.Fulfillment ? ClaimStages.None : ClaimStages.Claim;

    /// <summary>What the seller is asked for first; null: nothing.</summary>
    public static string? FirstMandate(WorldClaim claim) =>
        !claim.SellerComplains && claim.Stage == ClaimStages.Claim && Talks(claim.Type) ? ClaimActions.SendMessageToComplainant : null;

    private static bool Talks(string type) => type is not (ClaimTypes.Return or ClaimTypes.Fulfillment or ClaimTypes.MlCase or ClaimTypes.CancelPurchase or ClaimTypes.CancelSale);

    private static List<string> Sellers(WorldClaim claim)
    {
        if (claim.SellerComplains || claim.Type is ClaimTypes.Fulfillment or ClaimTypes.MlCase) return [];
        List<string> may = [];
        switch (claim.Stage)
        {
            case ClaimStages.Dispute:
                may.AddRange([ClaimActions.SendMessageToMediator, ClaimActions.SendAttachments]);
                if (claim.ReasonGroup == "PNR") may.Add(ClaimActions.AddShippingEvidence);
                break;
            case ClaimStages.Claim:
                InClaim(claim, may);
                break;
            default:
                return [];
        }

        if (claim.Return is { Status: ReturnStatuses.Delivered, IsOpen: true, Reviews: var reviews } && reviews.All(review => review.SellerStatus is null))
            may.AddRange([ClaimActions.ReturnReview, ClaimActions.ReturnReviewOk, ClaimActions.ReturnReviewFail]);
        return may;
    }

    private static void InClaim(WorldClaim claim, List<string> may)
    {
        if (claim.Type == ClaimTypes.Return) return;
        may.AddRange([ClaimActions.SendMessageToComplainant, ClaimActions.SendAttachments]);
        if (claim.Type is not (ClaimTypes.Mediations or ClaimTypes.Service or ClaimTypes.Change)) return;
        may.Add(ClaimActions.Refund);
        if (claim.Type == ClaimTypes.Change) return;
        may.Add(ClaimActions.OpenDispute);
        if (claim.ReasonGroup == "PNR") may.AddRange([ClaimActions.SendPotentialShipping, ClaimActions.AddShippingEvidence, ClaimActions.SendTrackingNumber]);
        // What is on its way back, or has been offered, isn't offered again.
        if (claim.ReasonGroup != "PDD" || claim.Return is { IsOpen: true } || claim.Change is not null) return;
        may.Add(ClaimActions.AllowReturn);
        bool Pending(string role, string resolution) => claim.Expectations.Any(e => e.Role == role && e.Resolution == resolution && e.Status == "pending");
        if (Pending(claim.BuyerRole, ExpectedResolutions.ReturnProduct) && !Pending(claim.SellerRole, ExpectedResolutions.PartialRefund)) may.Add(ClaimActions.AllowPartialRefund);
        if (ClaimReasons.Find(claim.ReasonId)?.Resolutions.Contains(ExpectedResolutions.ChangeProduct, StringComparer.Ordinal) == true && !Pending(claim.SellerRole, ExpectedResolutions.ChangeProduct))
            may.Add(ClaimActions.AllowReplace);
    }

    private static string[] Others(WorldClaim claim, string role) => (role, claim.Stage) switch
    {
        (ClaimRoles.Mediator, _) => [ClaimActions.SendMessageToComplainant, ClaimActions.SendMessageToRespondent],
        (_, ClaimStages.Dispute) => [ClaimActions.SendMessageToMediator],
        (_, ClaimStages.Claim) when claim.Type != ClaimTypes.Return => [ClaimActions.SendMessageToRespondent, ClaimActions.OpenDispute],
        _ => [],
    };
}
