using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Pages;

/// <summary>A claim, and the page of a decision in it, as people use them.</summary>
internal sealed class ClaimPage(IPage page, Claimed claimed)
{
    public IPage Page => page;

    public ILocator Pane => page.Locator("section.conversation");

    public ILocator Banner => page.Locator(".card.claim");

    public ILocator Due => Banner.Locator(".due").First;

    public ILocator Messages => page.Locator(".card.message");

    public ILocator Reply => page.Locator(".card.reply");

    public ILocator Field => page.Locator($"#claim-{claimed.Id}");

    public ILocator Decisions => page.Locator(".claim-acts");

    public ILocator Panel => page.Locator("aside");

    public ILocator Row => page.Locator($".list a[href='{claimed.Path}']");

    /// <summary>What the page of a decision says comes of it.</summary>
    public ILocator Effect => page.Locator(".block.effect");

    public ILocator Amount => Effect.Locator(".amount");

    public ILocator Confirm => page.GetByRole(AriaRole.Button, new() { NameRegex = new System.Text.RegularExpressions.Regex("^Confirm", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) });

    public ILocator Problem => page.Locator("[role=alert]");

    public ILocator Message(string text) => Messages.Filter(new() { HasText = text });

    public ILocator Button(string name) => Pane.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async Task<ClaimPage> GoAsync()
    {
        // One that was opened just now isn't known for a moment; the page shows it as soon as it is.
        await page.GotoAsync(claimed.Path);
        await Expect(Banner).ToBeVisibleAsync();
        return this;
    }

    /// <summary>From the claim to the page where it is decided.</summary>
    public async Task DecideAsync(string action)
    {
        await Decisions.GetByRole(AriaRole.Link, new() { Name = action }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = action, Level = 1 })).ToBeVisibleAsync();
    }

    public async Task WriteAsync(string text)
    {
        await Expect(Field).ToBeEditableAsync();
        await Field.FillAsync(text);
    }
}
