using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>The token endpoint, the same for every site. <see cref="OAuthClient"/> knows the forms.</summary>
public interface IOAuthApi
{
    [Post("/oauth/token")]
    [Headers("Accept: application/json")]
    Task<TokenAnswer> TokenAsync([Body(BodySerializationMethod.UrlEncoded)] IDictionary<string, string> form, CancellationToken cancellationToken = default);
}
