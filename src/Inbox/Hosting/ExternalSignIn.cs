using System.Security.Claims;
using MeliBot.Inbox.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Inbox.Hosting;

/// <summary>Sign-in by OpenID Connect: code with PKCE; whoever comes becomes a person with the roles that the provider says.</summary>
internal static class ExternalSignIn
{
    public static void AddExternalSignIn(this AuthenticationBuilder authentication, OidcOptions settings) => authentication.AddOpenIdConnect(oidc =>
    {
        oidc.Authority = settings.Authority;
        oidc.ClientId = settings.ClientId;
        oidc.ClientSecret = settings.ClientSecret;
        oidc.ResponseType = "code";
        oidc.UsePkce = true;
        oidc.MapInboundClaims = false;
        oidc.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        oidc.Scope.Add("email");
        oidc.CallbackPath = "/session/callback";
        oidc.Events.OnTokenValidated = context => KnowAsync(context, settings);
        oidc.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect("/sign-in?problem=role");
            return Task.CompletedTask;
        };
    });

    private static async Task KnowAsync(TokenValidatedContext context, OidcOptions settings)
    {
        var token = context.Principal!;
        var roles = token.FindAll(settings.RoleClaim).Select(claim => settings.Roles.GetValueOrDefault(claim.Value, claim.Value)).Where(InboxRoles.All.Contains).Distinct().ToList();
        if (roles.Count == 0 || token.FindFirstValue("sub") is not { Length: > 0 } subject)
        {
            context.Fail("No role.");
            return;
        }

        var people = context.HttpContext.RequestServices.GetRequiredService<PeopleStore>();
        var name = token.FindFirstValue("name") ?? token.FindFirstValue("email") ?? subject;
        var signInName = $"oidc:{subject}";
        var cancellationToken = context.HttpContext.RequestAborted;
        await people.AddAsync(new Person { Id = Invitations.NewId(), SignInName = signInName, Name = name, Roles = roles, Stamp = Invitations.NewStamp() }, cancellationToken);
        var person = await people.ChangeAsync(
            signInName,
            known => known.Roles.SequenceEqual(roles) && known.Name == name ? known : known with { Roles = roles, Name = name, Stamp = Invitations.NewStamp() },
            cancellationToken);
        if (person is not { Disabled: false })
        {
            context.Fail("Disabled.");
            return;
        }

        context.Principal = person.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme);
    }
}
