using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

/// <summary>Single keys: what they do, and that they never do it to somebody who writes.</summary>
public sealed class KeysTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task J_opens_the_list_Enter_the_conversation_and_A_approves()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        await desk.GoAsync(shop);
        await Expect(desk.Row(asked)).ToBeVisibleAsync();
        await LeaveFieldsAsync(desk.Page);

        await desk.Page.Keyboard.PressAsync("j");
        await Expect(desk.Row(asked)).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Approve and send" })).ToBeEnabledAsync();
        var proposed = await desk.Card(asked).Field.InputValueAsync();
        await desk.Page.Keyboard.PressAsync("a");

        await asked.ShouldBeAnsweredOnceAsync(proposed);
    }

    [Fact]
    public async Task What_is_written_stays_letters_and_Escape_gives_the_keys_back()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(asked);
        await LeaveFieldsAsync(desk.Page);

        await desk.Page.Keyboard.PressAsync("e");
        await Expect(card.Field).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Control+A");
        await desk.Page.Keyboard.TypeAsync("adjt? w");
        await Expect(card.Field).ToHaveValueAsync("adjt? w");
        await Expect(desk.Page.Locator("dialog#keys")).ToBeHiddenAsync();

        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Page.Keyboard.PressAsync("t");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Hand back to the bot" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_sheet_tells_every_key_and_switches_them_off()
    {
        var page = await PageOfAsync(Who.Designer);
        await page.GotoAsync("/inbox");
        await Expect(page.Locator("#search")).ToBeVisibleAsync();
        await LeaveFieldsAsync(page);

        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("dialog#keys")).ToBeVisibleAsync();
        await page.Locator("#keys-on").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#search")).Not.ToBeFocusedAsync();

        await page.Keyboard.PressAsync("?");
        await page.Locator("#keys-on").CheckAsync();
        await page.Keyboard.PressAsync("Escape");
        // While the sheet is open it has the keys.
        await Expect(page.Locator("dialog#keys")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("c");
        await page.WaitForURLAsync("**/console");
    }

    private static async Task LeaveFieldsAsync(IPage page) => await page.EvaluateAsync("() => document.activeElement?.blur()");
}
