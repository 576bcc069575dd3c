using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using MeliBot.Browser.Tests.Pages;
using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

/// <summary>axe finds nothing to object to on any page, in light and in dark.</summary>
public sealed class AccessibilityTests(BrowserFixture fixture) : Journey(fixture)
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Queue_and_conversation(ColorScheme colours)
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask("Hola, tienen stock? cuánto cuesta?");
        var answered = shop.Ask("Hacen envíos?", asked.Buyer);
        var desk = await DeskOfAsync(Who.Administrator, new() { ColorScheme = colours });
        var card = await desk.GoAsync(answered);
        await card.Approve.ClickAsync();
        await card.ShouldBeAsync("Answered");
        await Expect(desk.Page.Locator("aside h2").First).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("aside a").First).ToBeVisibleAsync();
        foreach (var trace in await desk.Page.Locator("details > summary").AllAsync()) await trace.ClickAsync();
        await desk.Card(asked).WriteAsync("Llamame al 11 5555-4444");
        await Expect(desk.Card(asked).Finding.First).ToBeVisibleAsync();

        await ShouldBeFineAsync(desk.Page);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Board_deleted_leads_and_a_sale(ColorScheme colours)
    {
        var shop = await Stage.OpenShopAsync();
        var (sold, risky, deleted) = (shop.Sell(), shop.Sell(), shop.Sell());
        Stage.World.Sales.Tag(risky.Order.Id, "fraud_risk_detected");
        var board = new Board(await PageOfAsync(Who.Administrator, new() { ColorScheme = colours }));
        await board.GoAsync(shop);
        await Expect(board.Card(risky, "Paid").GetByText("Do not ship")).ToBeVisibleAsync();
        await board.OpenHistoryAsync(board.Card(sold, "Paid"));
        await ShouldBeFineAsync(board.Page);

        await board.Button(deleted, "Delete lead").ClickAsync();
        await Expect(board.Confirm).ToBeVisibleAsync();
        await board.ConfirmAsync("Delete lead");
        await Expect(board.Card(deleted, "Paid")).ToHaveCountAsync(0);
        await board.Tab("Deleted").ClickAsync();
        await Expect(board.DeletedLead(deleted)).ToBeVisibleAsync();
        await ShouldBeFineAsync(board.Page);

        await board.Page.GotoAsync(sold.Path);
        await Expect(board.Page.Locator(".reply fieldset")).ToBeVisibleAsync();
        await Expect(board.Page.Locator("aside h2").First).ToBeVisibleAsync();
        await ShouldBeFineAsync(board.Page);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_claim_and_a_decision(ColorScheme colours)
    {
        var shop = await Stage.OpenShopAsync();
        var claimed = shop.Claim();
        var claim = await new ClaimPage(await PageOfAsync(Who.Administrator, new() { ColorScheme = colours }), claimed).GoAsync();
        await Expect(claim.Message("xyzzy")).ToBeVisibleAsync();
        await ShouldBeFineAsync(claim.Page);

        await claim.DecideAsync("Offer a partial refund");
        await claim.Page.GetByLabel("30 %").CheckAsync();
        await Expect(claim.Effect).ToBeVisibleAsync();
        await ShouldBeFineAsync(claim.Page);
    }

    [Theory]
    [InlineData("/inbox", ColorScheme.Light)]
    [InlineData("/inbox", ColorScheme.Dark)]
    [InlineData("/orders", ColorScheme.Light)]
    [InlineData("/orders", ColorScheme.Dark)]
    [InlineData("/console", ColorScheme.Light)]
    [InlineData("/console", ColorScheme.Dark)]
    [InlineData("/quick-texts", ColorScheme.Light)]
    [InlineData("/quick-texts", ColorScheme.Dark)]
    [InlineData("/accounts", ColorScheme.Light)]
    [InlineData("/accounts", ColorScheme.Dark)]
    [InlineData("/people", ColorScheme.Light)]
    [InlineData("/people", ColorScheme.Dark)]
    [InlineData("/status", ColorScheme.Light)]
    [InlineData("/status", ColorScheme.Dark)]
    [InlineData("/me", ColorScheme.Light)]
    [InlineData("/me", ColorScheme.Dark)]
    public async Task Every_page(string path, ColorScheme colours)
    {
        var page = await PageOfAsync(Who.Administrator, new() { ColorScheme = colours });
        await page.GotoAsync(path);
        await Expect(page.Locator("h1").First).ToBeVisibleAsync();

        await ShouldBeFineAsync(page);
    }

    [Theory]
    [InlineData("/sign-in?problem=wrong", ColorScheme.Light)]
    [InlineData("/sign-in?problem=locked", ColorScheme.Dark)]
    [InlineData("/welcome/not-a-token", ColorScheme.Light)]
    public async Task The_doors(string path, ColorScheme colours)
    {
        var page = await PageOfAsync(null, new() { ColorScheme = colours });
        await page.GotoAsync(path);

        await ShouldBeFineAsync(page);
    }

    private static async Task ShouldBeFineAsync(IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags(Rules) });

        found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} ({violation.Help}): {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}")).ShouldBeEmpty();
    }
}
