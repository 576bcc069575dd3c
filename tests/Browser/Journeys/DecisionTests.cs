using MeliBot.Browser.Tests.Pages;
using MeliBot.Browser.Tests.Stage;
using MeliBot.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

/// <summary>What costs money in a claim: seen with its amount, confirmed by a person, done once.</summary>
public sealed class DecisionTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task A_refund_states_its_amount_and_is_done_once_and_only_when_a_person_confirms_it()
    {
        var (claimed, claim) = await OpenAsync();
        await claim.DecideAsync("Give back everything");

        await Expect(claim.Amount).ToHaveTextAsync("$ 45.990");
        await Expect(claim.Effect).ToContainTextAsync("Nothing takes this back.");
        await claim.Page.GetByText("Leave it").ClickAsync();
        await Expect(claim.Banner).ToBeVisibleAsync();
        claimed.MoneyActs.ShouldBe(0);

        await claim.DecideAsync("Give back everything");
        await Expect(claim.Amount).ToHaveTextAsync("$ 45.990");
        await claim.Confirm.DblClickAsync();
        await claimed.UntilAsync(now => !now.IsOpen);

        await Expect(claim.Decisions).ToContainTextAsync("Give back everything ($ 45.990)");
        await Expect(claim.Decisions).ToContainTextAsync("it was done");
        await Expect(claim.Decisions).ToContainTextAsync($"confirmed by {Who.Administrator}");
        await Expect(claim.Banner).ToContainTextAsync("The buyer got money back");
        claimed.MoneyActs.ShouldBe(1);
        claimed.Now.Refunded.ShouldBe(45_990);
    }

    [Fact]
    public async Task An_agent_without_a_limit_moves_no_money_and_is_told_so()
    {
        var (claimed, claim) = await OpenAsync(Who.Agent);
        await claim.DecideAsync("Give back everything");
        await Expect(claim.Amount).ToBeVisibleAsync();
        await claim.Confirm.ClickAsync();

        await Expect(claim.Problem).ToContainTextAsync("This role may not do that in claims.");
        claimed.MoneyActs.ShouldBe(0);
        await claim.Page.GotoAsync(claimed.Path);
        await Expect(claim.Decisions.Locator(".act")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_partial_refund_is_confirmed_only_with_one_of_the_amounts_that_are_offered()
    {
        var (claimed, claim) = await OpenAsync();
        await claim.DecideAsync("Offer a partial refund");
        await Expect(claim.Page.GetByText("Choose one of the amounts")).ToBeVisibleAsync();
        await Expect(claim.Confirm).ToBeDisabledAsync();

        await claim.Page.GetByLabel("30 %").CheckAsync();
        await Expect(claim.Effect).ToContainTextAsync("30 % of the price, which is $ 13.797");
        await claim.Confirm.ClickAsync();

        await claimed.UntilAsync(now => now.Expectations.Any(wish => wish.Percentage == 30));
        await Expect(claim.Decisions).ToContainTextAsync("it was done");
        await Expect(claim.Panel).ToContainTextAsync("a partial refund 30 %");
        claimed.MoneyActs.ShouldBe(1);
    }

    [Fact]
    public async Task A_claim_that_changed_while_the_page_was_open_is_confirmed_anew()
    {
        var (claimed, claim) = await OpenAsync();
        await claim.DecideAsync("Give back everything");
        await Expect(claim.Amount).ToBeVisibleAsync();
        Stage.World.Claims.Dispute(claimed.Id);
        await claim.Confirm.ClickAsync();

        await Expect(claim.Problem).ToContainTextAsync("The claim has changed since the page was shown.");
        claimed.MoneyActs.ShouldBe(0);
        await claim.Page.GetByRole(AriaRole.Button, new() { Name = "Read again" }).ClickAsync();
        await Expect(claim.Problem).ToContainTextAsync("Mercado Libre doesn't offer this in the claim now.");
    }

    [Fact]
    public async Task Evidence_is_shown_when_the_form_has_what_its_way_of_sending_needs()
    {
        var shop = await Stage.OpenShopAsync();
        var claimed = shop.Claim(how: claim => claim with { ReasonId = "PNR9501" });
        var claim = await new ClaimPage(await PageOfAsync(Who.Agent), claimed).GoAsync();
        await claim.DecideAsync("Show that it was sent");
        await claim.Page.GetByLabel("How it was sent").SelectOptionAsync("mail");
        await Expect(claim.Confirm).ToBeDisabledAsync();
        await claim.Page.GetByLabel("Company").FillAsync("Correo Argentino");
        await claim.Page.GetByLabel("Tracking").FillAsync("XX123");
        await claim.Page.GetByLabel("Day on which it was sent").FillAsync("2026-11-01");
        await claim.Confirm.ClickAsync();

        await claimed.UntilAsync(now => now.Evidences.Count > 0);
        claimed.Now.Evidences[0].Tracking.ShouldBe("XX123");
        await Expect(claim.Decisions).ToContainTextAsync("Show that it was sent");
    }

    [Fact]
    public async Task What_came_back_broken_is_reviewed_with_words_and_a_file()
    {
        var (claimed, claim) = await OpenAsync();
        Stage.World.Claims.Returns.Start(claimed.Id);
        foreach (var status in (string[])[ReturnStatuses.Shipped, ReturnStatuses.Delivered]) Stage.World.Claims.Returns.Move(claimed.Id, status);
        await claim.DecideAsync("Review what came back");
        await Expect(claim.Confirm).ToBeDisabledAsync();
        await claim.Page.GetByRole(AriaRole.Radio).Nth(1).CheckAsync();
        await claim.Page.GetByLabel("What is wrong, in your words").FillAsync("Volvió con la suela rota.");
        await Expect(claim.Confirm).ToBeDisabledAsync();
        await claim.Page.Locator("input[type=file]:not([disabled])").SetInputFilesAsync(
            new FilePayload { Name = "suela.png", MimeType = "image/png", Buffer = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0] });
        await claim.Confirm.ClickAsync();

        await claimed.UntilAsync(now => now.Return is { Reviews.Count: > 0 });
        await Expect(claim.Decisions).ToContainTextAsync("Review what came back");
    }

    [Fact]
    public async Task A_proposal_that_somebody_dismisses_is_gone_with_nothing_done_and_says_whose_word_it_was()
    {
        var shop = await Stage.OpenShopAsync();
        var claimed = shop.Claim(how: claim => claim with { ReasonId = "PDD9939" });
        var claim = await new ClaimPage(await PageOfAsync(Who.Agent), claimed).GoAsync();
        await Expect(claim.Decisions).ToContainTextAsync("The bot proposes:");

        await claim.Decisions.GetByRole(AriaRole.Button, new() { Name = "Dismiss the proposal" }).ClickAsync();

        await Expect(claim.Decisions.GetByText("The bot proposes:")).ToHaveCountAsync(0);
        await Expect(claim.Pane).ToContainTextAsync($"{Who.Agent} decided against the proposal:");
        claimed.MoneyActs.ShouldBe(0);
        claimed.Now.IsOpen.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Who.Viewer)]
    [InlineData(Who.Analyst)]
    public async Task Who_may_only_look_sees_the_claim_and_gets_to_no_decision(string who)
    {
        var (claimed, claim) = await OpenAsync(who);

        await Expect(claim.Decisions.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await claim.Page.GotoAsync($"/claims/{claimed.Sold.Order.SellerId}/{claimed.Id}/refund");
        await Expect(claim.Confirm).ToHaveCountAsync(0);
        claim.Page.Url.ShouldContain("/me");
    }

    private async Task<(Claimed Claimed, ClaimPage Page)> OpenAsync(string who = Who.Administrator)
    {
        var shop = await Stage.OpenShopAsync();
        var claimed = shop.Claim();
        var claim = await new ClaimPage(await PageOfAsync(who), claimed).GoAsync();
        await Expect(claim.Message("xyzzy")).ToBeVisibleAsync();
        return (claimed, claim);
    }
}
