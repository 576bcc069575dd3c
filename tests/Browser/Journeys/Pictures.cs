using MeliBot.Browser.Tests.Stage;
using MeliBot.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

/// <summary>The pictures of the guides, made anew by <c>-explicit only</c>; they land in artifacts/test-results/browser.</summary>
public sealed class Pictures(BrowserFixture fixture) : Journey(fixture)
{
    private static readonly ViewportSize Wide = new() { Width = 1280, Height = 800 };

    [Fact(Explicit = true)]
    public async Task Of_the_inbox_its_console_and_its_status()
    {
        var shop = await Stage.OpenShopAsync(title: "Zapatillas urbanas Acme");
        var buyer = shop.NewBuyer("NICOPEREYRA88");
        var first = shop.Ask("Hola, hacen envíos a Rosario?", buyer);
        var desk = await DeskOfAsync(Who.Agent, new() { ViewportSize = Wide });
        await (await desk.GoAsync(first)).Approve.ClickAsync();
        await first.AnswerAsync();
        var second = shop.Ask("Buenas, tienen stock en azul? cuánto cuestan?", buyer);
        foreach (var (name, text) in new[] { ("ROSAQUINTEROS", "xyzzy?"), ("CAMILA.RIOS", "Son unos ladrones, nunca llegó"), ("PEDROLAMAS", "Sirven para correr?"), ("JOAO_2011", "Olá, tem na cor preta?") })
            shop.Ask(text, shop.NewBuyer(name), Stage.World.CreateItem(new NewItem { SellerId = shop.Seller.Id, Title = $"Zapatillas {name[0]}-200" }));

        await desk.GoAsync(shop);
        await Expect(desk.Tab("For a person").Locator(".count")).ToHaveTextAsync("5");
        var card = await desk.OpenAsync(second);
        await Expect(card.Approve).ToBeEnabledAsync();
        await TakeAsync(desk.Page, "inbox");
        await card.Itself.Locator("details.trace summary").ClickAsync();
        await card.Itself.Locator("details.trace").ScrollIntoViewIfNeededAsync();
        await TakeAsync(desk.Page, "why");
        await desk.Page.Keyboard.PressAsync("?");
        await TakeAsync(desk.Page, "keys");

        var dark = await DeskOfAsync(Who.OtherAgent, new() { ViewportSize = Wide, ColorScheme = ColorScheme.Dark, Locale = "es-AR" });
        await dark.Page.GotoAsync(second.Path);
        await Expect(dark.Page.Locator("aside a").First).ToBeVisibleAsync();
        await TakeAsync(dark.Page, "inbox-dark");
        var small = await DeskOfAsync(Who.Agent, new() { ViewportSize = new() { Width = 360, Height = 740 }, Locale = "pt-BR" });
        await small.Page.GotoAsync(second.Path);
        await Expect(small.Page.Locator(".text.question").Last).ToBeVisibleAsync();
        await TakeAsync(small.Page, "inbox-small");
        await small.Page.GotoAsync("/inbox");
        await Expect(small.Rows.First).ToBeVisibleAsync();
        await TakeAsync(small.Page, "queue-small");

        var page = await PageOfAsync(Who.Administrator, new() { ViewportSize = Wide });
        await page.GotoAsync("/console");
        await page.FillAsync("#question", "Hola, tienen stock? cuánto cuesta?");
        await page.SelectOptionAsync("#account", $"{shop.Seller.Id}");
        await page.FillAsync("#item", shop.Item.Id);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try", Exact = true }).ClickAsync();
        await Expect(page.Locator(".outcome")).ToContainTextAsync("45.990");
        await TakeAsync(page, "console");
        foreach (var name in new[] { "status", "accounts", "people", "quick-texts", "me" })
        {
            await page.GotoAsync("/" + name);
            await Expect(page.Locator("h1").First).ToBeVisibleAsync();
            await TakeAsync(page, name);
        }

        var stranger = await PageOfAsync(null, new() { ViewportSize = Wide });
        await stranger.GotoAsync("/sign-in");
        await TakeAsync(stranger, "sign-in");
    }

