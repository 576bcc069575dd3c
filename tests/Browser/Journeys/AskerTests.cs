using MeliBot.Browser.Tests.Stage;
using MeliBot.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

public sealed class AskerTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task A_buyer_is_blocked_after_a_confirmation_that_says_what_it_does_and_may_ask_again_later()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(asked);
        await card.ShouldBeAsync("Waits for approval");

        await desk.Button("Block the buyer").ClickAsync();
        var sure = desk.Page.GetByRole(AriaRole.Dialog);
        await Expect(sure).ToContainTextAsync("can't ask on any listing of this account");
        await Expect(sure).ToContainTextAsync("can't be answered while they are blocked");
        await sure.GetByRole(AriaRole.Button, new() { Name = "Block the buyer" }).ClickAsync();

        await Expect(desk.Pane.GetByText("may not ask this account")).ToBeVisibleAsync();
        asked.World.Journal.Accepted(EffectKinds.Blacklist, $"{asked.Buyer.Id}").ShouldHaveSingleItem();
        await desk.Button("Let the buyer ask again").ClickAsync();
        await Expect(desk.Button("Block the buyer")).ToBeVisibleAsync();
        asked.World.Journal.Accepted(EffectKinds.Unblacklist, $"{asked.Buyer.Id}").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Whoever_was_too_late_keeps_their_words()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(asked);
        await card.ShouldBeAsync("Waits for approval");
        await card.WriteAsync("Sí, quedan dos, las últimas.");
        await Expect(card.Send).ToBeEnabledAsync();

        asked.World.AnswerElsewhere(asked.Id, "Sí, hay.");

        await card.ShouldBeAsync("Answered on Mercado Libre");
        await Expect(card.Itself.GetByText("The seller, on Mercado Libre was first. Your text wasn't sent:")).ToBeVisibleAsync();
        await Expect(card.Itself.GetByText("Sí, quedan dos, las últimas.")).ToBeVisibleAsync();
        asked.Accepted.ShouldBe(1);
    }
}
