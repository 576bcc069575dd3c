using System.Reflection;

namespace MeliBot.Simulator;

/// <summary>The page on which a person is the buyer, and the mediator of claims. Its files are in the assembly, so that a hosted Simulator has them too.</summary>
internal static class PlayEndpoints
{
    public static void MapPlay(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => Results.Redirect("/play"));
        app.MapGet("/play", (HttpContext http) => File(http, "play.html", "text/html; charset=utf-8"));
        app.MapGet("/play/play.js", (HttpContext http) => File(http, "play.js", "text/javascript; charset=utf-8"));
        app.MapGet("/play/sales.js", (HttpContext http) => File(http, "sales.js", "text/javascript; charset=utf-8"));
        app.MapGet("/play/claims.js", (HttpContext http) => File(http, "claims.js", "text/javascript; charset=utf-8"));
        app.MapGet("/play/play.css", (HttpContext http) => File(http, "play.css", "text/css; charset=utf-8"));
    }

    private static IResult File(HttpContext http, string name, string type)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:";
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream("Play." + name)!, type);
    }
}
