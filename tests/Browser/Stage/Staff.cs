using MeliBot.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Stage;

/// <summary>The people of a stage: one of each role, and a second agent.</summary>
internal sealed class Staff
{
    public const string Password = "una clave larga";

    private static readonly (string Who, string Role)[] Invited = [(Who.Agent, "agent"), (Who.OtherAgent, "agent"), (Who.Viewer, "viewer"), (Who.Analyst, "analyst"), (Who.Designer, "designer")];

    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);

    /// <summary>Cookies of somebody who has signed in.</summary>
    public string SessionOf(string who) => _sessions[who];

    public async Task ComeInAsync(IBrowser browser, Uri url, Uri firstLink)
    {
        await using var context = await browser.NewContextAsync(new() { Locale = "en-US", BaseURL = url.AbsoluteUri });
        var page = await context.NewPageAsync();
        await page.GotoAsync(firstLink.AbsoluteUri);
        await page.FillAsync("#signInName", Who.Administrator);
        await page.FillAsync("#name", Who.Administrator);
        await AcceptAsync(page);
        _sessions[Who.Administrator] = await context.StorageStateAsync();

        await page.GotoAsync("/people");
        foreach (var (who, role) in Invited)
        {
            var link = await InviteAsync(page, who, role);
            _sessions[who] = await AcceptAsync(browser, url, link);
        }
    }

    /// <summary>An administrator's People page makes a link for somebody new.</summary>
    public static async Task<string> InviteAsync(IPage page, string who, string role)
    {
        var shown = page.Locator("[role=status] code");
        var before = await shown.CountAsync() == 0 ? "" : (await shown.TextContentAsync())!;
        await page.FillAsync("#signInName", who);
        await page.FillAsync("#name", who);
        await page.SelectOptionAsync("#role", role);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        await Expect(shown).Not.ToHaveTextAsync(before);
        return (await shown.TextContentAsync())!.Trim();
    }

    private static async Task<string> AcceptAsync(IBrowser browser, Uri url, string link)
    {
        await using var context = await browser.NewContextAsync(new() { Locale = "en-US", BaseURL = url.AbsoluteUri });
        var page = await context.NewPageAsync();
        await page.GotoAsync(link);
        await AcceptAsync(page);
        return await context.StorageStateAsync();
    }

    private static async Task AcceptAsync(IPage page)
    {
        await page.FillAsync("#password", Password);
        await page.FillAsync("#again", Password);
        await page.ClickAsync("button[type=submit]");
        await page.ArriveAsync("**/inbox");
        await Expect(page.GetByRole(AriaRole.Navigation)).ToBeVisibleAsync();
    }
}

internal static class Who
{
    public const string Administrator = "Ana";
    public const string Agent = "Luis";
    public const string OtherAgent = "Marta";
    public const string Viewer = "Vera";
    public const string Analyst = "Alan";
    public const string Designer = "Dora";
}
