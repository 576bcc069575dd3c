using System.Text.RegularExpressions;
using MeliBot.Browser.Tests.Pages;
using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

/// <summary>The conversation of a sale once the buyer writes.</summary>
public sealed partial class SaleTalkTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task A_buyers_message_comes_to_the_queue_by_itself_and_a_persons_reply_reaches_the_buyer_once()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        var desk = await DeskOfAsync(Who.Agent);
        await desk.GoAsync(shop);
        sold.Write("xyzzy plugh, ¿cuándo llega?");

        await desk.Page.Locator($".list a[href='{sold.Path}']").ClickAsync();
        var sale = new SalePage(desk.Page, sold);
        await Expect(sale.Message("xyzzy plugh")).ToBeVisibleAsync();
        await sale.WriteAsync("Hola, llega el martes.");
        await sale.Send.ClickAsync();

        await sold.HeardAsync();
        sold.Ours.ShouldHaveSingleItem().Text.ShouldBe("Hola, llega el martes.");
        await Expect(sale.Message("Hola, llega el martes.").Locator(".author")).ToHaveTextAsync(Who.Agent);
        await Expect(sale.Message("Hola, llega el martes.").Locator(".state")).ToHaveTextAsync("Sent");
        await desk.GoAsync(shop, "Done");
        await Expect(desk.Page.Locator($".list a[href='{sold.Path}']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_long_reply_is_sent_as_the_messages_that_were_shown_in_their_order()
    {
        var (sold, sale) = await TalkAsync();
        await sale.WriteAsync(string.Join(' ', Enumerable.Range(1, 25).Select(n => $"Esta es la oración número {n} de la respuesta.")));
        await Expect(sale.Parts.Nth(3)).ToBeVisibleAsync();
        var parts = await sale.Parts.AllTextContentsAsync();
        await sale.Send.ClickAsync();

        await sold.HeardAsync(parts.Count);
        sold.Ours.Select(message => message.Text).ShouldBe(parts.Select(part => part.Trim()));
        await Expect(sale.Field).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_file_goes_with_the_message_and_the_buyer_has_it()
    {
        var (sold, sale) = await TalkAsync();
        await sale.ChooseAsync(new FilePayload { Name = "factura.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 hola"u8.ToArray() });
        await sale.WriteAsync("Va la factura.");
        await sale.Send.ClickAsync();

        await sold.HeardAsync();
        var sent = sold.Ours.ShouldHaveSingleItem();
        (sent.Text, sent.Files.ShouldHaveSingleItem().Name, sent.Files[0].Size).ShouldBe(("Va la factura.", "factura.pdf", 13L));
        await Expect(sale.Reply.Locator(".files")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_buyers_file_is_only_ever_saved_and_one_that_may_be_dangerous_is_not_even_offered()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        var page = Stage.World.Messages.Files.Add(sold.Buyer.Id, "<img src=x onerror=alert(1)>.txt", "text/html", "<script>alert(1)</script>"u8.ToArray());
        var threat = Stage.World.Messages.Files.Add(sold.Buyer.Id, "virus.pdf", "application/pdf", [1, 2, 3], threat: true);
        sold.Write("Mando fotos", [page.Id, threat.Id]);
        var sale = await OpenAsync(sold, "Mando fotos");

        var link = sale.Message("Mando fotos").GetByRole(AriaRole.Link);
        await Expect(link).ToHaveCountAsync(1);
        await Expect(sale.Message("Mando fotos")).ToContainTextAsync("Mercado Libre warns that this file may be dangerous");
        var address = (await link.GetAttributeAsync("href"))!;
        var given = await sale.Page.APIRequest.GetAsync(address);
        given.Status.ShouldBe(200);
        given.Headers["content-disposition"].ShouldStartWith("attachment");
        given.Headers["content-type"].ShouldBe("application/octet-stream");
        given.Headers["x-content-type-options"].ShouldBe("nosniff");
        given.Headers["content-security-policy"].ShouldContain("sandbox");
        (await sale.Page.APIRequest.GetAsync(LastNumber().Replace(address, "1"))).Status.ShouldBe(403);
        var stranger = await PageOfAsync(null);
        (await stranger.APIRequest.GetAsync(address, new() { MaxRedirects = 0 })).Status.ShouldNotBe(200);
    }

    [Fact]
    public async Task What_moderation_keeps_from_the_buyer_is_marked_and_is_not_taken_for_sent()
    {
        var (sold, sale) = await TalkAsync();
        sold.Thread.ModerateNext = "PERSONAL_DATA";
        await sale.WriteAsync("Pasame tu documento.");
        await sale.Send.ClickAsync();

        await Expect(sale.Message("Pasame tu documento.").Locator(".state")).ToHaveTextAsync("Moderated");
        await Expect(sale.Message("Pasame tu documento.").Locator(".reason").First).ToContainTextAsync("keeps this message from the buyer: personal data");
    }

    [Fact]
    public async Task Mercado_Libres_agent_is_told_apart_from_the_buyer_and_takes_one_message_at_a_time()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell(how: sale => sale with { Agent = true });
        sold.Write("El comprador pregunta cuándo llega.");
        var page = await OpenAsync(sold, "El comprador pregunta");
        await Expect(page.Message("El comprador pregunta").Locator(".author")).ToHaveTextAsync("Mercado Libre's AI agent");

        await page.WriteAsync(string.Join(' ', Enumerable.Repeat("Una respuesta que no cabe en un mensaje.", 12)));
        await Expect(page.Finding).ToContainTextAsync("The text is too long");
        await page.WriteAsync("Llega el martes.");
        await page.Send.ClickAsync();
        await sold.HeardAsync();

        await Expect(page.Block.Locator(".why")).ToContainTextAsync("agent");
        await Expect(page.Send).ToBeDisabledAsync();
    }

    [Fact]
    public async Task A_thread_that_closes_while_somebody_types_says_so_before_anything_is_sent_and_keeps_the_text()
    {
        var (sold, sale) = await TalkAsync();
        await sale.WriteAsync("Ya te cuento.");
        sold.Thread.Block = "blocked_by_refund";
        await sale.Send.ClickAsync();

        await Expect(sale.Block.Locator(".why")).ToHaveTextAsync("The buyer got the money back.");
        await Expect(sale.Block).ToContainTextAsync("yes, by writing");
        await Expect(sale.Field).ToHaveValueAsync("Ya te cuento.");
        sold.Ours.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_somebody_types_while_a_proposal_is_on_its_way_to_the_page_stays_in_the_field()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        var page = await PageOfAsync(Who.Agent);
        var line = await SlowLine.OfAsync(page);
        var sale = await new SalePage(page, sold).GoAsync();
        line.Hold();
        sold.Write("Hola, xyzzy plugh");
        await Expect((await OpenAsync(sold, "xyzzy plugh")).Approve).ToBeVisibleAsync();

        await sale.WriteAsync("Ya te cuento.");
        line.Release();

        await Expect(sale.Counter).ToContainTextAsync("13 / ");
        await Expect(sale.Field).ToHaveValueAsync("Ya te cuento.");
    }

    [Fact]
    public async Task A_deleted_lead_comes_back_with_its_chat_when_the_buyer_writes_again()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        sold.Write("Primera consulta xyzzy");
        _ = await OpenAsync(sold, "Primera consulta");
        var board = new Board(await PageOfAsync(Who.Agent));
        await board.GoAsync(shop);
        await board.Button(sold, "Delete contact").ClickAsync();
        await board.ConfirmAsync("Delete contact");
        await Expect(board.Card(sold, "Paid").GetByText("The contact is deleted")).ToBeVisibleAsync();
        await board.Button(sold, "Delete lead").ClickAsync();
        await board.ConfirmAsync("Delete lead");
        await Expect(board.Card(sold, "Paid")).ToHaveCountAsync(0);

        sold.Write("Segunda consulta xyzzy");

        await Expect(board.Card(sold, "Paid").Locator(".contact")).ToBeVisibleAsync();
        await board.Page.GotoAsync(sold.Path);
        var sale = new SalePage(board.Page, sold);
        await Expect(sale.Message("Primera consulta")).ToBeVisibleAsync();
        await Expect(sale.Message("Segunda consulta")).ToBeVisibleAsync();
        await Expect(sale.Panel.Locator(".moves")).ToContainTextAsync("Came back because the buyer wrote");
    }

    [Fact]
    public async Task Sales_and_questions_stand_in_one_queue_and_are_told_apart_by_kind_and_found_by_their_texts()
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask("Hola, tienen stock?");
        var sold = shop.Sell();
        sold.Write("Se rompió la zapatilla izquierda xyzzy");
        var desk = await DeskOfAsync(Who.Viewer);
        await desk.GoAsync(shop, "All");
        var row = desk.Page.Locator($".list a[href='{sold.Path}']");
        await Expect(row).ToBeVisibleAsync();
        await Expect(desk.Row(asked)).ToBeVisibleAsync();
        await Expect(row).ToContainTextAsync("Sale, 1 messages");

        await desk.Page.GetByLabel("Kind", new() { Exact = true }).SelectOptionAsync("orders");
        await Expect(desk.Row(asked)).ToHaveCountAsync(0);
        await Expect(row).ToBeVisibleAsync();
        await desk.Page.GetByLabel("Kind", new() { Exact = true }).SelectOptionAsync("");
        await desk.Search.FillAsync("rompio izquierda");
        await Expect(row).ToBeVisibleAsync();
        await Expect(desk.Row(asked)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_person_takes_a_sale_over_and_hands_it_back()
    {
        var (_, sale) = await TalkAsync();
        await sale.Button("Take over").ClickAsync();
        await Expect(sale.Pane.Locator(".owner .chip").First).ToHaveTextAsync($"{Who.Agent} answers");

        await sale.Button("Hand back to the bot").ClickAsync();
        await Expect(sale.Pane.Locator(".owner .chip").First).ToHaveTextAsync("The bot answers");
    }

    private async Task<(Sold Sold, SalePage Sale)> TalkAsync()
    {
        var shop = await Stage.OpenShopAsync();
        var sold = shop.Sell();
        sold.Write("Hola, xyzzy plugh");
        return (sold, await OpenAsync(sold, "xyzzy plugh"));
    }

    /// <summary>Opens it once the message is known here.</summary>
    private async Task<SalePage> OpenAsync(Sold sold, string text)
    {
        var sale = new SalePage(await PageOfAsync(Who.Agent), sold);
        await sale.Page.GotoAsync(sold.Path);
        await Expect(sale.Message(text)).ToBeVisibleAsync();
        return sale;
    }

    [GeneratedRegex(@"\d+$", RegexOptions.NonBacktracking)]
    private static partial Regex LastNumber();
}
