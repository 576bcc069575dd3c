namespace MeliBot.Simulator;

/// <summary>Claims as buyers, mediators, warehouses and the seller on the site play them.</summary>
internal static class ClaimsControl
{
    public static void MapClaimsControl(this IEndpointRouteBuilder control, World world)
    {
        var claims = world.Claims;
        control.MapGet("/claims", () => ControlEndpoints.Json(claims.All.Select(Show)));
        control.MapGet("/claims/{id:long}", (long id) => claims.Find(id) is { } claim ? ControlEndpoints.Json(Show(claim)) : ControlEndpoints.Problem(404, "not_found", $"There is no claim {id}."));
        control.Post("/claims", async http => ControlEndpoints.Json(Show(claims.Open(await http.BodyAsync<NewClaim>())), 201));
        control.MapPatch("/claims/{id:long}", async (HttpContext http, long id) =>
        {
            var change = await http.BodyAsync<ClaimChange>();
            return ControlEndpoints.Json(Show(claims.Change(id, claim => Changed(claim, change))));
        });

        // One route for all that can happen to a claim.
        var acts = Acts(world);
        control.MapPost("/claims/{id:long}/{**act}", async (HttpContext http, long id, string act) => acts.TryGetValue(act, out var play)
            ? ControlEndpoints.Json(Show(await play(http, id)))
            : ControlEndpoints.Problem(404, "not_found", $"Nothing called {act} happens to claims; there are {string.Join(", ", acts.Keys)}."));
        // The body is the file itself, so that a page can send what a person chose.
        control.MapPost("/claims/{id:long}/files", async (HttpContext http, long id, string name) =>
        {
            var claim = claims.Find(id) ?? throw new InvalidOperationException($"There is no claim {id}.");
            using var content = new MemoryStream();
            await http.Request.Body.CopyToAsync(content, http.RequestAborted);
            return ControlEndpoints.Json(claims.Files.Add(claim.BuyerId, name, http.Request.ContentType ?? "application/octet-stream", content.ToArray()), 201);
        });
        control.MapGet("/journal/money", () => ControlEndpoints.Json(world.Journal.MoneyActions().GroupBy(effect => effect.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new { count = group.Count(), amount = group.Sum(effect => effect.Amount ?? 0), actions = group.Select(effect => effect.Kind) }, StringComparer.Ordinal)));
    }

    private static SortedDictionary<string, Func<HttpContext, long, Task<WorldClaim>>> Acts(World world)
    {
        var claims = world.Claims;
        var acts = new SortedDictionary<string, Func<HttpContext, long, Task<WorldClaim>>>(StringComparer.Ordinal);
        On<ClaimWriteRequest>("write", (id, wish) => claims.Talk.Write(id, wish.Role ?? ClaimRoles.Complainant, wish.Text ?? "", wish.To, wish.Files, wish.AnswerWithin, wish.Moderated));
        On<ClaimByRequest>("dispute", (id, wish) => claims.Dispute(id, wish.By ?? ClaimRoles.Complainant));
        On<StageRequest>("stage", (id, wish) => claims.SetStage(id, wish.Stage, wish.By ?? ClaimRoles.Mediator));
        On<RequireRequest>("require", (id, wish) => claims.Require(id, wish.Action, wish.Within, wish.Role));
        On<CloseRequest>("close", (id, wish) => claims.Close(
            id, wish.Reason ?? ResolutionReasons.CoverageDecision, wish.Benefited, wish.By ?? ClaimRoles.Mediator, wish.Coverage, wish.Without, wish.By == ClaimRoles.Complainant ? "buyer" : "mediator"));
        On<ReopenRequest>("reopen", (id, wish) => claims.Reopen(id, wish.Stage));
        On<AcceptRequest>("answer", (id, wish) => claims.Solutions.Answer(id, wish.Accept));
        On<ReturnRequest>("return", (id, wish) => claims.Returns.Start(id, refundAt: wish.RefundAt ?? "delivered", subtype: wish.Subtype ?? "return_total"));
        On<StatusRequest>("return/move", (id, wish) => claims.Returns.Move(id, wish.Status));
        On<TriageRequest>("return/triage", (id, wish) => claims.Returns.Triage(id, wish.Condition ?? "saleable", wish.Benefited ?? "buyer"));
        On<StatusRequest>("change/move", (id, wish) => claims.Returns.MoveChange(id, wish.Status));
        On<WorldReputation>("reputation", claims.SetReputation);
        On<ElsewhereRequest>("elsewhere", (id, wish) => claims.Elsewhere(id, wish.Action, wish.Text, wish.Percentage));
        On<CopiesRequest>("repeat", (id, wish) =>
        {
            world.RepeatClaimNotice(id, wish.Copies);
            return claims.Find(id) ?? throw new InvalidOperationException($"There is no claim {id}.");
        });
        On<CopiesRequest>("touch", (id, _) => claims.Touch(id));
        return acts;

        void On<T>(string name, Func<long, T, WorldClaim> act)
            where T : class => acts.Add(name, async (http, id) => act(id, await http.BodyAsync<T>()));
    }

    public static object Show(WorldClaim claim)
    {
        var (title, description, problem) = ClaimWording.Of(claim);
        return new
        {
            claim,
            responsible = ClaimWording.Responsible(claim),
            title,
            description,
            problem,
            actions = ClaimOffice.ActionsOf(claim, claim.SellerRole),
        };
    }

    private static WorldClaim Changed(WorldClaim claim, ClaimChange change) => claim with
    {
        Type = change.Type ?? claim.Type,
        Status = change.Status ?? claim.Status,
        ReasonId = change.NoReason ? null : change.ReasonId ?? claim.ReasonId,
        Resource = change.Resource ?? claim.Resource,
        ResourceId = change.ResourceId ?? claim.ResourceId,
        HidesMediator = change.HidesMediator ?? claim.HidesMediator,
        Hashless = change.Hashless ?? claim.Hashless,
        ModerateNext = change.ModerateNext ?? claim.ModerateNext,
        SellerActions = change.ActionsByRule ? null : change.SellerActions ?? claim.SellerActions,
    };
}
