using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

/// <summary>What designers and IT have, and the keys.</summary>
public sealed class ConsoleTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task A_designer_sees_what_the_bot_would_say_and_why_and_Mercado_Libre_hears_nothing_of_it()
    {
        var shop = await Stage.OpenShopAsync();
        var before = Stage.World.Journal.Effects.Count(effect => effect.UserId == shop.Seller.Id);
        var page = await PageOfAsync(Who.Designer);
        await page.GotoAsync("/console");
        await page.FillAsync("#question", "Hola, tienen stock? cuánto cuesta?");
        await page.SelectOptionAsync("#account", $"{shop.Seller.Id}");
        await page.FillAsync("#item", shop.Item.Id);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try", Exact = true }).ClickAsync();

        var outcome = page.Locator(".outcome");
        await Expect(outcome).ToContainTextAsync("45.990");
        await Expect(outcome).ToContainTextAsync("availability");
        Stage.World.Journal.Effects.Count(effect => effect.UserId == shop.Seller.Id).ShouldBe(before);
        Stage.World.AllQuestions.ShouldNotContain(question => question.SellerId == shop.Seller.Id);
    }

    [Fact]
    public async Task The_sheet_under_the_question_mark_shows_every_key_and_can_switch_single_keys_off()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        await desk.GoAsync(shop);
        await Expect(desk.Row(asked)).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("j");
        await Expect(desk.Row(asked)).ToBeFocusedAsync();

        await desk.Page.Keyboard.PressAsync("?");
        await Expect(desk.Page.Locator("dialog#keys")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("dialog#keys")).ToContainTextAsync("Ctrl+Enter");
        await desk.Page.Locator("#keys-on").UncheckAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Page.Locator("dialog#keys")).ToBeHiddenAsync();
        await desk.Page.EvaluateAsync("() => document.activeElement?.blur()");
        await desk.Page.Keyboard.PressAsync("j");

        await Expect(desk.Row(asked)).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task Single_keys_open_write_and_send()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        await desk.GoAsync(shop);
        await Expect(desk.Row(asked)).ToBeVisibleAsync();

        foreach (var key in new[] { "j", "Enter" }) await desk.Page.Keyboard.PressAsync(key);
        var card = desk.Card(asked);
        await Expect(card.Approve).ToBeEnabledAsync();
        await desk.Page.Keyboard.PressAsync("e");
        await Expect(card.Field).ToBeFocusedAsync();
        await desk.Page.Keyboard.TypeAsync(" Quedan siete en azul.");
        await Expect(card.Send).ToBeEnabledAsync();
        await desk.Page.Keyboard.PressAsync("Control+Enter");

        (await asked.AnswerAsync()).ShouldContain("Quedan siete en azul.");
        asked.Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task The_status_page_tells_how_the_host_stands()
    {
        await Stage.OpenShopAsync();
        var page = await PageOfAsync(Who.Administrator);
        await page.GotoAsync("/status");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Status" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Proposals open")).ToBeVisibleAsync();
        (await page.Locator("table").CountAsync()).ShouldBeGreaterThan(1);
    }
}
