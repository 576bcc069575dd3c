using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

public sealed class FindingTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task Search_finds_by_text_without_accents_by_title_by_nickname_and_by_number()
    {
        var shop = await Stage.OpenShopAsync(title: "Cafetera exprés Moka");
        var wanted = shop.Ask("¿Viene con garantía mundial?", shop.NewBuyer("ROSAQUINTEROS"));
        var other = shop.Ask("Tienen stock?");
        var desk = await DeskOfAsync(Who.Viewer);
        await desk.GoAsync(shop);
        await Expect(desk.Row(wanted)).ToContainTextAsync("ROSAQUINTEROS");
        await Expect(desk.Row(other)).ToContainTextAsync("Cafetera exprés Moka");

        foreach (var words in new[] { "garantia mund", "rosaquint", $"{wanted.Id}" })
        {
            await desk.Search.FillAsync(words);
            await Expect(desk.Row(other)).ToHaveCountAsync(0);
            await Expect(desk.Row(wanted)).ToBeVisibleAsync();
        }

        await desk.Search.FillAsync("moka expres");
        await Expect(desk.Row(wanted)).ToBeVisibleAsync();
        await Expect(desk.Row(other)).ToBeVisibleAsync();
        await desk.Search.FillAsync("nothing says this");
        await Expect(desk.Page.GetByText("Nothing matches.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Names_that_are_learnt_later_replace_the_numbers_on_an_open_page()
    {
        var shop = await Stage.OpenShopAsync(title: "Lámpara de pie");
        var desk = await DeskOfAsync(Who.Agent);
        await desk.GoAsync(shop);

        var asked = shop.Ask("Tienen stock?", shop.NewBuyer("PEDROLAMAS"));
        await Expect(desk.Row(asked)).ToContainTextAsync("PEDROLAMAS");
        await Expect(desk.Row(asked)).ToContainTextAsync("Lámpara de pie");
        await desk.OpenAsync(asked);
        await Expect(desk.Pane.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("PEDROLAMAS");
    }

    [Fact]
    public async Task Filters_and_counters_tell_whose_move_it_is()
    {
        var shop = await Stage.OpenShopAsync(automatic: true);
        var answered = shop.Ask("Hola, tienen stock?");
        var held = shop.Ask("xyzzy plugh?");
        await answered.AnswerAsync();
        var desk = await DeskOfAsync(Who.Agent);
        await desk.GoAsync(shop);

        await Expect(desk.Row(held)).ToBeVisibleAsync();
        await Expect(desk.Row(answered)).ToHaveCountAsync(0);
        await Expect(desk.Tab("For a person").Locator(".count")).ToHaveTextAsync("1");
        await Expect(desk.Tab("All").Locator(".count")).ToHaveTextAsync("2");
        await desk.Tab("Done").ClickAsync();
        await Expect(desk.Row(answered)).ToBeVisibleAsync();

        await desk.Tab("All").ClickAsync();
        await desk.Page.GetByLabel("Why", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "The bot left it to a person" });
        await Expect(desk.Row(held)).ToBeVisibleAsync();
        await Expect(desk.Row(answered)).ToHaveCountAsync(0);

        await desk.GoAsync(held);
        await desk.Button("Take over").ClickAsync();
        await desk.GoAsync(shop, "Mine");
        await Expect(desk.Row(held)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_row_of_a_long_list_can_be_scrolled_to_longest_waiting_first()
    {
        var shop = await Stage.OpenShopAsync();
        var all = new List<Asked>();
        for (var n = 0; n < 60; n++)
        {
            all.Add(shop.Ask($"Tienen stock número {n}?"));
            Stage.World.Clock.Advance(TimeSpan.FromMilliseconds(5));
        }

        var desk = await DeskOfAsync(Who.Viewer, new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        await desk.GoAsync(shop);
        await Expect(desk.Tab("For a person").Locator(".count")).ToHaveTextAsync("60");

        await Expect(desk.Row(all[0])).ToBeVisibleAsync();
        (await desk.Rows.CountAsync()).ShouldBeLessThan(60);
        await desk.Page.Locator(".list").EvaluateAsync("list => list.scrollTop = list.scrollHeight");
        await Expect(desk.Row(all[^1])).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_listing_and_the_buyer_stand_beside_the_conversation_and_can_be_read_again()
    {
        var shop = await Stage.OpenShopAsync(title: "Auriculares Acme");
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        await desk.GoAsync(asked);
        var panel = desk.Page.Locator("aside");
        await Expect(panel.GetByRole(AriaRole.Link, new() { Name = "Auriculares Acme" })).ToBeVisibleAsync();
        await Expect(panel).ToContainTextAsync("$ 45.990");
        await Expect(panel).ToContainTextAsync($"{asked.Buyer.Id}");

        Stage.World.ChangeItem(shop.Item.Id, item => item with { Price = 39_990 });
        await panel.GetByRole(AriaRole.Button, new() { Name = "Read again" }).First.ClickAsync();

        await Expect(panel).ToContainTextAsync("39.990");
    }
}
