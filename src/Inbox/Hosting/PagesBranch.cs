using MeliBot.Inbox.Language;
using MeliBot.Inbox.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MeliBot.Inbox.Hosting;

/// <summary>
/// The pages' own way through the server, made when somebody opens the first: a host whose pages nobody opens doesn't hold them in memory, and a notification passes no
/// sign-in on its way.
/// </summary>
internal sealed class PagesBranch(IServiceProvider services)
{
    /// <summary>First parts of the addresses that lead to pages and to what they are drawn with.</summary>
    private static readonly HashSet<string> Beginnings = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "inbox", "orders", "claims", "files", "quick-texts", "console", "accounts", "people", "status", "me", "sign-in", "welcome", "session", "language", "_blazor", "_framework", "_content", "favicon.ico",
    };

    private readonly Lock _gate = new();
    private RequestDelegate? _pipeline;

    /// <summary>Empty until the first page is opened.</summary>
    public IReadOnlyList<EndpointDataSource> Endpoints { get; private set; } = [];

    public static bool Has(PathString path)
    {
        var address = path.Value.AsSpan().TrimStart('/');
        var end = address.IndexOf('/');
        return Beginnings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(end < 0 ? address : address[..end]);
    }

    public Task InvokeAsync(HttpContext http) => Pipeline()(http);

    public RequestDelegate Pipeline()
    {
        lock (_gate) return _pipeline ??= Build();
    }

    private RequestDelegate Build()
    {
        var pages = new ApplicationBuilder(services);
        pages.UsePublicAddress();
        pages.UseSecurityHeaders();
        pages.UseRequestLocalization(Languages.Options());
        pages.UseRouting();
        pages.UseAuthentication();
        pages.UseAuthorization();
        pages.UseAntiforgery();
        pages.UseEndpoints(endpoints =>
        {
            endpoints.MapStaticAssets().AllowAnonymous();
            endpoints.MapGet("/", () => Results.LocalRedirect("/inbox")).AllowAnonymous();
            endpoints.MapSessions();
            endpoints.MapMessageFiles();
            endpoints.MapClaimFiles();
            // Pages say what they ask for; one that says nothing asks for a person who is signed in.
            endpoints.MapRazorComponents<InboxApp>().AddInteractiveServerRenderMode().RequireAuthorization();
            Endpoints = [.. endpoints.DataSources];
        });
        return pages.Build();
    }
}
