using System.Security.Claims;
using MeliBot.Inbox.Language;
using MeliBot.Inbox.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace MeliBot.Inbox.Hosting;

/// <summary>Where the forms of signing in go. Each that changes something reads a form, and so checks its antiforgery token.</summary>
internal static class SessionEndpoints
{
    private const int ShortestPassword = 10;

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        app.MapPost("/session", SignInAsync).AllowAnonymous();
        // A link and no form: browsers hold a form's whole journey to form-action, and this one ends at the provider.
        app.MapGet("/session/external", (string? from, IAuthenticationSchemeProvider schemes) => ExternalAsync(from, schemes)).AllowAnonymous();
        app.MapPost("/session/end", async (HttpContext http, IFormCollection _) =>
        {
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.LocalRedirect("/sign-in");
        }).RequireAuthorization();
        app.MapPost("/session/password", ChangePasswordAsync).RequireAuthorization();
        app.MapPost("/welcome", WelcomeAsync).AllowAnonymous();
        app.MapPost("/language", (HttpContext http, [FromForm] string language) =>
        {
            if (Languages.All.Any(known => known.Code == language))
            {
                http.Response.Cookies.Append(
                    CookieRequestCultureProvider.DefaultCookieName,
                    CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
                    new CookieOptions { MaxAge = TimeSpan.FromDays(400), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps, IsEssential = true });
            }

            return Results.LocalRedirect("/me");
        }).RequireAuthorization();
    }

    private static async Task<IResult> SignInAsync(HttpContext http, PasswordSignIn signIn, [FromForm] string name, [FromForm] string password, [FromForm] string? from)
    {
        var outcome = await signIn.TryAsync(name, password, http.RequestAborted);
        if (outcome is not SignInOutcome.Done done)
            return Results.LocalRedirect($"/sign-in?problem={(outcome is SignInOutcome.Locked ? "locked" : "wrong")}&from={Uri.EscapeDataString(Local(from))}");
        return await EnterAsync(http, done.Person, from);
    }

    private static async Task<IResult> ExternalAsync(string? from, IAuthenticationSchemeProvider schemes) =>
        await schemes.GetSchemeAsync(OpenIdConnectDefaults.AuthenticationScheme) is null
            ? Results.NotFound()
            : Results.Challenge(new AuthenticationProperties { RedirectUri = Local(from) }, [OpenIdConnectDefaults.AuthenticationScheme]);

    private static async Task<IResult> ChangePasswordAsync(HttpContext http, PeopleStore people, PasswordSignIn signIn, [FromForm] string current, [FromForm] string password, [FromForm] string again)
    {
        var problem = password.Length < ShortestPassword ? "short" : password != again ? "differs" : null;
        if (problem is null)
        {
            var me = await people.FindByIdAsync(http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", http.RequestAborted);
            var changed = me is null ? null : await signIn.ChangePasswordAsync(me.SignInName, current, password, http.RequestAborted);
            if (changed is not null)
            {
                await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, changed.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme));
                return Results.LocalRedirect("/me?done=password");
            }

            problem = "wrong";
        }

        return Results.LocalRedirect($"/me?problem={problem}");
    }

    private static async Task<IResult> WelcomeAsync(
        HttpContext http, Invitations invitations, [FromForm] string token, [FromForm] string? signInName, [FromForm] string? name, [FromForm] string password, [FromForm] string again)
    {
        var problem = password.Length < ShortestPassword ? "short" : password != again ? "differs" : null;
        if (problem is null && await invitations.FindAsync(token, http.RequestAborted) is { } invitation)
        {
            if (invitation.SignInName is not null || (!string.IsNullOrWhiteSpace(signInName) && !string.IsNullOrWhiteSpace(name)))
            {
                var person = await invitations.AcceptAsync(invitation, signInName ?? "", name ?? "", password, http.RequestAborted);
                if (person is not null) return await EnterAsync(http, person, null);
            }

            problem = "taken";
        }

        return Results.LocalRedirect($"/welcome/{Uri.EscapeDataString(token)}{(problem is null ? "" : $"?problem={problem}")}");
    }

    private static async Task<IResult> EnterAsync(HttpContext http, Person person, string? from)
    {
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, person.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme));
        return Results.LocalRedirect(Local(from));
    }

    /// <summary>Never another site, whatever the form says.</summary>
    private static string Local(string? from) =>
        from is { Length: > 1 } && from[0] == '/' && from[1] is not ('/' or '\\') && !from.Any(char.IsControl) ? from : "/inbox";
}
