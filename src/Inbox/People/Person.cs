using System.Security.Claims;

namespace MeliBot.Inbox.People;

/// <summary>Somebody who may sign in.</summary>
public sealed record Person
{
    /// <summary>Never changes and never repeats; effects carry it as <c>agent:{id}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What is typed at sign-in: an e-mail address or a name. Compared without case.</summary>
    public required string SignInName { get; init; }

    /// <summary>What colleagues read.</summary>
    public required string Name { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Null until the invitation was used, and for whoever signs in elsewhere.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Changes with the password, the roles and a disabling; a session that carries another is over.</summary>
    public required string Stamp { get; init; }

    public bool Disabled { get; init; }

    public int FailedAttempts { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }

    public DateTimeOffset? LastSignIn { get; init; }

    /// <summary>Their password is kept elsewhere: they came by OpenID Connect.</summary>
    internal bool IsExternal => SignInName.StartsWith(ExternalPrefix, StringComparison.Ordinal);

    /// <summary>False until the invitation was used.</summary>
    internal bool CanSignIn => PasswordHash is not null || (IsExternal && LastSignIn is not null);

    internal const string ExternalPrefix = "oidc:";

    internal const string StampClaim = "melibot/stamp";

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, Id),
            new Claim(ClaimTypes.Name, Name),
            new Claim(StampClaim, Stamp),
            .. Roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ],
        scheme));
}
