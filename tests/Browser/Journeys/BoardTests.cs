using MeliBot.Browser.Tests.Pages;
using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

public sealed class BoardTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task A_sale_appears_by_itself_and_goes_through_the_stages_as_its_order_does_with_every_move_kept()
    {
        var shop = await Stage.OpenShopAsync();
        var board = await BoardOfAsync(Who.Agent, shop);
        var sold = shop.Sell(pay: false);
        await Expect(board.Card(sold, "Payment required")).ToBeVisibleAsync();

        Stage.World.Sales.StartPayment(sold.Order.Id);
        await Expect(board.Card(sold, "Payment in process")).ToBeVisibleAsync();
        Stage.World.Sales.Pay(sold.Order.Id);
        await Expect(board.Card(sold, "Paid")).ToContainTextAsync("1 × Zapatillas urbanas");
        await Expect(board.Card(sold, "Paid")).ToContainTextAsync("$ 45.990");
        await Expect(board.Count("Payment required")).ToHaveTextAsync("0");
        Stage.World.Sales.Cancel(sold.Order.Id);
        var card = board.Card(sold, "Cancelled");
        await board.OpenHistoryAsync(card);

        var moves = await card.Locator(".moves li").AllTextContentsAsync();
        moves.Count.ShouldBeGreaterThanOrEqualTo(4);
        moves[0].ShouldContain("Payment required");
        moves[^1].ShouldContain("Paid → Cancelled");
        await Expect(board.Page.Locator(".board .card")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Suspected_fraud_is_shown_at_once_and_before_everything_else()
    {
        var shop = await Stage.OpenShopAsync();
        var risky = shop.Sell();
        var newer = shop.Sell();
        var board = await BoardOfAsync(Who.Viewer, shop);
        await Expect(board.Card(newer, "Paid")).ToBeVisibleAsync();

        Stage.World.Sales.Tag(risky.Order.Id, "fraud_risk_detected");

        await Expect(board.Card(risky, "Paid").GetByText("Do not ship: Mercado Libre suspects fraud.")).ToBeVisibleAsync();
        await Expect(board.Column("Paid").GetByRole(AriaRole.Article).First).ToHaveAttributeAsync("aria-label", $"Lead {risky.Buyer.Id}");
        await Expect(board.Card(risky, "Paid").Locator(".tags")).ToContainTextAsync("fraud_risk_detected");
    }

    [Fact]
    public async Task A_word_that_nobody_knows_has_a_column_of_its_own_and_is_shown_as_it_came()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        Stage.World.Sales.SetStatus(sold.Order.Id, "teleported");

        var board = await BoardOfAsync(Who.Viewer, shop);

        await Expect(board.Card(sold, "Unknown").GetByText("Mercado Libre's word: teleported")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Tag_and_text_narrow_the_columns_and_their_counters()
    {
        var shop = await Stage.OpenShopAsync();
        var (paid, unpaid, other) = (shop.Sell(), shop.Sell(pay: false), shop.Sell());
        Stage.World.Sales.Tag(other.Order.Id, "mshops");
        var board = await BoardOfAsync(Who.Viewer, shop);
        await Expect(board.Count("Paid")).ToHaveTextAsync("2");
        await Expect(board.Count("Payment required")).ToHaveTextAsync("1");

        await Expect(board.Page.Locator("select[aria-label=Tag] option[value=mshops]")).ToBeAttachedAsync();
        await board.Page.GetByLabel("Tag", new() { Exact = true }).SelectOptionAsync("mshops");
        await Expect(board.Card(other, "Paid")).ToBeVisibleAsync();
        await Expect(board.Card(paid, "Paid")).ToHaveCountAsync(0);
        await Expect(board.Count("Paid")).ToHaveTextAsync("1");

        await board.Page.GetByLabel("Tag", new() { Exact = true }).SelectOptionAsync("");
        await board.Search.FillAsync($"{unpaid.Order.Id}");
        await Expect(board.Card(unpaid, "Payment required")).ToBeVisibleAsync();
        await Expect(board.Count("Paid")).ToHaveTextAsync("0");
    }

    [Fact]
    public async Task A_deleted_lead_is_asked_for_first_leaves_the_board_and_is_restored_from_the_deleted()
    {
        var shop = await Stage.OpenShopAsync();
        var (sold, kept) = (shop.Sell(), shop.Sell());
        var board = await BoardOfAsync(Who.Agent, shop);
        await board.Button(sold, "Delete lead").ClickAsync();
        await Expect(board.Confirm).ToContainTextAsync("Nothing changes on Mercado Libre");
        await board.ConfirmAsync("Keep");
        await Expect(board.Card(sold, "Paid")).ToBeVisibleAsync();

        await board.Button(sold, "Delete lead").ClickAsync();
        await board.ConfirmAsync("Delete lead");
        await Expect(board.Card(sold, "Paid")).ToHaveCountAsync(0);
        await Expect(board.Card(kept, "Paid")).ToBeVisibleAsync();
        Stage.World.Sales.Order(sold.Order.Id)!.Status.ShouldBe("paid");

        await board.Tab("Deleted").ClickAsync();
        await Expect(board.DeletedLead(sold)).ToContainTextAsync(Who.Agent);
        await board.DeletedLead(sold).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(board.DeletedLead(sold)).ToHaveCountAsync(0);
        await board.Tab("Pipeline").ClickAsync();
        await board.OpenHistoryAsync(board.Card(sold, "Paid"));
        await Expect(board.Card(sold, "Paid").Locator(".moves")).ToContainTextAsync("Restored by");
    }

    [Fact]
    public async Task A_deleted_contact_keeps_its_lead_without_a_name_until_it_is_restored()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        var board = await BoardOfAsync(Who.Agent, shop);
        var name = (await board.Card(sold, "Paid").Locator(".contact").TextContentAsync())!;
        name.ShouldNotBeEmpty();

        await board.Button(sold, "Delete contact").ClickAsync();
        await board.ConfirmAsync("Delete contact");
        await Expect(board.Card(sold, "Paid").GetByText("The contact is deleted")).ToBeVisibleAsync();
        await Expect(board.Card(sold, "Paid").Locator(".contact")).ToHaveCountAsync(0);
        await board.Page.GotoAsync(sold.Path);
        await Expect(board.Page.GetByText("This contact is deleted here")).ToBeVisibleAsync();

        await board.GoAsync(shop);
        await board.Tab("Deleted").ClickAsync();
        await board.DeletedContact(sold).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(board.DeletedContact(sold)).ToHaveCountAsync(0);
        await board.Tab("Pipeline").ClickAsync();
        await Expect(board.Card(sold, "Paid").Locator(".contact")).ToHaveTextAsync(name);
    }

    [Fact]
    public async Task Whoever_may_only_look_deletes_nothing()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        var board = await BoardOfAsync(Who.Viewer, shop);

        await Expect(board.Card(sold, "Paid")).ToBeVisibleAsync();
        await Expect(board.Button(sold, "Delete")).ToHaveCountAsync(0);
        await board.Page.GotoAsync(sold.Path);
        await Expect(board.Page.Locator("aside h2").First).ToBeVisibleAsync();
        await Expect(board.Page.Locator(".card.reply")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task By_keys_alone_a_person_reaches_the_board_a_lead_and_its_conversation()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        var board = await BoardOfAsync(Who.Agent, shop);
        await Expect(board.Card(sold, "Paid")).ToBeVisibleAsync();
        await board.Page.GotoAsync("/inbox");
        await Expect(board.Page.Locator("#search")).ToBeVisibleAsync();

        await board.Page.Keyboard.PressAsync("g");
        await board.Page.Keyboard.PressAsync("o");
        await board.Page.ArriveAsync("**/orders");
        await board.Search.FillAsync($"{sold.Order.Id}");
        await Expect(board.Page.Locator(".board .card")).ToHaveCountAsync(1);
        await board.Page.Keyboard.PressAsync("Escape");
        await board.Page.Keyboard.PressAsync("j");
        await board.Page.Keyboard.PressAsync("Enter");

        await board.Page.ArriveAsync($"**{sold.Path}");
        await Expect(board.Page.Locator("aside").GetByRole(AriaRole.Heading, new() { Name = $"Order {sold.Order.Id}" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_telephone_the_board_scrolls_in_itself_and_the_page_does_not()
    {
        var shop = await Stage.OpenShopAsync(title: "Zapatillas urbanas livianas con plantilla de memoria y cordones reflectivos " + new string('x', 60));
        var sold = shop.Sell();
        var page = await PageOfAsync(Who.Agent, new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true });
        var board = new Board(page);
        await board.GoAsync(shop);
        await Expect(board.Card(sold, "Paid")).ToBeAttachedAsync();

        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(360);
        await board.Card(sold, "Paid").ScrollIntoViewIfNeededAsync();
        await board.Card(sold, "Paid").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator(".reply")).ToBeVisibleAsync();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(360);
    }

    [Theory]
    [InlineData("es-AR", "Ventas", "Pago requerido")]
    [InlineData("pt-BR", "Vendas", "Pagamento necessário")]
    public async Task The_board_speaks_the_readers_language(string locale, string heading, string stage)
    {
        var page = await PageOfAsync(Who.Viewer, new() { Locale = locale });
        await page.GotoAsync("/orders");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
        await Expect(page.Locator(".column h2").First).ToContainTextAsync(stage);
    }

    private async Task<Board> BoardOfAsync(string who, Shop shop)
    {
        var board = new Board(await PageOfAsync(who));
        await board.GoAsync(shop);
        return board;
    }
}
