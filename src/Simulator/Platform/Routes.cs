namespace MeliBot.Simulator;

/// <summary>Routes whose handler takes the whole request; without these the framework takes such a handler for one that writes its own reply.</summary>
internal static class Routes
{
    public static RouteHandlerBuilder Get(this IEndpointRouteBuilder app, string pattern, Func<HttpContext, Task<IResult>> handler) => app.MapGet(pattern, (Delegate)handler);

    public static RouteHandlerBuilder Post(this IEndpointRouteBuilder app, string pattern, Func<HttpContext, Task<IResult>> handler) => app.MapPost(pattern, (Delegate)handler);
}
