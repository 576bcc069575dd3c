using MeliBot.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

public sealed class AnsweringTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task A_question_that_needs_a_person_appears_by_itself_and_once_approved_the_platform_has_exactly_that_answer()
    {
        var shop = await Stage.OpenShopAsync();
        var desk = await DeskOfAsync(Who.Agent);
        await desk.GoAsync(shop);
        await Expect(desk.Page.Locator(".empty")).ToBeVisibleAsync();

        var asked = shop.Ask("Hola, tienen stock?");
        var card = await desk.OpenAsync(asked);
        await card.ShouldBeAsync("Waits for approval");
        var proposed = await card.Field.InputValueAsync();
        proposed.ShouldNotBeEmpty();
        asked.ShouldBeUnanswered();
        await card.Approve.ClickAsync();

        await asked.ShouldBeAnsweredOnceAsync(proposed);
        await card.ShouldBeAsync("Answered");
        await Expect(card.Answer).ToHaveTextAsync(proposed);
        await Expect(desk.Row(asked)).ToHaveCountAsync(0);
        await desk.Tab("Done").ClickAsync();
        await Expect(desk.Row(asked)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_corrected_proposal_is_sent_as_corrected_and_what_was_proposed_stays_to_be_seen()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(asked);
        await Expect(card.Approve).ToBeEnabledAsync();
        var proposed = await card.Field.InputValueAsync();

        await card.WriteAsync("Sí, quedan siete en azul.");
        await card.Send.ClickAsync();

        await asked.ShouldBeAnsweredOnceAsync("Sí, quedan siete en azul.");
        await Expect(card.Answer).ToHaveTextAsync("Sí, quedan siete en azul.");
        await Expect(card.Itself.GetByText(Who.Agent, new() { Exact = true }).First).ToBeVisibleAsync();
        await card.Itself.GetByText("What the bot had proposed").ClickAsync();
        await Expect(card.Itself.GetByText(proposed, new() { Exact = true }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_discarded_proposal_sends_nothing_and_the_question_stays_with_people()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(asked);

        await card.Button("Discard the proposal").ClickAsync();

        await card.ShouldBeAsync("Open");
        await Expect(card.Approve).ToHaveCountAsync(0);
        await desk.GoAsync(shop);
        await Expect(desk.Row(asked)).ToBeVisibleAsync();
        asked.ShouldBeUnanswered();
    }

    [Fact]
    public async Task Own_words_answer_what_the_bot_had_nothing_to_say_about()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask("xyzzy plugh?");
        var desk = await DeskOfAsync(Who.Agent);
        await desk.GoAsync(shop);
        var card = await desk.OpenAsync(asked);

        await card.WriteAsync("Hola, no entendí la pregunta. ¿Qué necesitás saber?");
        await card.Send.ClickAsync();

        await asked.ShouldBeAnsweredOnceAsync("Hola, no entendí la pregunta. ¿Qué necesitás saber?");
        await card.ShouldBeAsync("Answered");
    }

    [Fact]
    public async Task Preview_and_counter_show_the_line_that_the_buyer_gets()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(asked);

        await card.WriteAsync("Hola!\n\nSí,   hay **siete**.\nSaludos 👟");
        await Expect(card.Line).ToContainTextAsync("Saludos");
        var line = (await card.Line.TextContentAsync())!.Split(": ", 2)[^1].Trim();
        line.ShouldNotContain("\n");
        await Expect(card.Counter).ToContainTextAsync($"{line.Length} / ");
        await card.Send.ClickAsync();

        await asked.ShouldBeAnsweredOnceAsync(line);
        await Expect(card.Answer).ToHaveTextAsync(line);
    }

    [Fact]
    public async Task What_Mercado_Libre_forbids_is_said_while_typing_and_cannot_be_sent()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(asked);

        await card.WriteAsync("Llamame al 11 5555-4444 y lo arreglamos.");
        await Expect(card.Finding.First).ToBeVisibleAsync();
        await Expect(card.Send).ToBeDisabledAsync();
        var tooLong = string.Join(' ', Enumerable.Range(1, 60).Select(number => $"Una respuesta demasiado larga, parte {number} de mil."));
        await card.WriteAsync(tooLong);
        await Expect(card.Counter).ToContainTextAsync($"{tooLong.Length} / ");
        await Expect(card.Send).ToBeDisabledAsync();
        await card.WriteAsync("Sí, hay.");
        await Expect(card.Finding).ToHaveCountAsync(0);
        await Expect(card.Send).ToBeEnabledAsync();
        asked.ShouldBeUnanswered();
    }

    [Fact]
    public async Task What_was_typed_and_not_sent_is_there_again_after_a_reload_and_on_another_machine()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var card = await (await DeskOfAsync(Who.Agent)).GoAsync(asked);
        await card.WriteAsync("Déjame preguntar en el depósito");
        await Expect(card.Counter).ToContainTextAsync("32 / ");

        await card.Field.Page.ReloadAsync();
        await Expect(card.Field).ToHaveValueAsync("Déjame preguntar en el depósito");

        var elsewhere = await (await DeskOfAsync(Who.Agent)).GoAsync(asked);
        await Expect(elsewhere.Field).ToHaveValueAsync("Déjame preguntar en el depósito");
        var colleagues = await (await DeskOfAsync(Who.OtherAgent)).GoAsync(asked);
        await Expect(colleagues.Approve).ToBeVisibleAsync();
        asked.ShouldBeUnanswered();
    }

    [Fact]
    public async Task Each_question_of_a_conversation_has_its_own_state_and_nothing_open_counts_as_done()
    {
        var shop = await Stage.OpenShopAsync();
        var first = shop.Ask("Hola, tienen stock?");
        var second = shop.Ask("Cuánto cuesta?", first.Buyer);
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(first);
        await Expect(desk.Card(second).Text).ToBeVisibleAsync();
        await card.Approve.ClickAsync();
        await first.AnswerAsync();

        await card.ShouldBeAsync("Answered");
        await desk.Card(second).ShouldBeAsync("Waits for approval");
        await Expect(desk.Pane.GetByText("1 of 2 answered")).ToBeVisibleAsync();
        await desk.GoAsync(shop);
        await Expect(desk.Row(second)).ToBeVisibleAsync();
        second.ShouldBeUnanswered();
    }

    [Fact]
    public async Task What_the_bot_understood_and_why_it_decided_so_stands_beside_its_proposal()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask("Hola, tienen stock? cuánto cuesta?");
        var card = await (await DeskOfAsync(Who.Agent)).GoAsync(asked);

        await card.Itself.Locator("details.trace summary").ClickAsync();
        await Expect(card.Itself.GetByRole(Microsoft.Playwright.AriaRole.Cell, new() { Name = "availability" }).First).ToBeVisibleAsync();
        await Expect(card.Itself.GetByRole(Microsoft.Playwright.AriaRole.Cell, new() { Name = "price" }).First).ToBeVisibleAsync();
        await Expect(card.Itself.Locator(".decision")).ToContainTextAsync("draft", new() { IgnoreCase = true });
    }
}
