using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>Asks sellers for consent and turns it into tokens. Nothing here is ever retried: a code and a refresh token are good for one use.</summary>
public sealed class OAuthClient
{
    internal const string PipelineName = "MeliBot.MercadoLibre.OAuth";

    private readonly MercadoLibreOptions _options;
    private readonly IHttpMessageHandlerFactory _pipelines;
    private readonly IAuthorizationSecrets _secrets;
    private readonly IMercadoLibreClient _client;

    public OAuthClient(IOptions<MercadoLibreOptions> options, IHttpMessageHandlerFactory pipelines, IAuthorizationSecrets secrets, IMercadoLibreClient client)
    {
        _options = options.Value;
        _pipelines = pipelines;
        _secrets = secrets;
        _client = client;
    }

    /// <summary>The address at which a seller of this site consents, with a fresh state and PKCE (S256, which works with PKCE switched on and off).</summary>
    /// <exception cref="ArgumentException">The site has no known host; set MercadoLibre:AuthorizationHosts:SITE.</exception>
    public AuthorizationRequest Begin(string site)
    {
        var state = _secrets.Create(32);
        var verifier = _secrets.Create(48);
        var url = QueryHelpers.AddQueryString(AuthorizationUrl(site).AbsoluteUri, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = _options.Application.ClientId.ToString(CultureInfo.InvariantCulture),
            ["redirect_uri"] = _options.Application.RedirectUri!.OriginalString,
            ["state"] = state,
            ["code_challenge"] = Pkce.Challenge(verifier),
            ["code_challenge_method"] = "S256",
        });
        return new AuthorizationRequest(site.ToUpperInvariant(), new Uri(url), state, verifier);
    }

    /// <summary>Checks that the answer belongs to the request, and exchanges its code.</summary>
    /// <exception cref="MercadoLibreException">The seller refused, the state isn't ours, or the platform refuses the code.</exception>
    public async Task<TokenAnswer> CompleteAsync(AuthorizationRequest request, AuthorizationCallback callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(callback);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.State), Encoding.UTF8.GetBytes(callback.State ?? "")))
            throw Refused("state_mismatch", "The answer doesn't belong to this request: its state is another.", "Begin linking again, and use only the address of this attempt.");
        if (callback.Code is null)
            throw callback.Error == "invalid_operator_user_id"
                ? Refused(callback.Error, "The person who agreed is an operator or collaborator of the account.", "The account's owner or administrator must agree.")
                : Refused(callback.Error, $"The seller didn't agree ({callback.ErrorDescription ?? callback.Error}).", "Begin linking again when the seller wants to.");
        return await ExchangeAsync(callback.Code, request.CodeVerifier, cancellationToken);
    }

    public Task<TokenAnswer> ExchangeAsync(string code, string codeVerifier, CancellationToken cancellationToken = default) =>
        PostAsync(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = _options.Application.RedirectUri!.OriginalString,
                ["code_verifier"] = codeVerifier,
            },
            cancellationToken);

    /// <summary>Consumes the refresh token, whatever comes back. Only <see cref="ITokenSource"/> should call this.</summary>
    public Task<TokenAnswer> RefreshAsync(string refreshToken, CancellationToken cancellationToken = default) =>
        PostAsync(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = refreshToken,
            },
            cancellationToken);

    /// <summary>Ends an account's link at the platform, which erases all its tokens.</summary>
    public Task<Revocation> RevokeAsync(long account, CancellationToken cancellationToken = default) =>
        _client.For(account).Applications.RevokeAsync(account, _options.Application.ClientId, cancellationToken);

    private Uri AuthorizationUrl(string site)
    {
        if (_options.AuthorizationUrl is { } everywhere)
            return everywhere;
        if (_options.AuthorizationHosts.TryGetValue(site, out var host) || AuthorizationHosts.BySite.TryGetValue(site, out host))
            return new Uri($"https://{host}/authorization");
        throw new ArgumentException(
            $"There is no known authorisation host for site \"{site}\". Known: {string.Join(", ", AuthorizationHosts.BySite.Keys.Order(StringComparer.Ordinal))}. Set MercadoLibre:AuthorizationHosts:{site}.",
            nameof(site));
    }

    private async Task<TokenAnswer> PostAsync(Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        form["client_id"] = _options.Application.ClientId.ToString(CultureInfo.InvariantCulture);
        form["client_secret"] = _options.Application.ClientSecret!;
        try
        {
            return await SendAsync(form, cancellationToken);
        }
        catch (MercadoLibreException e) when (e.Error.Code == "invalid_client" && _options.Application.SecondClientSecret is { Length: > 0 })
        {
            // Refused credentials consume neither code nor refresh token, and while the secret rotates the other one is right.
            form["client_secret"] = _options.Application.SecondClientSecret;
            return await SendAsync(form, cancellationToken);
        }
    }

    private async Task<TokenAnswer> SendAsync(Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(_pipelines.CreateHandler(PipelineName), disposeHandler: false)
        {
            BaseAddress = _options.BaseUrl,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var answer = await RestService.ForGenerated<IOAuthApi>(http, MercadoLibreClient.Settings).TokenAsync(form, cancellationToken);
        if (answer is { AccessToken.Length: > 0, ExpiresIn: > 0 })
            return answer;
        throw new MercadoLibreException(new MercadoLibreError
        {
            Status = 200,
            Kind = ErrorKind.Unreadable,
            Request = "POST /oauth/token",
            Message = "The token endpoint said yes, but its answer holds no access token or no life time.",
            WhatToDo = "Keep the current token; if it stays so, look at what stands between this server and the platform.",
            IsAmbiguous = true,
        });
    }

    private static MercadoLibreException Refused(string? code, string message, string whatToDo) => new(new MercadoLibreError
    {
        Kind = ErrorKind.Invalid,
        Code = code,
        Message = message,
        WhatToDo = whatToDo,
    });
}
