using System.Text.Encodings.Web;
using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Hosting;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Local;
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
        return Results.Content(Page(result, InboxInUse.IsEnabled(configuration)), "text/html; charset=utf-8", statusCode: result.Account is null ? 400 : 200);
    }

    private static string Page(LinkResult result, bool hasPages)
    {
        var back = hasPages ? "<p><a href=\"/accounts\">Back to the accounts</a></p>" : "";
        var (title, lines) = result.Account is { } account
            ? ($"{account.Nickname ?? "The account"} ({account.Id}) is linked", result.Missing.Append("You can close this page."))
            : ("The account isn't linked", [result.Reason ?? "", result.WhatToDo ?? ""]);
        return $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>MeliBot</title><style>body{{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}}</style></head>"
            + $"<body><h1>{HtmlEncoder.Default.Encode(title)}</h1>{string.Concat(lines.Select(line => $"<p>{HtmlEncoder.Default.Encode(line)}</p>"))}{back}</body></html>";
    }
}
