using MeliBot.Adapter.Webhooks;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Hosting;

/// <summary>
/// Two addresses hold secrets: where the platform notifies, and where a seller's consent comes back with its code. Both are taken out of the request before the server's own logs, traces
/// and everything behind them can see it; the endpoints read them here.
/// </summary>
public static class SecretAddresses
{
    /// <summary>What stands in the address instead.</summary>
    internal const string Mask = "-";

    /// <summary>The secret in a notification's address.</summary>
    internal static string? SecretOf(HttpContext http) => http.Features.Get<Hidden>() is { Secret: { } secret } ? secret : http.Request.RouteValues[NotificationEndpoint.SecretRouteValue] as string;

    /// <summary>The query of a link's callback, which holds the code.</summary>
    public static string? LinkQueryOf(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Features.Get<Hidden>() is { Query: { } query } ? query : http.Request.QueryString.Value;
    }

    private sealed record Hidden(string? Secret, string? Query);

    /// <summary>The server makes a request's context here, before it logs or traces the request.</summary>
    internal sealed class ContextFactory(IServiceProvider services, IOptions<NotificationOptions> notifications, IOptions<MercadoLibreOptions> application) : IHttpContextFactory
    {
        private static readonly string Prefix = NotificationEndpoint.Route[..(NotificationEndpoint.Route.LastIndexOf('/') + 1)];

        private readonly DefaultHttpContextFactory _factory = new(services);
        private readonly Lazy<NotificationSecrets> _secrets = new(() => new(notifications.Value.Secrets));
        private readonly Lazy<string> _callback = new(() => application.Value.Application.RedirectUri!.AbsolutePath);

        public HttpContext Create(IFeatureCollection featureCollection)
        {
            ArgumentNullException.ThrowIfNull(featureCollection);
            if (featureCollection.Get<IHttpRequestFeature>() is { } request)
                Hide(request, featureCollection);
            return _factory.Create(featureCollection);
        }

        public void Dispose(HttpContext httpContext) => _factory.Dispose(httpContext);

        private void Hide(IHttpRequestFeature request, IFeatureCollection features)
        {
            // Whatever comes after the default route's prefix: a mistyped secret is nearly the right one. On a route of the host's own, the right ones.
            var last = request.Path.AsSpan().TrimEnd('/').LastIndexOf('/') + 1;
            if (request.Path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                HideFrom(Prefix.Length, request, features);
            else if (last > 0 && _secrets.Value.Match(request.Path[last..].TrimEnd('/')))
                HideFrom(last, request, features);
            else if (request.QueryString.Length > 0 && string.Equals(request.Path.TrimEnd('/'), _callback.Value.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            {
                features.Set(new Hidden(null, request.QueryString));
                request.QueryString = "?" + Mask;
                request.RawTarget = request.Path + request.QueryString;
            }
        }

        private static void HideFrom(int start, IHttpRequestFeature request, IFeatureCollection features)
        {
            var secret = request.Path[start..].TrimEnd('/');
            if (secret.Length == 0)
                return;
            features.Set(new Hidden(secret, null));
            // As many parts as before, so that what was no address of ours stays none.
            request.Path = request.Path[..start] + string.Join('/', secret.Split('/').Select(_ => Mask));
            request.QueryString = "";
            request.RawTarget = request.Path;
        }
    }
}
