using System.Globalization;
using MeliBot.Browser.Tests.Pages;
using MeliBot.Browser.Tests.Stage;
using MeliBot.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

/// <summary>A claim from its opening to a person's words in it.</summary>
public sealed class ClaimTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task A_claim_comes_to_the_queue_by_itself_and_what_is_due_stands_first()
    {
        var shop = await Stage.OpenShopAsync();
        shop.Ask("xyzzy plugh?");
        var later = shop.Claim(how: claim => claim with { DueIn = TimeSpan.FromDays(3) });
        var soon = shop.Claim(how: claim => claim with { DueIn = TimeSpan.FromHours(5) });
        var desk = await DeskOfAsync(Who.Agent);
        await desk.GoAsync(shop, "All");

        await Expect(desk.Rows).ToHaveCountAsync(3);
        await desk.Tab("For a person").ClickAsync();
        await Expect(desk.Rows.Nth(0)).ToHaveAttributeAsync("href", soon.Path);
        await Expect(desk.Rows.Nth(1)).ToHaveAttributeAsync("href", later.Path);
        await Expect(desk.Rows.Nth(0).Locator(".wait")).ToContainTextAsync("due in 4 h");
        await Expect(desk.Rows.Nth(0).Locator(".wait.late")).ToBeVisibleAsync();
        await desk.Page.GetByLabel("Kind", new() { Exact = true }).SelectOptionAsync("claims");
        await Expect(desk.Rows).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Its_page_says_what_Mercado_Libre_says_and_wants_and_by_when_in_the_accounts_time()
    {
        var (claimed, claim) = await OpenAsync();
        var must = claimed.Now.Mandate!;
        var here = TimeZoneInfo.ConvertTime(must.Due, TimeZoneInfo.FindSystemTimeZoneById("America/Argentina/Buenos_Aires"));

        await Expect(claim.Banner).ToContainTextAsync("Different or defective");
        await Expect(claim.Banner).ToContainTextAsync("Between buyer and seller");
        await Expect(claim.Banner).ToContainTextAsync("write to the buyer");
        await Expect(claim.Banner).ToContainTextAsync("reputation");
        await Expect(claim.Due).ToContainTextAsync(here.ToString("h:mm tt", CultureInfo.GetCultureInfo("en-US")).Replace(' ', '\u202F'));
        await Expect(claim.Due).ToContainTextAsync("due in");
        await Expect(claim.Panel).ToContainTextAsync("What each side wants");
        await Expect(claim.Panel).ToContainTextAsync("open the claim");
    }

    [Fact]
    public async Task What_the_bot_would_say_goes_out_only_when_a_person_approves_it()
    {
        var (claimed, claim) = await OpenAsync();
        await Expect(claim.Button("Approve and send")).ToBeEnabledAsync();
        var proposed = await claim.Field.InputValueAsync();
        claimed.Ours.ShouldBeEmpty();
        await claim.Button("Approve and send").ClickAsync();

        await claimed.UntilAsync(now => now.Messages.Any(message => message.Sender == ClaimRoles.Respondent));
        claimed.Ours.ShouldHaveSingleItem().Text.ShouldBe(proposed.ReplaceLineEndings("\n"));
        await Expect(claim.Messages.Last.Locator(".author")).ToHaveTextAsync(Who.Agent);
        claimed.MoneyActs.ShouldBe(0);
    }

    [Fact]
    public async Task A_persons_words_reach_the_buyer_once()
    {
        var (claimed, claim) = await OpenAsync();
        await Expect(claim.Reply.Locator(".to")).ToContainTextAsync("The buyer");
        await claim.WriteAsync("Hola, te mandamos otro.");
        await claim.Button("Send").ClickAsync();

        await claimed.UntilAsync(now => now.Messages.Any(message => message.Text == "Hola, te mandamos otro."));
        await Expect(claim.Message("te mandamos otro").Locator(".state")).ToHaveTextAsync("Sent");
        await Expect(claim.Message("te mandamos otro").Locator(".author")).ToHaveTextAsync(Who.Agent);
        claimed.Ours.ShouldHaveSingleItem().Receiver.ShouldBe(ClaimRoles.Complainant);
        await Expect(claim.Field).ToHaveValueAsync("");
    }

    [Fact]
    public async Task In_a_mediation_the_field_writes_to_the_mediator_alone_whose_markup_is_only_text()
    {
        var (claimed, claim) = await OpenAsync();
        Stage.World.Claims.Dispute(claimed.Id);
        Stage.World.Claims.Talk.Write(claimed.Id, ClaimRoles.Mediator, "<p>Hola <b>vendedor</b>, plugh<img src=x onerror=\"document.title='hacked'\"></p>");

        await Expect(claim.Message("plugh").Locator(".author")).ToHaveTextAsync("Mercado Libre's mediator");
        await Expect(claim.Message("plugh").Locator("img, b")).ToHaveCountAsync(0);
        await Expect(claim.Page).Not.ToHaveTitleAsync("hacked");
        await Expect(claim.Reply.Locator(".to")).ToContainTextAsync("In a mediation you can write to Mercado Libre only.");
        await claim.WriteAsync("Tenemos la guía de envío.");
        await claim.Button("Send").ClickAsync();

        await claimed.UntilAsync(now => now.Messages[^1].Text == "Tenemos la guía de envío.");
        claimed.Now.Messages[^1].Receiver.ShouldBe(ClaimRoles.Mediator);
    }

    [Fact]
    public async Task A_file_goes_with_the_message_under_a_name_that_a_claim_takes()
    {
        var (claimed, claim) = await OpenAsync();
        await claim.Reply.Locator("input[type=file]:not([disabled])").SetInputFilesAsync(
            new FilePayload { Name = "Guía de envío (1).pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 hola"u8.ToArray() });
        await Expect(claim.Reply.Locator(".files li")).ToHaveCountAsync(1);
        await claim.WriteAsync("Va la guía.");
        await claim.Button("Send").ClickAsync();

        await claimed.UntilAsync(now => now.Messages.Any(message => message.Text == "Va la guía."));
        claimed.Ours[^1].Files.ShouldHaveSingleItem();
        var link = claim.Message("Va la guía.").GetByRole(AriaRole.Link);
        var given = await claim.Page.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);
        given.Status.ShouldBe(200);
        given.Headers["content-disposition"].ShouldStartWith("attachment");
        given.Headers["content-security-policy"].ShouldContain("sandbox");
        var stranger = await PageOfAsync(null);
        (await stranger.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!, new() { MaxRedirects = 0 })).Status.ShouldNotBe(200);
    }

    [Fact]
    public async Task A_sale_whose_messages_a_claim_blocks_leads_to_it_and_it_leads_back()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        sold.Write("Hola xyzzy");
        var claimed = shop.Claim(sold);
        var claim = await new ClaimPage(await PageOfAsync(Who.Agent), claimed).GoAsync();

        await claim.Panel.GetByRole(AriaRole.Link, new() { Name = $"Messages of the sale {sold.Pack}" }).ClickAsync();
        await Expect(claim.Page.Locator(".card.reply .block .why")).ToBeVisibleAsync();
        await claim.Page.Locator(".claim-link a").ClickAsync();

        await Expect(claim.Banner).ToBeVisibleAsync();
        claim.Page.Url.ShouldEndWith(claimed.Path);
    }

    [Fact]
    public async Task A_claim_that_ends_while_somebody_looks_says_how_and_takes_no_more_words()
    {
        var (claimed, claim) = await OpenAsync();
        Stage.World.Claims.Close(claimed.Id, ResolutionReasons.PaymentRefunded);

        await Expect(claim.Banner).ToContainTextAsync("The buyer got money back");
        await Expect(claim.Banner).ToContainTextAsync("payment_refunded");
        await Expect(claim.Reply).ToContainTextAsync("The claim is closed");
        await Expect(claim.Pane.Locator(".happening").Filter(new() { HasText = "The claim was closed." })).ToHaveCountAsync(1);
        await Expect(claim.Decisions.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);

        Stage.World.Claims.Reopen(claimed.Id);
        await Expect(claim.Banner).ToContainTextAsync("Open claim");
        await Expect(claim.Field).ToBeEditableAsync();
    }

    [Fact]
    public async Task What_was_never_seen_before_is_shown_as_it_came()
    {
        var shop = await Stage.OpenShopAsync();
        var claimed = shop.Claim(how: claim => claim with { Type = "novo_2027", Stage = "novo_stage", NoReason = true, Text = null, DueIn = TimeSpan.FromDays(-2) });

        var claim = await new ClaimPage(await PageOfAsync(Who.Viewer), claimed).GoAsync();

        await Expect(claim.Banner).ToContainTextAsync("novo_2027");
        await Expect(claim.Banner).ToContainTextAsync("novo_stage");
        await Expect(claim.Banner).ToContainTextAsync("Another reason");
        await Expect(claim.Reply).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("es-AR", "Reclamo", "Tienes que actuar antes de", "vence en", "Distinto o defectuoso")]
    [InlineData("pt-BR", "Reclamação", "Você precisa agir até", "vence em", "Diferente ou com defeito")]
    public async Task It_speaks_its_readers_language(string locale, string title, string must, string due, string group)
    {
        var shop = await Stage.OpenShopAsync();
        var claimed = shop.Claim();
        var claim = await new ClaimPage(await PageOfAsync(Who.Agent, new() { Locale = locale }), claimed).GoAsync();

        await Expect(claim.Pane.Locator("h1")).ToHaveTextAsync($"{title} {claimed.Id}");
        foreach (var words in (string[])[must, due, group]) await Expect(claim.Banner).ToContainTextAsync(words);
        await Expect(claim.Pane).Not.ToContainTextAsync("You must act by");
    }

    private async Task<(Claimed Claimed, ClaimPage Page)> OpenAsync(string who = Who.Agent)
    {
        var shop = await Stage.OpenShopAsync();
        var claimed = shop.Claim();
        var claim = await new ClaimPage(await PageOfAsync(who), claimed).GoAsync();
        await Expect(claim.Message("xyzzy")).ToBeVisibleAsync();
        return (claimed, claim);
    }
}