    [Fact(Explicit = true)]
    public async Task Of_the_board_and_a_sale()
    {
        var shop = await Stage.OpenShopAsync(title: "Zapatillas urbanas Acme");
        var sold = Enumerable.Range(0, 8).Select(n => shop.Sell(pay: n > 1)).ToList();
        Stage.World.Sales.StartPayment(sold[1].Order.Id);
        Stage.World.Sales.Cancel(sold[2].Order.Id);
        Stage.World.Sales.Tag(sold[3].Order.Id, "fraud_risk_detected");
        Stage.World.Sales.Move(sold[4].Order.ShipmentId!.Value, "shipped", "in_transit");
        Stage.World.Sales.Move(sold[5].Order.ShipmentId!.Value, "delivered");
        var board = new Pages.Board(await PageOfAsync(Who.Agent, new() { ViewportSize = Wide }));
        await board.GoAsync(shop);
        await Expect(board.Column("Paid").GetByText("Do not ship")).ToBeVisibleAsync();
        await Expect(board.Card(sold[4], "Paid")).ToContainTextAsync("in_transit");
        await TakeAsync(board.Page, "board");
        var dark = new Pages.Board(await PageOfAsync(Who.Agent, new() { ViewportSize = new() { Width = 360, Height = 740 }, ColorScheme = ColorScheme.Dark, Locale = "es-AR" }));
        await dark.Page.GotoAsync("/orders");
        await Expect(dark.Page.Locator(".board .card").First).ToBeAttachedAsync();
        await TakeAsync(dark.Page, "board-small");

        var unpaid = new Pages.SalePage(await PageOfAsync(Who.Agent, new() { ViewportSize = Wide }), sold[0]);
        await unpaid.GoAsync();
        await Expect(unpaid.Block).ToBeVisibleAsync();
        await TakeAsync(unpaid.Page, "sale-blocked");
        var first = new Pages.SalePage(await PageOfAsync(Who.Agent, new() { ViewportSize = Wide }), sold[4]);
        await first.GoAsync();
        await Expect(first.Reply.Locator("fieldset")).ToBeVisibleAsync();
        await TakeAsync(first.Page, "sale-reason");
    }

    [Fact(Explicit = true)]
    public async Task Of_a_claim_and_a_decision()
    {
        var shop = await Stage.OpenShopAsync(title: "Zapatillas urbanas Acme");
        shop.Ask("Hola, sirven para correr?");
        shop.Claim(how: claim => claim with { ReasonId = "PNR9501", Text = "Todavía no llegó nada.", DueIn = TimeSpan.FromDays(2) });
        var claimed = shop.Claim(how: claim => claim with { Text = "Hola, llegaron con la suela despegada. Quiero devolverlas.", DueIn = TimeSpan.FromHours(20) });
        var claim = await new Pages.ClaimPage(await PageOfAsync(Who.Administrator, new() { ViewportSize = Wide }), claimed).GoAsync();
        await Expect(claim.Message("suela")).ToBeVisibleAsync();
        await Expect(claim.Reply.Locator("textarea")).ToBeEditableAsync();
        await Expect(claim.Row).ToBeVisibleAsync();
        await Expect(claim.Button("Approve and send")).ToBeEnabledAsync();
        await TakeAsync(claim.Page, "claim");
        await claim.DecideAsync("Offer a partial refund");
        await claim.Page.GetByLabel("30 %").CheckAsync();
        await Expect(claim.Effect).ToBeVisibleAsync();
        await TakeAsync(claim.Page, "decision");

        var small = await new Pages.ClaimPage(await PageOfAsync(Who.Agent, new() { ViewportSize = new() { Width = 360, Height = 740 }, ColorScheme = ColorScheme.Dark, Locale = "es-AR" }), claimed).GoAsync();
        await Expect(small.Message("suela")).ToBeVisibleAsync();
        await TakeAsync(small.Page, "claim-small");
    }

    private static async Task TakeAsync(IPage page, string name) => await page.ScreenshotAsync(new() { Path = Path.Combine(Artifacts.Pictures, $"guide-{name}.png"), Animations = ScreenshotAnimations.Disabled });
}
