using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Inbox.People;

/// <summary>Ends sessions whose person was disabled or changed since: every request is looked at.</summary>
internal static class SessionGuard
{
    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        if (await StandsAsync(context.HttpContext.RequestServices.GetRequiredService<PeopleStore>(), context.Principal, context.HttpContext.RequestAborted)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    /// <summary>False for whoever is gone, disabled or changed.</summary>
    public static async Task<bool> StandsAsync(PeopleStore people, ClaimsPrincipal? principal, CancellationToken cancellationToken)
    {
        if (principal?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id) return false;
        var person = await people.FindByIdAsync(id, cancellationToken);
        return person is { Disabled: false } && string.Equals(person.Stamp, principal.FindFirstValue(Person.StampClaim), StringComparison.Ordinal);
    }
}
