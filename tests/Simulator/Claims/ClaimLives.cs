namespace MeliBot.Simulator.Tests;

/// <summary>
/// Plays claims at random: what buyers, mediators, warehouses and the seller on the site do, with the platform's odd ends among it.
/// The same seed plays the same lives. Nothing here is an application's act, so whatever applications did stands out in the journal.
/// </summary>
internal sealed class ClaimLives(World world, int seed)
{
    private static readonly string[] Types =
    [
        .. ClaimTypes.All, ClaimTypes.Mediations, ClaimTypes.Mediations, ClaimTypes.Mediations, ClaimTypes.Mediations, ClaimTypes.Return, "something_new",
    ];

    private static readonly string[] Reasons = ["PNR9501", "PNR9504", "PDD9528", "PDD9542", "PDD9549", "PDD9551", "PDD9939", "PDD9944", "CS9531", "CS9532", "ZZZ1"];

    private static readonly string[] Texts =
    [
        "Hola, tengo un problema con la compra.", "¿Me pueden responder?", "Quiero que me devuelvan el dinero.", "Chegou quebrado.", "Ainda não chegou.", "Gracias.", "<b>Hola</b>\nlínea dos",
    ];

    private static readonly string[] Decisions =
    [
        ResolutionReasons.PaymentRefunded, ResolutionReasons.CoverageDecision, "no_bpp", "worked_out_with_seller", "opened_claim_by_mistake", "rep_resolution", "something_else",
    ];

    private static readonly string[] ReturnMoves =
        [ReturnStatuses.Shipped, ReturnStatuses.Delivered, ReturnStatuses.Delivered, ReturnStatuses.Expired, ReturnStatuses.Cancelled, ReturnStatuses.NotDelivered, "something_new"];

    private readonly Random _random = new(seed);

    /// <summary>Somebody complains about the order, or about one that nobody knows.</summary>
    public WorldClaim Begin(WorldOrder order)
    {
        var type = One(Types);
        var known = !Chance(0.03);
        var stage = Chance(0.05) ? One([ClaimStages.Dispute, ClaimStages.Recontact, ClaimStages.Stale, "limbo"]) : null;
        return world.Claims.Open(new()
        {
            OrderId = known ? order.Id : null,
            SellerId = known ? null : order.SellerId,
            BuyerId = known ? null : order.BuyerId,
            Type = type,
            Stage = stage,
            ReasonId = One(Reasons),
            NoReason = Chance(0.03),
            Resource = type == ClaimTypes.Fulfillment ? "shipment" : "order",
            Ago = Chance(0.1) ? TimeSpan.FromDays(_random.Next(1200)) : TimeSpan.Zero,
            DueIn = Chance(0.05) ? TimeSpan.FromHours(-_random.Next(1, 100)) : null,
            HidesMediator = Chance(0.3),
            Hashless = Chance(0.1),
            Text = stage is null && (type is ClaimTypes.Mediations or ClaimTypes.Service) && Chance(0.7) ? One(Texts) : null,
        });
    }

    /// <summary>One thing happens. False: the claim is closed, and will stay so.</summary>
    public bool Step(long id)
    {
        var claims = world.Claims;
        var claim = claims.Find(id)!;
        if (!claim.IsOpen)
        {
            if (!Chance(0.1)) return false;
            claims.Reopen(id);
        }
        else if (claim.Expectations.Any(e => e.Role == claim.SellerRole && e.Status == "pending") && Chance(0.5)) claims.Solutions.Answer(id, Chance(0.5));
        else if (claim.Return is { IsOpen: true } && Chance(0.5)) claims.Returns.Move(id, One(ReturnMoves));
        else if (claim.Change is not null && Chance(0.5)) claims.Returns.MoveChange(id, One(["not_delivered", "changed", "expired"]));
        else Any(claims, claim);
        return true;
    }

    private void Any(ClaimOffice claims, WorldClaim claim)
    {
        var id = claim.Id;
        switch (_random.Next(12))
        {
            case 0 or 1 or 2 when Hears(claim) is { } to:
                claims.Talk.Write(id, claim.BuyerRole, One(Texts), to, moderated: Chance(0.05));
                break;
            case 3 or 4 when claim.Stage == ClaimStages.Dispute:
                claims.Talk.Write(id, ClaimRoles.Mediator, "<p>Necesitamos <b>más datos</b>.</p>", claim.SellerRole, answerWithin: Chance(0.5) ? TimeSpan.FromHours(48) : null);
                break;
            case 5 when claim.Stage == ClaimStages.Claim:
                claims.Dispute(id, claim.BuyerRole);
                break;
            case 6 when claim is { Return: null, ReasonGroup: "PDD" } or { Return: null, Type: ClaimTypes.Return }:
                claims.Returns.Start(id, refundAt: Chance(0.8) ? "delivered" : "shipped");
                break;
            case 7 when Elsewhere(claim) is { } act:
                claims.Elsewhere(id, act, One(Texts));
                break;
            case 8:
                world.RepeatClaimNotice(id);
                break;
            case 9 when Chance(0.2):
                claims.SetStage(id, One([ClaimStages.Recontact, ClaimStages.None, "limbo"]));
                break;
            case 10 or 11:
                var reason = One(Decisions);
                var withdrawn = reason is "worked_out_with_seller" or "opened_claim_by_mistake";
                claims.Close(id, reason, by: withdrawn ? claim.BuyerRole : ClaimRoles.Mediator, coverage: reason == ResolutionReasons.CoverageDecision, without: Chance(0.05), who: withdrawn ? "buyer" : "mediator");
                break;
            default:
                claims.Touch(id);
                break;
        }
    }

    /// <summary>What the seller may do on the site, now and then.</summary>
    private string? Elsewhere(WorldClaim claim)
    {
        var may = ClaimOffice.ActionsOf(claim, claim.SellerRole).Select(action => action.Action switch
        {
            ClaimActions.SendMessageToComplainant or ClaimActions.SendMessageToMediator => "write",
            ClaimActions.Refund => "refund",
            ClaimActions.AllowPartialRefund => "partial-refund",
            ClaimActions.AllowReturn => "allow-return",
            ClaimActions.AllowReplace => "allow-replace",
            ClaimActions.OpenDispute => "open-dispute",
            _ => null,
        }).OfType<string>().ToArray();
        return may.Length == 0 ? null : One(may);
    }

    /// <summary>Whom the buyer may write to; null: nobody.</summary>
    private static string? Hears(WorldClaim claim) => claim switch
    {
        { Stage: ClaimStages.Dispute } => ClaimRoles.Mediator,
        { Stage: ClaimStages.Claim, SellerComplains: false, Type: not ClaimTypes.Return } => ClaimRoles.Respondent,
        _ => null,
    };

    private bool Chance(double part) => _random.NextDouble() < part;

    private string One(string[] words) => words[_random.Next(words.Length)];
}
