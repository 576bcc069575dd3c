using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace MeliBot.Browser.Tests.Pages;

internal static class Arriving
{
    /// <summary>Waits until the browser shows this address. What the page holds is looked for afterwards, so the end of its loading isn't waited for.</summary>
    public static Task ArriveAsync(this IPage page, string url) => page.WaitForURLAsync(url, new() { WaitUntil = WaitUntilState.Commit, Timeout = Patience.Milliseconds });
}
