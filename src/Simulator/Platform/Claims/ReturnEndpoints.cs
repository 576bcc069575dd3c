using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

/// <summary>Returns, their reviews, and changes.</summary>
internal static class ReturnEndpoints
{
    private const string Flow = "seller_return_failed";

    public static void MapReturns(this IEndpointRouteBuilder app, World world)
    {
        app.Claim(world, "/post-purchase/v2/claims/{id}/returns", http => OfClaim(http, world));
        app.Claim(world, "/post-purchase/v1/returns/reasons", http => Reasons(http, world));
        app.Claim(world, "/post-purchase/v1/returns/{id}/reviews", http => Reviews(http, world));
        app.Claim(world, "POST", "/post-purchase/v1/returns/{id}/return-review", http => ReviewAsync(http, world));
        app.Claim(world, "/post-purchase/v1/claims/{id}/charges/return-cost", http => Cost(http, world));
        app.Claim(world, "/post-purchase/v1/claims/{id}/changes", http => Changes(http, world));
    }

    private static IResult OfClaim(HttpContext http, World world)
    {
        if (Find(http, world, http.Part("id"), out var claim) is { } no) return no;
        return claim.Return is { } back ? Reply.Ok(ReturnJson.Return(world, claim, back)) : Reply.Coded(404, "not_found_error", $"Return not found. claimId: {claim.Id}");
    }

    private static IResult Reviews(HttpContext http, World world)
    {
        if (!SalesEndpoints.TryId(http.Part("id"), out var id) || world.Claims.OfReturn(id, http.ReadLag()) is not { Return: { } back } claim || back.Reviews.Count == 0)
            return Reply.Coded(404, "not_found_error", "return review not found");
        return claim.SellerId == Caller.Of(http).UserId ? Reply.Ok(ReturnJson.Reviews(claim, back)) : Reply.Refused(ClaimLedger.Foreign());
    }

    private static IResult Reasons(HttpContext http, World world)
    {
        var query = http.Request.Query;
        if (Find(http, world, query["claim_id"].ToString(), out var claim) is { } no) return no;
        return query["flow"] == Flow
            ? Reply.Ok(ReturnJson.Reasons(claim.SiteId))
            : Reply.Coded(400, "bad_request_error", $"flow: {query["flow"]} does not exist. claimId: {claim.Id}");
    }

    private static async Task<IResult> ReviewAsync(HttpContext http, World world)
    {
        JsonNode? body;
        try
        {
            body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: CancellationToken.None);
        }
        catch (JsonException)
        {
            return Reply.Coded(400, "bad_request_error", "A JSON body is required");
        }

        if (!SalesEndpoints.TryId(http.Part("id"), out var id)) return Reply.Coded(400, "bad_request_error", $"Invalid return id {http.Part("id")}");
        string? failure = null;
        string? message = null;
        string[] files = [];
        if (body is JsonArray { Count: > 0 } list)
        {
            failure = list[0]?["reason"]?.ToString() ?? "";
            message = list[0]?["message"]?.ToString();
            files = list[0]?["attachments"] is JsonArray names ? [.. names.Select(name => name!.ToString())] : [];
        }
        else if (body is not JsonObject)
        {
            return Reply.Coded(400, "bad_request_error", "An empty object or a list of failures is required");
        }

        var caller = Caller.Of(http);
        var outcome = world.Claims.Returns.Review(id, failure, message, files, caller.UserId, caller.By);
        return outcome.Refusal switch
        {
            null => Reply.Ok(ReturnJson.Reviews(outcome.Claim!, outcome.Claim!.Return!), 201),
            { Error: "forbidden_error" } foreign => Reply.Refused(foreign),
            // About files the code is a word.
            { Error: "bad_request" } refusal => Reply.Ok(new JsonObject { ["code"] = refusal.Error, ["message"] = refusal.Message }, refusal.Status),
            { } refusal => Reply.Coded(refusal.Status, refusal.Error, refusal.Message),
        };
    }

    private static IResult Cost(HttpContext http, World world)
    {
        if (ClaimAccess.Read(http, world, out var claim) is { } no) return no;
        var amount = Math.Round(world.Claims.Money.At(claim) / 20, 2);
        var body = new JsonObject { ["currency_id"] = world.Claims.Money.Currency(claim), ["amount"] = amount };
        if (http.Request.Query["calculate_amount_usd"] == "true") body["amount_usd"] = Math.Round(amount / 5, 3);
        return Reply.Ok(body);
    }

    private static IResult Changes(HttpContext http, World world)
    {
        if (ClaimAccess.Read(http, world, out var claim) is { } no) return no;
        return Reply.Ok(ReturnJson.Changes(world, claim));
    }

    // This corner's errors carry their status as a code.
    private static IResult? Find(HttpContext http, World world, string text, out WorldClaim claim)
    {
        claim = null!;
        if (!SalesEndpoints.TryId(text, out var id) || world.Claims.Find(id, http.ReadLag()) is not { } found) return Reply.Coded(404, "not_found_error", $"Claim not found. claimId: {text}");
        claim = found;
        return found.SellerId == Caller.Of(http).UserId || found.BuyerId == Caller.Of(http).UserId ? null : Reply.Refused(ClaimLedger.Foreign());
    }
}
