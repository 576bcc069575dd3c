using MeliBot.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

/// <summary>The connection breaks, or the program dies: what was typed, said and missed is there when it comes back.</summary>
public sealed class CutTests(BrowserFixture fixture, OwnStage own) : Journey(fixture), IClassFixture<OwnStage>
{
    private protected override InboxStage Stage => own.Stage;

    [Fact]
    public async Task A_page_whose_connection_was_cut_comes_back_by_itself_and_shows_what_it_missed()
    {
        var shop = await Stage.OpenShopAsync();
        var before = shop.Ask();
        await using var cable = new Cable(Stage.Url);
        var desk = await DeskOfAsync(Who.Agent, new() { BaseURL = cable.Url.AbsoluteUri });
        await desk.GoAsync(shop);
        await Expect(desk.Row(before)).ToBeVisibleAsync();

        cable.Cut();
        var missed = shop.Ask("Hacen envíos?");
        await (await (await DeskOfAsync(Who.OtherAgent)).GoAsync(before)).Approve.ClickAsync();
        await before.AnswerAsync();
        cable.Mend();

        await Expect(desk.Row(missed)).ToBeVisibleAsync();
        await Expect(desk.Row(before)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_typed_while_the_connection_was_cut_is_what_is_sent_afterwards()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        await using var cable = new Cable(Stage.Url);
        var desk = await DeskOfAsync(Who.Agent, new() { BaseURL = cable.Url.AbsoluteUri });
        var card = await desk.GoAsync(asked);
        await card.WriteAsync("Antes del corte.");
        await Expect(card.Counter).ToContainTextAsync("16");

        cable.Cut();
        await card.Field.FillAsync("Escrito durante el corte.");
        cable.Mend();
        await Expect(card.Counter).ToContainTextAsync("25");
        await card.Send.ClickAsync();

        await asked.ShouldBeAnsweredOnceAsync("Escrito durante el corte.");
    }

    [Fact]
    public async Task A_killed_and_restarted_program_loses_no_question_no_draft_and_no_text_and_nobody_has_to_sign_in_again()
    {
        var shop = await Stage.OpenShopAsync();
        var (drafted, approved) = (shop.Ask(), shop.Ask());
        var desk = await DeskOfAsync(Who.Agent);
        await (await desk.GoAsync(approved)).Approve.ClickAsync();
        await approved.AnswerAsync();
        var card = await desk.GoAsync(drafted);
        await card.WriteAsync("Escrito antes de la caída.");
        await Expect(card.Counter).ToContainTextAsync("26");

        await Stage.KillHostAsync();
        await card.Field.FillAsync("Escrito sin programa.");
        var missed = shop.Ask("Hacen envíos?");
        await Stage.StartHostAsync();

        await Expect(card.Counter).ToContainTextAsync("21");
        await Expect(card.Field).ToHaveValueAsync("Escrito sin programa.");
        await card.Send.ClickAsync();
        await drafted.ShouldBeAnsweredOnceAsync("Escrito sin programa.");
        await desk.GoAsync(shop);
        await Expect(desk.Row(missed)).ToBeVisibleAsync();
        approved.Accepted.ShouldBe(1);
    }
}
