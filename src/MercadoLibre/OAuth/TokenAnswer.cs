using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What the token endpoint answers. Its text form shows no token.</summary>
public sealed record TokenAnswer
{
    public string? AccessToken { get; init; }

    public string? RefreshToken { get; init; }

    public TokenType TokenType { get; init; }

    /// <summary>Seconds. Trust this, not a constant.</summary>
    public long? ExpiresIn { get; init; }

    public string? Scope { get; init; }

    /// <summary>The account.</summary>
    public long? UserId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    public override string ToString() => $"TokenAnswer {{ UserId = {UserId}, ExpiresIn = {ExpiresIn}, CanRefresh = {RefreshToken is not null} }}";
}
