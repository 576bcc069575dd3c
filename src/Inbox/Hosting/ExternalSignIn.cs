using System.Security.Claims;
using MeliBot.Inbox.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MeliBot.Inbox.Hosting;

/// <summary>Sign-in by OpenID Connect: code with PKCE; whoever comes becomes a person with the roles that the provider says.</summary>
internal static partial class ExternalSignIn
{
    private const string NoRole = "role";
    private const string Disabled = "disabled";

    private static readonly string[] Refusals = [NoRole, Disabled];

    public static void AddExternalSignIn(this AuthenticationBuilder authentication, OidcOptions settings) => authentication.AddOpenIdConnect(oidc =>
    {
        oidc.Authority = settings.Authority;
        oidc.ClientId = settings.ClientId;
        oidc.ClientSecret = settings.ClientSecret;
        // A provider on this machine is for trying it out.
        oidc.RequireHttpsMetadata = !(Uri.TryCreate(settings.Authority, UriKind.Absolute, out var authority) && authority.IsLoopback);
        oidc.ResponseType = "code";
        oidc.UsePkce = true;
        // The way back is an ordinary link, so no cookie has to travel with another site's form.
        oidc.ResponseMode = "query";
        oidc.CorrelationCookie.SameSite = oidc.NonceCookie.SameSite = SameSiteMode.Lax;
        oidc.CorrelationCookie.SecurePolicy = oidc.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        oidc.MapInboundClaims = false;
        oidc.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        oidc.Scope.Add("email");
        oidc.CallbackPath = "/session/callback";
        oidc.Events.OnTokenValidated = context => KnowAsync(context, settings);
        oidc.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect($"/sign-in?problem={(context.Failure?.Message is { } why && Refusals.Contains(why) ? why : "external")}");
            if (context.Failure is { } failure && !Refusals.Contains(failure.Message)) Log(context.HttpContext).ExternalFailed(failure);
            return Task.CompletedTask;
        };
    });

    private static async Task KnowAsync(TokenValidatedContext context, OidcOptions settings)
    {
        var token = context.Principal!;
        var roles = token.FindAll(settings.RoleClaim).Select(claim => settings.Roles.GetValueOrDefault(claim.Value, claim.Value)).Where(InboxRoles.All.Contains).Distinct().ToList();
        if (roles.Count == 0 || token.FindFirstValue("sub") is not { Length: > 0 } subject)
        {
            context.Fail(NoRole);
            return;
        }

        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var people = context.HttpContext.RequestServices.GetRequiredService<PeopleStore>();
        var name = token.FindFirstValue("name") ?? token.FindFirstValue("email") ?? subject;
        var signInName = Person.ExternalPrefix + subject;
        var cancellationToken = context.HttpContext.RequestAborted;
        await people.AddAsync(new Person { Id = Invitations.NewId(), SignInName = signInName, Name = name, Roles = roles, Stamp = Invitations.NewStamp() }, cancellationToken);
        var person = await people.ChangeAsync(
            signInName,
            known => (known.Roles.SequenceEqual(roles) && known.Name == name ? known : known with { Roles = roles, Name = name, Stamp = Invitations.NewStamp() }) with { LastSignIn = now },
            cancellationToken);
        if (person is not { Disabled: false })
        {
            context.Fail(Disabled);
            return;
        }

        context.Principal = person.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("MeliBot.Inbox.SignIn");

    [LoggerMessage(LogLevel.Warning, "Sign-in by OpenID Connect failed.")]
    private static partial void ExternalFailed(this ILogger logger, Exception failure);
}
