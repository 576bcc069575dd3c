namespace MeliBot.MercadoLibre;

/// <summary>An account's current pair of tokens. Its text form shows no token.</summary>
public sealed record TokenSet
{
    public required string AccessToken { get; init; }

    /// <summary>Good for one refresh. Null when the application lacks <c>offline_access</c>.</summary>
    public string? RefreshToken { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The three OAuth scopes and the functional permissions that this token was minted with.</summary>
    public string? Scope { get; init; }

    /// <summary>Counts the pairs of this account from 1; a save names the one it replaces.</summary>
    public long Generation { get; init; }

    /// <summary>Set when the account's owner has to connect again; the access token may still serve until it expires.</summary>
    public string? ReconnectReason { get; init; }

    /// <summary>When a third of the life remains: early enough that a crash in mid-refresh leaves hours of valid access.</summary>
    public DateTimeOffset RefreshAt => ExpiresAt - ((ExpiresAt - IssuedAt) / 3);

    public bool Has(string scope) => Scope?.Split(' ').Contains(scope, StringComparer.OrdinalIgnoreCase) == true;

    public override string ToString() =>
        $"TokenSet {{ Generation = {Generation}, ExpiresAt = {PlatformDate.Format(ExpiresAt)}, CanRefresh = {RefreshToken is not null}, ReconnectReason = {ReconnectReason} }}";
}
