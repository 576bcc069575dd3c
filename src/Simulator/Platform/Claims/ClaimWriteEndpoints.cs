using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

/// <summary>What a seller's application may do to a claim.</summary>
internal static class ClaimWriteEndpoints
{
    private const string Claim = "/post-purchase/v1/claims/{id}";

    public static void MapClaimWrites(this IEndpointRouteBuilder app, World world)
    {
        Map("/actions/send-message", Send);
        Map("/actions/open-dispute", (claims, id, _, caller) => Done(claims.Solutions.OpenDispute(id, caller.UserId, caller.By), ClaimJson.Claim));
        Map("/actions/evidences", Evidence);
        Map("/evidences", Evidence);
        Map("/expected-resolutions/refund", (claims, id, _, caller) => Solved(claims, claims.Solutions.Refund(id, caller.UserId, caller.By)));
        Map("/expected-resolutions/partial-refund", PartialRefund);
        Map("/expected-resolutions/allow-return", (claims, id, _, caller) => Solved(claims, claims.Solutions.AllowReturn(id, caller.UserId, caller.By)));
        Map("/expected-resolutions/allow-replace", (claims, id, _, caller) => Solved(claims, claims.Solutions.AllowReplace(id, caller.UserId, caller.By)));

        void Map(string path, Func<ClaimOffice, long, JsonObject, Caller, IResult> act) => app.Claim(world, "POST", Claim + path, async http =>
        {
            if (!SalesEndpoints.TryId(http.Part("id"), out var claim)) return Reply.Error(400, "bad_request", $"Invalid claim id {http.Part("id")}");
            return await BodyAsync(http) is { } body ? act(world.Claims, claim, body, Caller.Of(http)) : Reply.Error(400, "bad_request_error", "A JSON body is required");
        });
    }

    private static IResult Send(ClaimOffice claims, long id, JsonObject body, Caller caller)
    {
        if (Text(body, "receiver_role") is not { } receiver) return Reply.Error(400, "bad_request_error", "receiver_role is required");
        if (body["attachments"] is { } given && (given is not JsonArray list || !list.All(IsText))) return Reply.Error(400, "bad_request_error", "attachments must be a list of file names");
        // What was written isn't said: only a read tells the message's hash.
        return Done(claims.Talk.Send(id, receiver, Text(body, "message") ?? "", Files(body), caller.UserId, caller.By), _ => JsonValue.Create("status 201 created"), 201);
    }

    private static IResult PartialRefund(ClaimOffice claims, long id, JsonObject body, Caller caller)
    {
        decimal? percentage = null;
        if (body["percentage"] is { } given)
        {
            if (given is not JsonValue value || value.GetValueKind() != JsonValueKind.Number || !value.TryGetValue(out decimal number)) return Reply.Error(400, "bad_request", "percentage must be a number");
            percentage = number;
        }

        return Solved(claims, claims.Solutions.OfferPartialRefund(id, percentage, caller.UserId, caller.By));
    }

    private static IResult Evidence(ClaimOffice claims, long id, JsonObject body, Caller caller)
    {
        var evidence = new WorldEvidence
        {
            Type = Text(body, "type") ?? "shipping_evidence",
            Method = Text(body, "shipping_method"),
            Company = Text(body, "shipping_company_name"),
            Tracking = Text(body, "tracking_number"),
            Agency = Text(body, "destination_agency"),
            ReceiverName = Text(body, "receiver_name"),
            ReceiverId = Text(body, "receiver_id"),
            ReceiverEmail = Text(body, "receiver_email"),
            Shipped = Text(body, "date_shipped"),
            Delivered = Text(body, "date_delivered"),
            Handling = Text(body, "handling_date"),
        };
        return Done(claims.Solutions.AddEvidence(id, evidence, Files(body), caller.UserId, caller.By), claim => ClaimJson.Evidence(claim.Evidences[^1]), 201);
    }

    private static IResult Solved(ClaimOffice claims, ClaimOutcome outcome) =>
        Done(outcome, claim => ClaimJson.List(claim.Expectations, e => ClaimJson.Offered(claim, e, claims.Money.Currency(claim))), 201);

    private static IResult Done(ClaimOutcome outcome, Func<WorldClaim, JsonNode> write, int status = 200) =>
        outcome.Refusal is { } refusal ? Reply.Refused(refusal) : Reply.Ok(write(outcome.Claim!), status);

    /// <summary>An empty body is an empty object: most of these say nothing.</summary>
    private static async Task<JsonObject?> BodyAsync(HttpContext http)
    {
        using var kept = new MemoryStream();
        await http.Request.Body.CopyToAsync(kept, CancellationToken.None);
        if (kept.Length == 0) return [];
        try
        {
            return JsonNode.Parse(kept.GetBuffer().AsSpan(0, (int)kept.Length)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject body, string name) => IsText(body[name]) ? body[name]!.GetValue<string>() : null;

    private static string[] Files(JsonObject body) => body["attachments"] is JsonArray list ? [.. list.Where(IsText).Select(file => file!.GetValue<string>())] : [];

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String;
}
