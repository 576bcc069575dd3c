using MeliBot.Browser.Tests.Pages;
using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

public sealed class SigningInTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task The_first_administrator_comes_in_by_a_printed_link_that_works_once()
    {
        await using var fresh = await InboxStage.SetAsync();
        var link = (await fresh.FirstLinkAsync()).AbsoluteUri;
        var page = await PageOfAsync(null, new() { BaseURL = fresh.Url.AbsoluteUri });
        await page.GotoAsync(link);
        await page.FillAsync("#signInName", "ana@tienda.example");
        await page.FillAsync("#name", "Ana");
        await page.FillAsync("#password", Staff.Password);
        await page.FillAsync("#again", "otra clave larga");
        await page.ClickAsync("button[type=submit]");
        await Expect(page.Locator(".problem")).ToBeVisibleAsync();
        await page.FillAsync("#signInName", "ana@tienda.example");
        await page.FillAsync("#name", "Ana");
        await page.FillAsync("#password", Staff.Password);
        await page.FillAsync("#again", Staff.Password);
        await page.ClickAsync("button[type=submit]");
        await page.ArriveAsync("**/inbox");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Ana" })).ToBeVisibleAsync();

        var stranger = await PageOfAsync(null, new() { BaseURL = fresh.Url.AbsoluteUri });
        await stranger.GotoAsync(link);
        await Expect(stranger.Locator("input[type=password]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whoever_signs_in_is_led_to_where_they_wanted_and_never_to_another_site()
    {
        var page = await PageOfAsync(null);
        await page.GotoAsync("/accounts");
        await page.ArriveAsync("**/sign-in?*");
        await SignInAsync(page, Who.Administrator, Staff.Password);
        await page.ArriveAsync("**/accounts");

        var tricked = await PageOfAsync(null);
        await tricked.GotoAsync("/sign-in?from=" + Uri.EscapeDataString("//evil.example/inbox"));
        await SignInAsync(tricked, Who.Administrator, Staff.Password);
        await tricked.ArriveAsync(Stage.Url.AbsoluteUri + "inbox");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_told_apart_by_nobody_and_guessing_locks_out()
    {
        var name = await NewcomerAsync("Clara", "agent");
        var page = await PageOfAsync(null);
        await page.GotoAsync("/sign-in");
        await SignInAsync(page, "nobody-of-this-name", "wrong");
        var unknown = await page.Locator(".problem").TextContentAsync();
        await SignInAsync(page, name, "wrong");
        (await page.Locator(".problem").TextContentAsync()).ShouldBe(unknown);

        for (var i = 0; i < 4; i++) await SignInAsync(page, name, "wrong");
        await Expect(page.Locator(".problem")).Not.ToHaveTextAsync(unknown!);
        await SignInAsync(page, name, Staff.Password);
        await Expect(page.Locator(".problem")).ToBeVisibleAsync();
        page.Url.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task Whoever_signs_out_is_out_on_every_page()
    {
        var name = await NewcomerAsync("Olga", "agent");
        var page = await PageOfAsync(null);
        await page.GotoAsync("/sign-in");
        await SignInAsync(page, name, Staff.Password);
        await page.ArriveAsync("**/inbox");

        await page.GotoAsync("/me");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.ArriveAsync("**/sign-in");

        foreach (var path in new[] { "/inbox", "/me" })
        {
            await page.GotoAsync(path);
            page.Url.ShouldContain("/sign-in");
        }
    }

    [Fact]
    public async Task A_disabled_colleague_is_out_at_the_next_request_and_back_after_being_let_in_again()
    {
        var name = await NewcomerAsync("Dario", "viewer");
        var page = await PageOfAsync(null);
        await page.GotoAsync("/sign-in");
        await SignInAsync(page, name, Staff.Password);
        await page.ArriveAsync("**/inbox");
        var people = await PageOfAsync(Who.Administrator);
        await people.GotoAsync("/people");
        var row = people.Locator("tr", new() { HasText = name });

        await row.GetByRole(AriaRole.Button, new() { Name = "Disable" }).ClickAsync();
        await Expect(row).ToContainTextAsync("(disabled)");
        await page.GotoAsync("/inbox");
        page.Url.ShouldContain("/sign-in");

        await row.GetByRole(AriaRole.Button, new() { Name = "Let in again" }).ClickAsync();
        await Expect(row).Not.ToContainTextAsync("(disabled)");
        await SignInAsync(page, name, Staff.Password);
        await page.ArriveAsync("**/inbox");
    }

    private static async Task SignInAsync(IPage page, string name, string password)
    {
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", password);
        await page.RunAndWaitForResponseAsync(() => page.ClickAsync("button[type=submit] >> nth=0"), answer => answer.Request.IsNavigationRequest && answer.Request.Method == "GET");
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Somebody whose sessions and mistakes are this journey's own.</summary>
    private async Task<string> NewcomerAsync(string who, string role)
    {
        var name = $"{who}-{Guid.NewGuid():N}"[..12];
        var people = await PageOfAsync(Who.Administrator);
        await people.GotoAsync("/people");
        var page = await PageOfAsync(null);
        await page.GotoAsync(await Staff.InviteAsync(people, name, role));
        await page.FillAsync("#password", Staff.Password);
        await page.FillAsync("#again", Staff.Password);
        await page.ClickAsync("button[type=submit]");
        await page.ArriveAsync("**/inbox");
        return name;
    }
}
