using MeliBot.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

/// <summary>Who speaks, and who else is there.</summary>
public sealed class SpeakingTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task While_a_person_has_taken_over_the_bot_only_proposes_and_speaks_again_once_it_was_handed_back()
    {
        var shop = await Stage.OpenShopAsync(automatic: true);
        var first = shop.Ask("Hola, tienen stock?");
        await first.AnswerAsync();
        var desk = await DeskOfAsync(Who.Agent);
        await desk.GoAsync(first);

        await desk.Button("Take over").ClickAsync();
        await Expect(desk.Pane.GetByText($"{Who.Agent} answers")).ToBeVisibleAsync();
        var second = shop.Ask("Y cuánto cuesta?", first.Buyer);
        await desk.Card(second).ShouldBeAsync("Waits for approval");
        second.ShouldBeUnanswered();
        await desk.Card(second).Approve.ClickAsync();
        await second.AnswerAsync();

        await desk.Button("Hand back to the bot").ClickAsync();
        await Expect(desk.Pane.GetByText("The bot answers")).ToBeVisibleAsync();
        var third = shop.Ask("Hacen envíos?", first.Buyer);
        await third.AnswerAsync();
        third.Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task Handing_back_says_who_answers_what_is_still_open()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(asked);
        await card.ShouldBeAsync("Waits for approval");

        await desk.Button("Take over").ClickAsync();
        await desk.Button("Hand back to the bot").ClickAsync();
        var confirmed = desk.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog);
        await Expect(confirmed).ToContainTextAsync("What is open now stays with people");
        await confirmed.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Hand back", Exact = true }).ClickAsync();

        await Expect(desk.Toast.Filter(new() { HasText = "stays with people" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Of_two_agents_who_answer_one_question_one_wins_and_the_other_is_told()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var (luis, marta) = (await DeskOfAsync(Who.Agent), await DeskOfAsync(Who.OtherAgent));
        var (his, hers) = (await luis.GoAsync(asked), await marta.GoAsync(asked));
        await his.WriteAsync("Responde Luis.");
        await hers.WriteAsync("Responde Marta.");
        await Expect(his.Send).ToBeEnabledAsync();
        await Expect(hers.Send).ToBeEnabledAsync();

        // Pressed at once, without a look where it stands: the button of whoever is later may be gone by then, and a click that looks would wait for another.
        var buttons = await Task.WhenAll(his.Send.ElementHandleAsync(), hers.Send.ElementHandleAsync());
        await Task.WhenAll(buttons.Select(button => button.EvaluateAsync("button => button.click()")));

        var answer = await asked.AnswerAsync();
        asked.Accepted.ShouldBe(1);
        var (winner, loser) = answer == "Responde Luis." ? (luis, marta) : (marta, luis);
        answer.ShouldBeOneOf("Responde Luis.", "Responde Marta.");
        await Expect(winner.Toast.Filter(new() { HasText = "on its way" })).ToBeVisibleAsync();
        await Expect(loser.Toast.Filter(new() { HasText = "on its way" })).ToHaveCountAsync(0);
        await Expect(loser.Card(asked).Itself.GetByText("Your text wasn't sent")).ToBeVisibleAsync();
        await Expect(loser.Card(asked).Answer).ToHaveTextAsync(answer);
    }

    [Fact]
    public async Task Colleagues_see_who_else_looks_at_a_conversation_for_as_long_as_they_do()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var luis = await DeskOfAsync(Who.Agent);
        await luis.GoAsync(asked);
        var marta = await DeskOfAsync(Who.OtherAgent);
        await marta.GoAsync(asked);

        await Expect(luis.Pane.GetByText($"Also looking: {Who.OtherAgent}")).ToBeVisibleAsync();
        await Expect(marta.Pane.GetByText($"Also looking: {Who.Agent}")).ToBeVisibleAsync();
        await marta.Page.CloseAsync();

        await Expect(luis.Pane.GetByText("Also looking")).ToHaveCountAsync(0);
    }
}
