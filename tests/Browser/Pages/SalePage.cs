using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Pages;

/// <summary>The conversation of a sale as an agent uses it.</summary>
internal sealed class SalePage(IPage page, Sold sold)
{
    public IPage Page => page;

    public ILocator Pane => page.Locator("section.conversation");

    public ILocator Messages => page.Locator(".card.message");

    public ILocator Reply => page.Locator(".card.reply");

    public ILocator Field => page.Locator($"#message-{sold.Pack}");

    public ILocator Block => Reply.Locator(".block");

    public ILocator Counter => Reply.Locator(".counter");

    public ILocator Parts => Reply.Locator(".parts li");

    public ILocator Finding => Reply.Locator(".finding");

    public ILocator Send => Button("Send");

    public ILocator Approve => Button("Approve and send");

    public ILocator Panel => page.Locator("aside");

    public ILocator Toast => page.Locator(".mud-snackbar");

    public ILocator Message(string text) => Messages.Filter(new() { HasText = text });

    public ILocator Button(string name) => Pane.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async Task<SalePage> GoAsync()
    {
        await page.GotoAsync(sold.Path);
        await Expect(Panel.GetByRole(AriaRole.Heading, new() { Name = $"Order {sold.Order.Id}" })).ToBeVisibleAsync();
        return this;
    }

    public async Task WriteAsync(string text)
    {
        await Expect(Field).ToBeEditableAsync();
        await Field.FillAsync(text);
    }

    /// <summary>Chooses files as a person does.</summary>
    public async Task ChooseAsync(params FilePayload[] files)
    {
        var before = await Reply.Locator(".files li").CountAsync();
        await Reply.Locator("input[type=file]:not([disabled])").SetInputFilesAsync(files);
        await Expect(Reply.Locator(".files li")).ToHaveCountAsync(before + files.Length);
    }
}
