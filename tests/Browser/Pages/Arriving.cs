using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Pages;

internal static class Arriving
{
    /// <summary>Waits until the browser shows this address; ** stands for anything, * for anything in one segment. What the page holds is looked for afterwards.</summary>
    /// <remarks>The address is looked at again and again: Playwright's own wait for "commit" never ends where the page was committed before it began.</remarks>
    public static Task ArriveAsync(this IPage page, string url) =>
        Expect(page).ToHaveURLAsync(new Regex("^" + Regex.Escape(url).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$", RegexOptions.None, TimeSpan.FromSeconds(1)));
}
