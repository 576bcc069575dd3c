using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

/// <summary>Reading claims.</summary>
internal static class ClaimEndpoints
{
    private const string Claims = "/post-purchase/v1/claims";

    public static void MapClaims(this IEndpointRouteBuilder app, World world)
    {
        app.Claim(world, $"{Claims}/search", http => ClaimSearch.Search(http, world));
        app.Claim(world, $"{Claims}/reasons/{{reason}}", Reason);
        Map("", ClaimJson.Claim);
        Map("/detail", ClaimJson.Detail);
        Map("/affects-reputation", claim => ClaimJson.Reputation(claim.Reputation));
        Map("/messages", claim => Messages(world, claim));
        Map("/expected-resolutions", claim => ClaimJson.List(claim.Expectations, e => ClaimJson.Expectation(claim, e, world.Claims.Money.Currency(claim))));
        Map("/evidences", claim => ClaimJson.List(claim.Evidences, ClaimJson.Evidence));
        // Newest first, both of them.
        Map("/status-history", claim => ClaimJson.List(claim.StatusChanges.Reverse(), ClaimJson.StatusChange));
        Map("/actions-history", claim => ClaimJson.List(claim.ActionsTaken.Reverse(), ClaimJson.ActionTaken));
        app.Claim(world, $"{Claims}/{{id}}/partial-refund/available-offers", http => Offers(http, world));
        app.MapClaimWrites(world);
        app.MapClaimFiles(world);
        app.MapReturns(world);

        void Map(string part, Func<WorldClaim, JsonNode> write) =>
            app.Claim(world, $"{Claims}/{{id}}{part}", http => ClaimAccess.Read(http, world, out var claim) ?? Reply.Ok(write(claim)));
    }

    private static JsonNode Messages(World world, WorldClaim claim)
    {
        // A return has none, whatever was said before it became one.
        var messages = claim is { Type: ClaimTypes.Return, Stage: not ClaimStages.Dispute } ? [] : ClaimTalk.SeenBySeller(claim);
        var list = ClaimJson.List(messages, message => ClaimJson.Message(claim, message));
        return world.Options.Claims.PagedMessages
            ? new JsonObject { ["paging"] = new JsonObject { ["total"] = messages.Count, ["offset"] = 0, ["limit"] = 100 }, ["data"] = list }
            : list;
    }

    private static IResult Reason(HttpContext http) => ClaimReasons.Find(http.Part("reason")) is { } reason
        ? Reply.Ok(ClaimJson.Reason(reason, Caller.Of(http).User.SiteId))
        : Reply.Refused(ClaimLedger.Missing());

    private static IResult Offers(HttpContext http, World world)
    {
        if (ClaimAccess.Read(http, world, out var claim) is { } no) return no;
        return ClaimRules.May(claim, claim.SellerRole, ClaimActions.AllowPartialRefund)
            ? Reply.Ok(ClaimJson.Offers(world.Claims.Money.At(claim), world.Claims.Money.Currency(claim)))
            : Reply.Error(422, "unprocessable_entity", "The claim is not eligible for a partial refund");
    }
}
