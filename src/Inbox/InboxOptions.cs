using System.ComponentModel.DataAnnotations;
using MeliBot.Inbox.People;

namespace MeliBot.Inbox;

/// <summary>The web pages. Section <c>Inbox</c>.</summary>
public sealed class InboxOptions : IValidatableObject
{
    public const string Section = "Inbox";

    /// <value>Serves the pages. Default true.</value>
    public bool Enabled { get; set; } = true;

    /// <value>
    /// The address that people type, where a proxy brings TLS, such as https://bot.example.com. Sign-in elsewhere returns to it, links begin with it, and with https the cookies travel encrypted
    /// only. Empty where browsers reach this host itself.
    /// </value>
    [Url]
    public string? PublicUrl { get; set; }

    /// <value>The index that lists and searches conversations: a file that can be deleted at any time and is made anew. Default: beside the database.</value>
    public string? IndexPath { get; set; }

    /// <value>Wrong passwords in a row before a person is locked out for a while. Default 5.</value>
    [Range(2, 100)]
    public int AttemptsBeforeLock { get; set; } = 5;

    /// <value>How long. Default 15 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LockFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <value>How long the link of an invitation can be used. Default 3 days.</value>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan InvitationLife { get; set; } = TimeSpan.FromDays(3);

    /// <value>How long a session lasts without a request. Default 12 h.</value>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan SessionLife { get; set; } = TimeSpan.FromHours(12);

    /// <value>Sign-in by OpenID Connect; nothing while its authority is empty.</value>
    public OidcOptions Oidc { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(Oidc.Authority)) yield break;
        if (!Uri.TryCreate(Oidc.Authority, UriKind.Absolute, out var authority) || (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback))
            yield return new ValidationResult($"{Section}:Oidc:Authority: \"{Oidc.Authority}\" isn't the https address of a provider.");
        if (string.IsNullOrEmpty(Oidc.ClientId)) yield return new ValidationResult($"{Section}:Oidc:ClientId: the provider knows this installation by it.");
        foreach (var role in Oidc.Roles.Values.Where(role => !InboxRoles.All.Contains(role)))
            yield return new ValidationResult($"{Section}:Oidc:Roles: \"{role}\" is no role; there are {string.Join(", ", InboxRoles.All)}.");
    }
}

public sealed class OidcOptions
{
    /// <value>Address of the provider, for example https://login.microsoftonline.com/TENANT/v2.0.</value>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <value>What the button says. Default "Single sign-on".</value>
    public string Name { get; set; } = "Single sign-on";

    /// <value>The claim that holds roles. Default roles.</value>
    public string RoleClaim { get; set; } = "roles";

    /// <value>Roles by value of that claim. A value that isn't here but is a role's own name counts as that role; whoever has none is refused.</value>
    public Dictionary<string, string> Roles { get; set; } = new(StringComparer.OrdinalIgnoreCase);
}
