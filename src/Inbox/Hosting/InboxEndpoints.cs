using MeliBot.Inbox.Hosting;
using MeliBot.Inbox.Status;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

public static class InboxEndpoints
{
    // What WebApplication looks for before it puts these into every request's way by itself.
    private const string SignsIn = "__AuthenticationMiddlewareSet";
    private const string Authorizes = "__AuthorizationMiddlewareSet";

    /// <summary>Serves the pages, their live connection and the forms of signing in. Endpoints of the host's own stay outside of the inbox's sign-in.</summary>
    public static WebApplication MapInbox(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        _ = app.Services.GetRequiredService<HostStart>();
        IApplicationBuilder builder = app;
        builder.Properties[SignsIn] = builder.Properties[Authorizes] = true;
        app.Use((http, next) => PagesBranch.Has(http.Request.Path) && http.GetEndpoint() is null ? http.RequestServices.GetRequiredService<PagesBranch>().InvokeAsync(http) : next(http));
        return app;
    }
}
