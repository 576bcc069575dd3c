using Microsoft.AspNetCore.Builder;

namespace MeliBot.Inbox.Hosting;

/// <summary>What the browser may do on our pages: no script but our files, no frame, nothing from elsewhere but listings' pictures.</summary>
internal static class SecurityHeaders
{
    // Styles: the component library sets style attributes. Pictures: Mercado Libre's own host of thumbnails.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https://*.mlstatic.com; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'self'; manifest-src 'self'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(http);
    });
}
