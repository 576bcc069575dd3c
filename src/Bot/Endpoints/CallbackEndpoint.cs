using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Hosting;
using MeliBot.Bot.Composition;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace MeliBot.Bot.Endpoints;

/// <summary>Where the seller's browser comes back to after the consent: the application's registered redirect address.</summary>
internal static class CallbackEndpoint
{
    public static void MapLinkCallback(this IEndpointRouteBuilder app)
    {
        var redirect = app.ServiceProvider.GetRequiredService<IOptions<MercadoLibreOptions>>().Value.Application.RedirectUri!;
        app.MapGet(redirect.AbsolutePath, CompleteAsync);
    }

    private static async Task<IResult> CompleteAsync(HttpContext http, AccountLinker linker, LinkCallbacks callbacks, IConfiguration configuration)
    {
        var query = SecretAddresses.LinkQueryOf(http);
        var result = LinkCallbacks.View(await linker.CompleteAsync(query, http.RequestAborted));
        if (QueryHelpers.ParseQuery(query)["state"] is [{ Length: > 0 } state]) callbacks.Completed(state, result);

        // The address holds the code: nobody else gets to see it, and nothing on the page can run.
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        return Results.Content(CallbackPage.Of(result, CallbackPage.LanguageOf(http.Request), InboxInUse.AddressOf(configuration, "/accounts")), "text/html; charset=utf-8", statusCode: result.Account is null ? 400 : 200);
    }
}
