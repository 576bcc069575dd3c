using System.Security.Claims;

namespace MeliBot.Inbox.Pages;

internal static class PrincipalId
{
    public static string? Id(this ClaimsPrincipal principal) => principal.FindFirstValue(ClaimTypes.NameIdentifier);
}
