using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

public sealed class KeyboardTests(BrowserFixture fixture) : Journey(fixture)
{
    private const int MostTabs = 60;

    [Fact]
    public async Task From_the_queue_to_a_sent_answer_no_mouse_is_needed()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        await desk.GoAsync(shop);
        await Expect(desk.Row(asked)).ToBeVisibleAsync();

        await TabToAsync(desk.Page, desk.Row(asked));
        await desk.Page.Keyboard.PressAsync("Enter");
        var card = desk.Card(asked);
        await Expect(card.Text).ToBeVisibleAsync();
        await TabToAsync(desk.Page, card.Field);
        await desk.Page.Keyboard.PressAsync("Control+A");
        await desk.Page.Keyboard.TypeAsync("Sí, quedan siete.");
        await desk.Page.Keyboard.PressAsync("Control+Enter");

        await asked.ShouldBeAnsweredOnceAsync("Sí, quedan siete.");
    }

    [Fact]
    public async Task Focus_is_always_to_be_seen_and_stays_where_it_is_while_the_list_lives()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        await desk.GoAsync(shop);
        await TabToAsync(desk.Page, desk.Row(asked));
        (await desk.Row(asked).EvaluateAsync<string>("row => getComputedStyle(row).outlineStyle")).ShouldNotBe("none");

        var another = shop.Ask("Hacen envíos?");
        await Expect(desk.Row(another)).ToBeVisibleAsync();

        await Expect(desk.Row(asked)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_first_tab_of_a_page_offers_to_skip_to_its_content()
    {
        var desk = await DeskOfAsync(Who.Agent);
        await desk.Page.GotoAsync("/inbox");
        await Expect(desk.Search).ToBeVisibleAsync();
        await desk.Page.EvaluateAsync("() => document.activeElement?.blur()");

        await TabToAsync(desk.Page, desk.Page.Locator("a.skip"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.Keyboard.PressAsync("Tab");

        (await desk.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)")).ShouldBeTrue();
        new Uri(desk.Page.Url).AbsolutePath.ShouldBe("/inbox");
    }

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        (await page.EvaluateAsync<string>("() => document.activeElement?.outerHTML.slice(0, 200)")).ShouldBe($"reached by {MostTabs} tabs");
    }
}
