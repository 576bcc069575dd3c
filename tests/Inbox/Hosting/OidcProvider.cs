using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MeliBot.Inbox.Tests;

/// <summary>A provider of OpenID Connect on this machine: discovery, consent that is always given, code with PKCE, signed tokens.</summary>
internal sealed class OidcProvider : IAsyncDisposable
{
    public const string ClientId = "melibot";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "k" };
    private readonly WebApplication _app;
    private (string Nonce, string Challenge) _asked;

    private OidcProvider(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    /// <summary>Of whoever agrees next.</summary>
    public string Subject { get; set; } = "s-1";

    public IReadOnlyList<string> Groups { get; set; } = [];

    public static async Task<OidcProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new OidcProvider(builder.Build());
        provider.Map();
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Rsa.Dispose();
    }

    private string Issuer => Url.AbsoluteUri.TrimEnd('/');

    private void Map()
    {
        _app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = Issuer,
            authorization_endpoint = Issuer + "/authorize",
            token_endpoint = Issuer + "/token",
            jwks_uri = Issuer + "/keys",
        });
        _app.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(_key);
            return new { keys = new[] { new { kty = key.Kty, use = "sig", kid = key.Kid, n = key.N, e = key.E, alg = "RS256" } } };
        });
        _app.MapGet("/authorize", (HttpContext http) =>
        {
            var query = http.Request.Query;
            _asked = (query["nonce"].ToString(), query["code_challenge"].ToString());
            return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = "c", ["state"] = query["state"] }));
        });
        _app.MapPost("/token", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
            return challenge == _asked.Challenge ? Results.Json(new { access_token = "a", token_type = "Bearer", id_token = Token() }) : Results.BadRequest();
        });
    }

    private string Token() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = ClientId,
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        Claims = new Dictionary<string, object> { ["sub"] = Subject, ["name"] = "Ana de Sistemas", ["nonce"] = _asked.Nonce, ["groups"] = Groups },
    });
}
