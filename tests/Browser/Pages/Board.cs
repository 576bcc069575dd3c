using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Pages;

/// <summary>The pipeline as a person uses it.</summary>
internal sealed class Board(IPage page)
{
    public IPage Page => page;

    public ILocator Search => page.GetByPlaceholder("Search numbers, names, titles, tracking");

    public ILocator Toast => page.Locator(".mud-snackbar");

    public ILocator Confirm => page.GetByRole(AriaRole.Dialog).Filter(new() { HasText = "Mercado Libre" });

    /// <param name="stage">As English pages name it.</param>
    public ILocator Column(string stage) => page.Locator($"section[aria-labelledby='stage-{string.Concat(stage.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}']");

    public ILocator Count(string stage) => Column(stage).Locator("h2 .count");

    public ILocator Card(Sold sold, string stage) => Column(stage).GetByRole(AriaRole.Article, new() { Name = $"Lead {sold.Buyer.Id}", Exact = true });

    /// <summary>A card's button, by the beginning of its name.</summary>
    public ILocator Button(Sold sold, string name) => page.GetByRole(AriaRole.Article, new() { Name = $"Lead {sold.Buyer.Id}", Exact = true }).GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Tab(string name) => page.GetByRole(AriaRole.Tab, new() { Name = name, Exact = true });

    public ILocator DeletedLead(Sold sold) => page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { Name = $"Restore the lead {sold.Buyer.Id}" }) });

    public ILocator DeletedContact(Sold sold) => page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { Name = $"Restore the contact {sold.Buyer.Id}" }) });

    /// <summary>The board of one shop.</summary>
    public async Task GoAsync(Shop shop)
    {
        await page.GotoAsync("/orders");
        await Expect(Column("Paid")).ToBeVisibleAsync();
        await page.GetByLabel("Account", new() { Exact = true }).SelectOptionAsync($"{shop.Seller.Id}");
    }

    public async Task OpenHistoryAsync(ILocator card)
    {
        await card.Locator("summary").ClickAsync();
        await Expect(card.Locator(".moves li").First).ToBeVisibleAsync();
    }

    public Task ConfirmAsync(string yes) => Confirm.GetByRole(AriaRole.Button, new() { Name = yes, Exact = true }).ClickAsync();
}
