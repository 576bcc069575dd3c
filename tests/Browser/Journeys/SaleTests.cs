using MeliBot.Browser.Tests.Pages;
using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

/// <summary>The conversation of a sale: what needs no message of the buyer's.</summary>
public sealed class SaleTests(BrowserFixture fixture) : Journey(fixture)
{
    private static readonly FilePayload Text = new() { Name = "notas.txt", MimeType = "text/plain", Buffer = "Hola"u8.ToArray() };

    [Fact]
    public async Task Order_payment_shipment_and_tracking_stand_beside_the_conversation_and_move_by_themselves()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        var sale = await SaleOfAsync(Who.Viewer, sold);
        await Expect(sale.Panel).ToContainTextAsync("$ 45.990");
        await Expect(sale.Panel).ToContainTextAsync("approved");
        await Expect(sale.Panel).ToContainTextAsync("As of");

        Stage.World.Sales.Move(Stage.World.Sales.Order(sold.Order.Id)!.ShipmentId!.Value, "shipped", "in_transit");
        await Expect(sale.Panel).ToContainTextAsync("shipped (in_transit)");
        await sale.Panel.GetByRole(AriaRole.Button, new() { Name = "Read again" }).ClickAsync();
        await Expect(sale.Panel.Locator(".problem")).ToHaveCountAsync(0);
        await Expect(sale.Panel.Locator(".moves li").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("en-US", "Can the buyer open it?", "no")]
    [InlineData("es-AR", "¿Puede abrirla el comprador?", "no")]
    [InlineData("pt-BR", "O comprador pode abri-la?", "no")]
    public async Task Whoever_cannot_write_is_told_why_what_to_do_and_until_when(string locale, string question, string answer)
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell(pay: false);
        var page = await PageOfAsync(Who.Agent, new() { Locale = locale });
        await page.GotoAsync(sold.Path);
        var block = page.Locator(".reply .block");

        await Expect(block.Locator(".why")).ToHaveTextAsync("Lead payment is not confirmed");
        await Expect(block).ToContainTextAsync(question);
        await Expect(block.Locator("dd").Nth(1)).ToContainTextAsync(locale == "pt-BR" ? "não" : answer);
        await Expect(page.Locator(".reply button.mud-button-filled")).ToBeDisabledAsync();

        Stage.World.Sales.Pay(sold.Order.Id);
        await Expect(page.Locator(".reply fieldset")).ToBeVisibleAsync();
        await Expect(block).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_seller_opens_the_contact_by_a_reason_that_Mercado_Libre_offers_and_uses_each_once()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        var sale = await SaleOfAsync(Who.Agent, sold);
        await sale.WriteAsync("Hola, tenemos una consulta sobre tu compra.");
        await Expect(sale.Send).ToBeDisabledAsync();

        await sale.Reply.GetByLabel("Something else").CheckAsync();
        await Expect(sale.Send).ToBeEnabledAsync();
        await sale.Send.ClickAsync();

        await sold.HeardAsync();
        sold.Ours.ShouldHaveSingleItem().Text.ShouldBe("Hola, tenemos una consulta sobre tu compra.");
        await Expect(sale.Message("Hola, tenemos una consulta").Locator(".author")).ToHaveTextAsync(Who.Agent);
        await Expect(sale.Reply.GetByLabel("Something else")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_first_message_says_that_it_can_carry_no_file_and_keeps_the_file()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        var sale = await SaleOfAsync(Who.Agent, sold);
        await Expect(sale.Reply.Locator("fieldset")).ToBeVisibleAsync();

        await sale.ChooseAsync(Text);

        await Expect(sale.Finding.First).ToContainTextAsync("The first message to a buyer can't carry a file.");
        await sale.WriteAsync("Hola, te escribo por tu compra.");
        await sale.Reply.GetByLabel("Something else").CheckAsync();
        await sale.Send.ClickAsync();
        await sold.HeardAsync();
        sold.Ours.ShouldHaveSingleItem().Files.ShouldBeEmpty();
        await Expect(sale.Reply.Locator(".files")).ToContainTextAsync("notas.txt");
    }

    [Fact]
    public async Task Files_are_looked_at_before_anything_is_uploaded_and_each_fault_is_named()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        sold.Thread.Block = "blocked_by_excepted_case";
        var sale = await SaleOfAsync(Who.Agent, sold);

        await sale.ChooseAsync(
            new FilePayload { Name = "foto.jpg", MimeType = "image/jpeg", Buffer = "%PDF-1.7"u8.ToArray() },
            new FilePayload { Name = "vacio.txt", MimeType = "text/plain", Buffer = [] },
            new FilePayload { Name = "programa.exe", MimeType = "application/octet-stream", Buffer = "MZ"u8.ToArray() });

        await Expect(sale.Finding.Filter(new() { HasText = "What the file holds isn't what its name says: foto.jpg" })).ToBeVisibleAsync();
        await Expect(sale.Finding.Filter(new() { HasText = "The file is empty: vacio.txt" })).ToBeVisibleAsync();
        await Expect(sale.Finding.Filter(new() { HasText = "this is another kind of file: programa.exe" })).ToBeVisibleAsync();
        await sale.WriteAsync("Va.");
        await Expect(sale.Send).ToBeDisabledAsync();
        foreach (var name in new[] { "foto.jpg", "vacio.txt", "programa.exe" }) await sale.Reply.GetByRole(AriaRole.Button, new() { Name = $"Remove {name}" }).ClickAsync();
        await Expect(sale.Finding).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_typed_stays_after_a_reload_and_the_counter_says_how_many_messages_it_becomes()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        sold.Thread.Block = "blocked_by_excepted_case";
        var sale = await SaleOfAsync(Who.Agent, sold);
        var text = string.Join(' ', Enumerable.Range(1, 20).Select(n => $"Esta es la oración número {n}."));
        await sale.WriteAsync(text);
        await Expect(sale.Parts).ToHaveCountAsync(2);
        await Expect(sale.Counter).ToContainTextAsync("2 messages");

        await sale.Page.ReloadAsync();
        await Expect(sale.Field).ToHaveValueAsync(text);
        await Expect(sale.Parts).ToHaveCountAsync(2);
    }

    private async Task<SalePage> SaleOfAsync(string who, Sold sold)
    {
        var page = await PageOfAsync(who);
        await WaitForOrderAsync(page, sold);
        return await new SalePage(page, sold).GoAsync();
    }

    /// <summary>The page is opened once the sale is known here.</summary>
    private static async Task WaitForOrderAsync(IPage page, Sold sold)
    {
        await page.GotoAsync("/orders");
        await page.Locator("#search").FillAsync($"{sold.Order.Id}");
        await Expect(page.Locator($".board a[href='{sold.Path}']")).ToBeVisibleAsync();
    }
}
