using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MeliBot.MercadoLibre;

/// <summary>Where unguessable texts come from; replace it to repeat a run.</summary>
public interface IAuthorizationSecrets
{
    /// <summary>That many random bytes, base64url.</summary>
    string Create(int bytes);
}

internal sealed class AuthorizationSecrets : IAuthorizationSecrets
{
    public string Create(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}

/// <summary>RFC 7636.</summary>
internal static class Pkce
{
    public static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
