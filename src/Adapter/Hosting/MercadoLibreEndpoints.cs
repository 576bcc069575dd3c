using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Webhooks;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

public static class MercadoLibreEndpoints
{
    /// <summary>
    /// Maps where Mercado Libre notifies (<see cref="NotificationEndpoint.Route"/>) and where sellers come back to after their consent (the path of
    /// <c>MercadoLibre:Application:RedirectUri</c>). A page of the host's own at that path goes first.
    /// </summary>
    public static IEndpointRouteBuilder MapMercadoLibre(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapPost(NotificationEndpoint.Route, http => http.RequestServices.GetRequiredService<NotificationEndpoint>().HandleAsync(http));
        if (RedirectPath(endpoints.ServiceProvider) is { } path)
            endpoints.MapGet(path, CompleteLinkAsync).Add(builder => ((RouteEndpointBuilder)builder).Order = 1_000);
        return endpoints;
    }

    private static string? RedirectPath(IServiceProvider services)
    {
        try
        {
            return services.GetRequiredService<IOptions<MercadoLibreOptions>>().Value.Application.RedirectUri!.AbsolutePath;
        }
        catch (OptionsValidationException)
        {
            // The host is about to start and to list all that is wrong, not only this.
            return null;
        }
    }

    private static async Task CompleteLinkAsync(HttpContext http)
    {
        var outcome = await http.RequestServices.GetRequiredService<AccountLinker>().CompleteAsync(SecretAddresses.LinkQueryOf(http), http.RequestAborted).ConfigureAwait(false);
        var (status, text) = outcome switch
        {
            LinkOutcome.Linked linked => (StatusCodes.Status200OK, string.Join('\n', [Linked(linked.Account), .. linked.Missing])),
            LinkOutcome.Refused refused => (StatusCodes.Status400BadRequest, $"{refused.Reason}\n{refused.WhatToDo}"),
            _ => throw new InvalidOperationException("An outcome that nobody knows."),
        };

        // The address holds the code: nobody else gets to see it. Plain text runs nothing.
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await http.Response.WriteAsync(text, http.RequestAborted).ConfigureAwait(false);
    }

    private static string Linked(Account account) => account.SiteId switch
    {
        "MLB" => $"A conta {account.Nickname} ({account.UserId}) está conectada. Você pode fechar esta página.",
        "CBT" => $"Account {account.Nickname} ({account.UserId}) is linked. You can close this page.",
        _ => $"La cuenta {account.Nickname} ({account.UserId}) quedó vinculada. Puedes cerrar esta página.",
    };
}
