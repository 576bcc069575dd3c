using MeliBot.Inbox.Hosting;
using MeliBot.Inbox.Language;
using MeliBot.Inbox.Pages;
using MeliBot.Inbox.Status;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

public static class InboxEndpoints
{
    /// <summary>Serves the pages, their live connection and the forms of signing in.</summary>
    public static WebApplication MapInbox(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        _ = app.Services.GetRequiredService<HostStart>();
        app.UsePublicAddress();
        app.UseWhen(IsPage, branch => branch.UseSecurityHeaders());
        app.UseRequestLocalization(Languages.Options());
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapGet("/", () => Results.LocalRedirect("/inbox")).AllowAnonymous();
        app.MapSessions();
        // Pages say what they ask for; one that says nothing asks for a person who is signed in.
        app.MapRazorComponents<InboxApp>().AddInteractiveServerRenderMode().RequireAuthorization();
        return app;
    }

    private static bool IsPage(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/notifications", StringComparison.Ordinal) && !http.Request.Path.StartsWithSegments("/local", StringComparison.Ordinal);
}
