using MeliBot.Browser.Tests.Stage;
using MeliBot.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

/// <summary>What becomes of an answer, and what Mercado Libre does to questions.</summary>
public sealed class OutcomeTests(BrowserFixture fixture, OwnStage own) : Journey(fixture), IClassFixture<OwnStage>
{
    private protected override InboxStage Stage => own.Stage;

    [Fact]
    public async Task An_answer_that_cannot_go_on_is_parked_with_its_reason_and_goes_out_when_it_is_tried_again()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Administrator);
        var card = await desk.GoAsync(asked);
        var proposed = await ProposedAsync(card);
        Stage.World.AddFault(new Fault { Kind = FaultKind.Reply, Endpoint = "POST /answers", Status = 403, Body = """{"message":"The caller is not authorized","error":"forbidden","status":403,"cause":[]}""" });
        try
        {
            await card.Approve.ClickAsync();
            await card.ShouldBeAsync("Parked");
            await Expect(card.Reason).ToBeVisibleAsync();
        }
        finally
        {
            Stage.World.Faults.Clear();
        }

        await desk.GoAsync(shop);
        await Expect(desk.Row(asked)).ToBeVisibleAsync();
        await desk.Page.GotoAsync("/status");
        var row = desk.Page.Locator("tr", new() { HasText = $"{asked.Id}" });
        await row.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        (await asked.AnswerAsync()).ShouldBe(proposed);
        asked.Accepted.ShouldBe(1);
        await Expect(row).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_administrator_silences_the_bot_after_a_confirmation_with_a_reason_and_lets_it_send_again()
    {
        await Stage.OpenShopAsync();
        var page = await PageOfAsync(Who.Administrator);
        await page.GotoAsync("/status");
        var card = page.GetByRole(AriaRole.Region, new() { Name = "What the bot sends" });
        await Expect(card).ToContainTextAsync("It may send.");
        await card.GetByRole(AriaRole.Button, new() { Name = "Stop whatever the bot sends" }).ClickAsync();
        var confirm = card.GetByRole(AriaRole.Button, new() { Name = "Confirm: stop" });
        await Expect(confirm).ToBeDisabledAsync();
        await card.GetByLabel("Why").FillAsync("Wrong prices.");
        await confirm.ClickAsync();

        await Expect(card).ToContainTextAsync($"by {Who.Administrator}: Wrong prices.");
        await Expect(page.Locator(".alarms")).ToContainTextAsync("The bot sends nothing: somebody stopped it.");
        await card.GetByRole(AriaRole.Button, new() { Name = "Let the bot send again" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Confirm: send again" }).ClickAsync();
        await Expect(card).ToContainTextAsync("It may send; resumed");
        await card.GetByText("Who stopped and resumed it").First.ClickAsync();
        await Expect(card.Locator("tbody tr")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task An_answer_that_Mercado_Libre_refuses_comes_back_to_people_with_its_words()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(asked);
        await ProposedAsync(card);
        Stage.World.AddFault(new Fault { Kind = FaultKind.Reply, Endpoint = "POST /answers", Count = 1, Status = 400, Body = """{"message":"The text is not allowed here","error":"invalid_text","status":400,"cause":[]}""" });
        await card.Approve.ClickAsync();

        await card.ShouldBeAsync("Refused");
        await Expect(card.Reason).ToContainTextAsync("The text is not allowed here");
        await card.WriteAsync("Sí, hay.");
        await card.Send.ClickAsync();

        (await asked.AnswerAsync()).ShouldBe("Sí, hay.");
        await card.ShouldBeAsync("Answered");
    }

    [Fact]
    public async Task On_a_paused_listing_the_answer_waits_in_sight_and_goes_out_when_it_is_active_again()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(asked);
        await ProposedAsync(card);
        Stage.World.PauseItem(shop.Item.Id);
        await card.Approve.ClickAsync();

        await card.ShouldBeAsync("Waits for Mercado Libre");
        await Expect(card.Reason).ToContainTextAsync("paused");
        asked.ShouldBeUnanswered();
        Stage.World.ActivateItem(shop.Item.Id);

        await asked.AnswerAsync();
        await card.ShouldBeAsync("Answered");
    }

    [Fact]
    public async Task An_answer_that_moderation_takes_down_is_shown_as_such_with_its_text()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(asked);
        await card.WriteAsync("Un texto que no gusta.");
        await card.Send.ClickAsync();
        await card.ShouldBeAsync("Answered");

        Stage.World.BanAnswer(asked.Id);

        await card.ShouldBeAsync("Taken down by moderation");
        await Expect(card.Answer).ToHaveTextAsync("Un texto que no gusta.");
    }

    [Fact]
    public async Task A_question_that_was_deleted_or_answered_elsewhere_needs_nobody_any_more_and_says_so()
    {
        var shop = await Stage.OpenShopAsync();
        var (deleted, elsewhere) = (shop.Ask(), shop.Ask());
        var desk = await DeskOfAsync(Who.Agent);
        await desk.GoAsync(shop);
        await Expect(desk.Row(deleted)).ToBeVisibleAsync();
        await Expect(desk.Row(elsewhere)).ToBeVisibleAsync();

        Stage.World.DeleteQuestion(deleted.Id);
        Stage.World.AnswerElsewhere(elsewhere.Id, "Respondida desde la aplicación.");

        await Expect(desk.Row(deleted)).ToHaveCountAsync(0);
        await Expect(desk.Row(elsewhere)).ToHaveCountAsync(0);
        await desk.Tab("Done").ClickAsync();
        var gone = await desk.OpenAsync(deleted);
        await gone.ShouldBeAsync("Closed");
        await Expect(gone.Field).ToHaveCountAsync(0);
        var other = await desk.OpenAsync(elsewhere);
        await other.ShouldBeAsync("Answered on Mercado Libre");
        await Expect(other.Answer).ToHaveTextAsync("Respondida desde la aplicación.");
        await Expect(other.Itself.GetByText("The seller, on Mercado Libre")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_question_is_deleted_only_after_a_confirmation_that_says_what_it_does()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var desk = await DeskOfAsync(Who.Agent);
        var card = await desk.GoAsync(asked);
        await card.Button("Delete question").ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("for good");
        await desk.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Stage.World.Question(asked.Id)!.Status.ShouldBe(QuestionStatuses.Unanswered);

        await card.Button("Delete question").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();

        await card.ShouldBeAsync("Closed");
        Stage.World.Journal.Accepted(EffectKinds.DeleteQuestion, $"{asked.Id}").Count.ShouldBe(1);
        asked.ShouldBeUnanswered();
    }

    private static async Task<string> ProposedAsync(Pages.CardOfQuestion card)
    {
        await Expect(card.Approve).ToBeEnabledAsync();
        return await card.Field.InputValueAsync();
    }
}
