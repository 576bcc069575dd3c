using MeliBot.Inbox.Hosting;
using MeliBot.Inbox.Language;
using MeliBot.Inbox.Pages;
using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Builder;

public static class InboxEndpoints
{
    /// <summary>Serves the pages, their live connection and the forms of signing in.</summary>
    public static WebApplication MapInbox(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseWhen(IsPage, branch => branch.UseSecurityHeaders());
        app.UseRequestLocalization(Languages.Options());
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapGet("/", () => Results.LocalRedirect("/inbox")).AllowAnonymous();
        app.MapSessions();
        app.MapRazorComponents<InboxApp>().AddInteractiveServerRenderMode();
        return app;
    }

    private static bool IsPage(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/notifications", StringComparison.Ordinal) && !http.Request.Path.StartsWithSegments("/local", StringComparison.Ordinal);
}
