using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

public sealed class RoleTests(BrowserFixture fixture) : Journey(fixture)
{
    /// <summary>Page by page, who may see it; everybody else is told so, and nobody sees anything without signing in.</summary>
    private static readonly Dictionary<string, string[]> Pages = new(StringComparer.Ordinal)
    {
        ["/inbox"] = [Who.Administrator, Who.Agent, Who.Viewer, Who.Analyst, Who.Designer],
        ["/orders"] = [Who.Administrator, Who.Agent, Who.Viewer, Who.Analyst, Who.Designer],
        ["/me"] = [Who.Administrator, Who.Agent, Who.Viewer, Who.Analyst, Who.Designer],
        ["/quick-texts"] = [Who.Administrator, Who.Agent],
        ["/console"] = [Who.Administrator, Who.Designer],
        ["/accounts"] = [Who.Administrator],
        ["/people"] = [Who.Administrator],
        ["/status"] = [Who.Administrator],
    };

    [Theory]
    [InlineData(Who.Administrator)]
    [InlineData(Who.Agent)]
    [InlineData(Who.Viewer)]
    [InlineData(Who.Analyst)]
    [InlineData(Who.Designer)]
    [InlineData(null)]
    public async Task A_role_opens_its_pages_and_no_other(string? who)
    {
        var page = await PageOfAsync(who);
        foreach (var (path, allowed) in Pages)
        {
            var answer = await page.GotoAsync(path);
            answer!.Status.ShouldBe(200, path);
            var reached = new Uri(page.Url).AbsolutePath;
            if (who is null) reached.ShouldBe("/sign-in", path);
            else if (allowed.Contains(who)) reached.ShouldBe(path);
            else await Expect(page.GetByText("Your role doesn't allow this page.")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_viewer_reads_and_cannot_answer_take_over_or_delete()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Viewer);
        var card = await desk.GoAsync(asked);
        await card.ShouldBeAsync("Waits for approval");

        await Expect(card.Field).ToHaveCountAsync(0);
        await Expect(card.Itself.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(desk.Button("Take over")).ToHaveCountAsync(0);
        foreach (var key in new[] { "Control+Enter", "a", "t", "d", "e" }) await desk.Page.Keyboard.PressAsync(key);
        await card.ShouldBeAsync("Waits for approval");
        asked.ShouldBeUnanswered();
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_disabled()
    {
        var people = await PageOfAsync(Who.Administrator);
        await people.GotoAsync("/people");
        var row = people.GetByRole(AriaRole.Row).Filter(new() { Has = people.GetByRole(AriaRole.Cell, new() { Name = Who.Administrator, Exact = true }) });

        await row.GetByRole(AriaRole.Button, new() { Name = "Disable" }).ClickAsync();

        await Expect(people.Locator(".mud-snackbar")).ToContainTextAsync("administrator");
        await Expect(row).Not.ToContainTextAsync("(disabled)");
    }
}
