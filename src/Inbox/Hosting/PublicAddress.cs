using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MeliBot.Inbox.Hosting;

/// <summary>Behind a proxy a request says the proxy's way to us; what pages build (links, cookies, the way back from a sign-in elsewhere) begins with the address that people typed.</summary>
internal static class PublicAddress
{
    public static void UsePublicAddress(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<IOptions<InboxOptions>>().Value.PublicUrl is not { Length: > 0 } told) return;
        var url = new Uri(told);
        var host = new HostString(url.Authority);
        app.Use((http, next) =>
        {
            (http.Request.Scheme, http.Request.Host) = (url.Scheme, host);
            return next(http);
        });
    }
}
