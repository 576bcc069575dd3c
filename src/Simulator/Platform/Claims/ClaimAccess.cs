namespace MeliBot.Simulator;

/// <summary>Who may see which claim, and the words of the refusals of this corner of the platform.</summary>
internal static class ClaimAccess
{
    /// <summary>
    /// A route for whoever has a good token with the permission for communication; a missing token has this corner's own words.
    /// The framework builds nothing for it: there are many, and every test starts a Simulator.
    /// </summary>
    public static void Claim(this IEndpointRouteBuilder app, World world, string method, string pattern, Func<HttpContext, Task<IResult>> act) =>
        app.MapMethods(pattern, [method], async http =>
        {
            var refusal = Caller.Identify(http, world) is not null && http.Features.Get<Caller>() is null ? Unauthorized() : http.Lacks(world, Permission.Communication, write: method != "GET");
            await (refusal ?? await act(http)).ExecuteAsync(http);
        });

    public static void Claim(this IEndpointRouteBuilder app, World world, string pattern, Func<HttpContext, IResult> read) => app.Claim(world, "GET", pattern, http => Task.FromResult(read(http)));

    public static string Part(this HttpContext http, string name) => http.Request.RouteValues[name] as string ?? "";

    /// <summary>The claim, if it is the caller's; otherwise why not.</summary>
    public static IResult? Read(HttpContext http, World world, out WorldClaim claim)
    {
        claim = null!;
        var text = http.Part("id");
        if (!SalesEndpoints.TryId(text, out var id)) return Reply.Error(400, "bad_request", $"Invalid claim id {text}");
        if (world.Claims.Find(id, http.ReadLag()) is not { } found || http.TooYoung(found.Born, world)) return Reply.Refused(ClaimLedger.Missing());
        claim = found;
        var caller = Caller.Of(http).UserId;
        return found.SellerId == caller || found.BuyerId == caller ? null : Reply.Refused(ClaimLedger.Foreign());
    }

    public static IResult Unauthorized() => Reply.Error(401, "unauthorized_request_error", "user not authorized");
}
