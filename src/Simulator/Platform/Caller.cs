using Microsoft.AspNetCore.Http.Features;

namespace MeliBot.Simulator;

/// <summary>Who calls, by the bearer token; kept on the request.</summary>
internal sealed record Caller(AccessToken Token, WorldApplication Application, WorldUser User)
{
    public long UserId => User.Id;

    public string By => $"app:{Application.Id}";

    public static Caller Of(HttpContext http) => http.Features.GetRequiredFeature<Caller>();

    /// <summary>Fills in the caller when the token is good; otherwise says what is wrong with it.</summary>
    public static IResult? Identify(HttpContext http, World world)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return Reply.NoToken();
        if (world.Tokens.Find(header["Bearer ".Length..].Trim()) is not { } token) return Reply.NoToken();
        var caller = new Caller(token, world.Application(token.ApplicationId), world.User(token.UserId));
        http.Features.Set(caller);
        if (token.Expires <= world.Clock.GetUtcNow()) return Reply.DeadToken();
        return caller.Application.Blocked ? Reply.Error(401, "unauthorized_scopes", "unauthorized_scopes") : null;
    }
}

internal enum Permission { Users, Communication, Publishing }

internal static class CallerExtensions
{
    /// <summary>Asks for a good token and for the functional permission; missing it has a form of its own.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, World world, Permission permission, bool write = false) =>
        route.AddEndpointFilter(async (context, next) => context.HttpContext.Lacks(world, permission, write) ?? await next(context));

    /// <summary>Null: the token is good and has the permission.</summary>
    public static IResult? Lacks(this HttpContext http, World world, Permission permission, bool write = false)
    {
        if (Caller.Identify(http, world) is { } refusal) return refusal;
        var token = Caller.Of(http).Token;
        var level = permission switch
        {
            Permission.Communication => token.Communication,
            Permission.Publishing => token.Publishing,
            _ => AccessLevel.ReadWrite,
        };
        if (level < (write ? AccessLevel.ReadWrite : AccessLevel.Read)) return Reply.PolicyAgent();
        return write && !token.Write ? Reply.InvalidScopes() : null;
    }
}
