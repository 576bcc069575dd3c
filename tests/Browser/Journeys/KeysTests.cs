using MeliBot.Browser.Tests.Pages;
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
    public async Task A_heading_that_comes_late_takes_the_focus_from_nobody_who_writes()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(asked);
        await card.Field.FocusAsync();

        await desk.Page.EvaluateAsync("() => melibot.focusHeading()");
        await Expect(card.Field).ToBeFocusedAsync();

        await LeaveFieldsAsync(desk.Page);
        await desk.Page.EvaluateAsync("() => melibot.focusHeading()");
        await Expect(desk.Page.Locator("h1").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Letters_after_a_field_that_was_taken_away_are_no_keys_until_Escape()
    {
        var shop = await Stage.OpenShopAsync();
        var buyer = shop.NewBuyer();
        var (first, second) = (shop.Ask(buyer: buyer), shop.Ask("Hacen envios a Rosario?", buyer));
        var (ana, luis) = (await DeskOfAsync(Who.Agent), await DeskOfAsync(Who.OtherAgent));
        var kept = await ana.GoAsync(first);
        var card = await ana.GoAsync(second);
        await Expect(kept.Approve).ToBeEnabledAsync();
        await card.Field.FocusAsync();
        await ana.Page.Keyboard.TypeAsync("Si, ");

        var other = await luis.GoAsync(second);
        await other.WriteAsync("Sí, hacemos envíos a Rosario.");
        await other.Send.ClickAsync();
        await Expect(card.Field).ToHaveCountAsync(0);
        await ana.Page.Keyboard.TypeAsync("a ?");

        await Expect(ana.Page.Locator("dialog#keys")).ToBeHiddenAsync();
        await Expect(kept.Approve).ToBeEnabledAsync();
        first.ShouldBeUnanswered();
        await ana.Page.Keyboard.PressAsync("Escape");
        await ana.Page.Keyboard.PressAsync("?");
        await Expect(ana.Page.Locator("dialog#keys")).ToBeVisibleAsync();
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
        await page.ArriveAsync("**/console");
    }

    private static async Task LeaveFieldsAsync(IPage page) => await page.EvaluateAsync("() => document.activeElement?.blur()");
}
