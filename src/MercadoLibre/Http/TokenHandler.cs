using System.Net;
using System.Net.Http.Headers;

namespace MeliBot.MercadoLibre;

/// <summary>Attaches the account's token. A read that gets 401 is sent once more with another token; a write never is.</summary>
internal sealed class TokenHandler(ITokenSource tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (account, _) = CallContext.Get(request);
        var token = await tokens.GetAccessTokenAsync(account, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;

        string other;
        try
        {
            other = await tokens.ReplaceAccessTokenAsync(account, token, cancellationToken);
        }
        catch (MercadoLibreException) when (!CallContext.IsRead(request))
        {
            // The write's own refusal says more than why no other token can be had.
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }

        // A refused write has had no effect, but whether to do it again is its caller's decision; the next one has a good token.
        if (!CallContext.IsRead(request) || other == token)
            return response;

        response.Dispose();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", other);
        return await base.SendAsync(request, cancellationToken);
    }
}
