namespace MeliBot.Simulator;

/// <summary>A seller's grant to an application.</summary>
public sealed class WorldGrant
{
    public required long ApplicationId { get; init; }
    public required long UserId { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required IReadOnlyList<string> Scopes { get; init; }

    internal bool Write { get; init; }
    internal AccessLevel Communication { get; init; }
    internal AccessLevel Publishing { get; init; }
}

/// <summary>What a token endpoint hands out.</summary>
public sealed record IssuedTokens(string AccessToken, string? RefreshToken, string Scope, long UserId, DateTimeOffset Expires, int ExpiresIn);

internal sealed record AccessToken(
    string Value, long ApplicationId, long UserId, DateTimeOffset Expires, bool Write, AccessLevel Communication, AccessLevel Publishing);

internal sealed class RefreshToken
{
    public required string Value { get; init; }
    public required long ApplicationId { get; init; }
    public required long UserId { get; init; }
    public required DateTimeOffset Expires { get; init; }
    public bool Spent { get; set; }
    public bool Revoked { get; set; }
}

internal sealed class AuthorizationCode
{
    public required string Value { get; init; }
    public required long ApplicationId { get; init; }
    public required long UserId { get; init; }
    public required string RedirectUri { get; init; }
    public required DateTimeOffset Expires { get; init; }
    public string? Challenge { get; init; }
    public string? Method { get; init; }
    public bool Spent { get; set; }
}

/// <summary>Tokens, or the OAuth error that is answered instead.</summary>
internal sealed record TokenOutcome(IssuedTokens? Tokens, string? Error = null, string? Description = null)
{
    public static TokenOutcome Refused(string error, string description) => new(null, error, description);
}
