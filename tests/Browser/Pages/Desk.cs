using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Pages;

/// <summary>The inbox as an agent uses it.</summary>
internal sealed class Desk(IPage page)
{
    public IPage Page => page;

    public ILocator Search => page.Locator("#search");

    public ILocator Rows => page.Locator(".list .row a");

    public ILocator Pane => page.Locator("section.conversation");

    public ILocator Toast => page.Locator(".mud-snackbar");

    public ILocator Row(Asked asked) => page.Locator($".list a[href='{asked.Path}']");

    public CardOfQuestion Card(Asked asked) => new(page, asked);

    public ILocator Tab(string name) => page.GetByRole(AriaRole.Tab, new() { Name = name });

    public ILocator Button(string name) => Pane.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The list of one shop's conversations.</summary>
    public async Task GoAsync(Shop shop, string tab = "For a person")
    {
        await page.GotoAsync("/inbox");
        await page.GetByLabel("Account", new() { Exact = true }).SelectOptionAsync($"{shop.Seller.Id}");
        await Tab(tab).ClickAsync();
        await Expect(Tab(tab)).ToHaveAttributeAsync("aria-selected", "true");
    }

    /// <summary>From the list to the conversation, by a click.</summary>
    public async Task<CardOfQuestion> OpenAsync(Asked asked)
    {
        await Row(asked).ClickAsync();
        return await ShowsAsync(asked);
    }

    /// <summary>By its address.</summary>
    public async Task<CardOfQuestion> GoAsync(Asked asked)
    {
        await page.GotoAsync(asked.Path);
        return await ShowsAsync(asked);
    }

    private async Task<CardOfQuestion> ShowsAsync(Asked asked)
    {
        var card = Card(asked);
        await Expect(card.Text).ToBeVisibleAsync();
        return card;
    }
}

/// <summary>One question of an open conversation.</summary>
internal sealed class CardOfQuestion(IPage page, Asked asked)
{
    public ILocator Itself => page.GetByRole(AriaRole.Article, new() { Name = $"Question {asked.Id}" });

    public ILocator Text => Itself.Locator(".text.question");

    public ILocator Answer => Itself.Locator(".text.answer");

    public ILocator State => Itself.Locator(".state").First;

    public ILocator Reason => Itself.Locator(".reason");

    public ILocator Field => page.Locator($"#answer-{asked.Id}");

    public ILocator Counter => Itself.Locator(".counter");

    /// <summary>What the buyer will read.</summary>
    public ILocator Line => Itself.Locator(".preview .line");

    public ILocator Finding => Itself.Locator(".finding");

    public ILocator Approve => Button("Approve and send");

    public ILocator Send => Button("Send");

    public ILocator Button(string name) => Itself.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Types over what stands there.</summary>
    public async Task WriteAsync(string text)
    {
        await Expect(Field).ToBeEditableAsync();
        await Field.FillAsync(text);
    }

    public Task ShouldBeAsync(string state) => Expect(State).ToHaveTextAsync(state);
}
