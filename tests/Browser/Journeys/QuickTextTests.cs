using MeliBot.Browser.Tests.Pages;
using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

public sealed class QuickTextTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task A_quick_text_is_made_chosen_by_its_code_and_reaches_the_buyer_with_its_variables_filled_in()
    {
        var shop = await Stage.OpenShopAsync();
        var code = $"stock{shop.Seller.Id}";
        var desk = await DeskOfAsync(Who.Agent);
        await desk.Page.GotoAsync("/quick-texts");
        await desk.Page.Locator("#code").FillAsync("/" + code);
        await desk.Page.Locator("#text").FillAsync("Hola {{buyer.nickname}}, {{item.color}}");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no variable \"item.color\"");
        await desk.Page.Locator("#text").FillAsync("quedan {{item.stock}} de {{item.title}}.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Cell, new() { Name = "/" + code })).ToBeVisibleAsync();

        var asked = shop.Ask();
        var card = await desk.GoAsync(asked);
        await card.ShouldBeAsync("Waits for approval");
        await card.WriteAsync("");
        await card.Field.PressSequentiallyAsync("Sí, /" + code[..^1]);
        var option = card.Itself.GetByRole(AriaRole.Option);
        await Expect(option).ToContainTextAsync("/" + code);
        await card.Field.PressAsync("Enter");

        var says = $"Sí, quedan {shop.Item.Stock} de {shop.Item.Title}.";
        await Expect(card.Field).ToHaveValueAsync(says);
        await Expect(option).ToHaveCountAsync(0);
        await card.Send.ClickAsync();
        await asked.ShouldBeAnsweredOnceAsync(says);
    }

    [Fact]
    public async Task Whoever_types_a_code_faster_than_the_page_looks_for_it_gets_the_quick_text_in_the_place_of_the_whole_code()
    {
        var shop = await Stage.OpenShopAsync();
        var (first, second) = ($"ya{shop.Seller.Id}", $"yasabe{shop.Seller.Id}");
        var page = await PageOfAsync(Who.Agent);
        var line = await SlowLine.OfAsync(page);
        var desk = new Desk(page);
        await page.GotoAsync("/quick-texts");
        foreach (var (code, text) in new[] { (first, "Ya sale."), (second, "Ya lo sabe.") })
        {
            await page.Locator("#code").FillAsync("/" + code);
            await page.Locator("#text").FillAsync(text);
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "/" + code, Exact = true })).ToBeVisibleAsync();
        }

        var card = await desk.GoAsync(shop.Ask());
        await card.ShouldBeAsync("Waits for approval");
        await card.WriteAsync("");
        await card.Field.PressSequentiallyAsync("Mire: /ya");
        await Expect(card.Itself.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        line.Hold();
        await card.Field.PressSequentiallyAsync(second[2..]);
        await card.Field.PressAsync("Enter");
        line.Release();

        await Expect(card.Field).ToHaveValueAsync("Mire: Ya lo sabe.");
    }

    [Fact]
    public async Task A_variable_that_doesnt_exist_keeps_the_answer_from_being_sent_and_says_why()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(asked);
        await card.ShouldBeAsync("Waits for approval");

        await card.WriteAsync("Cuesta {{item.cost}}.");

        await Expect(card.Finding).ToContainTextAsync("There is no variable \"item.cost\"");
        await Expect(card.Send).ToBeDisabledAsync();
        asked.ShouldBeUnanswered();
    }
}
