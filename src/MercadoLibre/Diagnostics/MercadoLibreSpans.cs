using System.Diagnostics;
using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>Stable names of this client's spans: what the HTTP instrumentation can't say, because it knows neither accounts nor tokens.</summary>
public static class MercadoLibreSpans
{
    public const string SourceName = "MeliBot.MercadoLibre";

    /// <summary>One attempt of a read, its body included.</summary>
    public const string Read = "mercadolibre.read";

    /// <summary>The one attempt of a write: stopped means that its answer was read, or that its fate isn't known (with an error status).</summary>
    public const string Write = "mercadolibre.write";

    /// <summary>The single use of a refresh token.</summary>
    public const string TokenRefresh = "token.refresh";

    /// <summary>The storing of a new pair, without which the account is lost.</summary>
    public const string TokenSave = "token.save";

    public const string AccountTag = "mercadolibre.account";
    public const string RouteTag = "url.template";
    public const string StatusTag = "http.response.status_code";

    private static readonly ActivitySource Source = new(SourceName);

    internal static Activity? Start(string name, long account) => Source.StartActivity(name, ActivityKind.Client)?.SetTag(AccountTag, account);

    internal static Activity? Start(HttpRequestMessage request)
    {
        var span = Source.StartActivity(CallContext.IsRead(request) ? Read : Write, ActivityKind.Client);
        if (span is null)
            return null;
        if (CallContext.AccountOf(request) is { } account)
            span.SetTag(AccountTag, account);
        if (request.Options.TryGetValue(new HttpRequestOptionsKey<string>(HttpRequestMessageOptions.RelativePathTemplate), out var route))
            span.SetTag(RouteTag, route);
        return span;
    }

    internal static void Failed(this Activity? span, Exception exception) => span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
}
