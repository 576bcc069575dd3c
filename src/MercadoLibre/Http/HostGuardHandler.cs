using Microsoft.Extensions.Options;
using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>No request leaves for another host than the configured one, whatever path was asked for.</summary>
internal sealed class HostGuardHandler(IOptions<MercadoLibreOptions> options) : DelegatingHandler
{
    private readonly Uri _base = options.Value.BaseUrl!;
    private readonly int _depth = Depth(options.Value.BaseUrl!.AbsolutePath.AsSpan().TrimEnd('/'));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true } uri
            || uri.Scheme != _base.Scheme || uri.Port != _base.Port || uri.UserInfo.Length > 0
            || !string.Equals(uri.Host, _base.Host, StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException($"A request would have left for another host than {_base.Host}. It was not sent.");

        if (request.Options.TryGetValue(new HttpRequestOptionsKey<string>(HttpRequestMessageOptions.RelativePathTemplate), out var template)
            && Depth(uri.AbsolutePath) != _depth + Depth(WithoutQuery(template)))
            throw new ArgumentException($"An id would have changed the path of {template}. The request was not sent.");

        // The socket layer repeats a request without content on a fresh connection when a kept one turns out dead, and can't know
        // whether the first had its effect. With content, even none of it, it never does.
        if (!CallContext.IsRead(request))
            request.Content ??= new ByteArrayContent([]);
        return base.SendAsync(request, cancellationToken);
    }

    // An id such as ".." is folded away by the address itself and leads to another resource; an encoded slash isn't counted.
    private static int Depth(ReadOnlySpan<char> path) => path.Count('/');

    private static ReadOnlySpan<char> WithoutQuery(string template) => template.IndexOf('?') is >= 0 and var query ? template.AsSpan(0, query) : template;
}
