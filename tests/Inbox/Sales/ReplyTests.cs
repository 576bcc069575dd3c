using MeliBot.Adapter.Outbound.Sending;
using MeliBot.Inbox.Sales;
using MeliBot.Inbox.Writing;

namespace MeliBot.Inbox.Tests.Sales;

public sealed class ReplyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_persons_reply_goes_out_message_by_message_in_its_order_and_each_once()
    {
        await using var sale = await SaleRoute.StartAsync();
        await sale.BuyerWritesAsync("Hola");
        var text = string.Join(' ', Enumerable.Range(1, 30).Select(n => $"Esta es la oración número {n} de la respuesta."));
        var preview = await PreviewAsync(sale, text);
        preview.Parts.Count.ShouldBeGreaterThan(2);

        (await SendAsync(sale, preview, "send-1")).IsDone.ShouldBeTrue();
        (await SendAsync(sale, preview, "send-1")).IsDone.ShouldBeTrue();
        var view = await sale.UntilAsync(view => view.Messages.Count(message => message.Author == MessageAuthor.Person && message.Number is not null) == preview.Parts.Count);

        var ours = sale.World.Messages.Of(sale.Pack).Where(message => message.FromSeller).ToList();
        ours.Select(message => message.Text).ShouldBe(preview.Parts.Select(part => part.Text));
        view.Messages.Where(message => message.Author == MessageAuthor.Person).Select(message => message.By).Distinct().ShouldBe(["agent:ana"]);
        view.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task Typographic_signs_become_plain_and_what_cannot_be_said_is_named_before_it_is_sent()
    {
        await using var sale = await SaleRoute.StartAsync();
        await sale.BuyerWritesAsync("Hola");

        (await PreviewAsync(sale, "“Sí” – mañana…")).Parts.ShouldHaveSingleItem().Text.ShouldBe("\"Sí\" - mañana...");
        var wrong = await PreviewAsync(sale, "Привет");

        wrong.CanBeSent.ShouldBeFalse();
        wrong.Blocks.ShouldHaveSingleItem().Cause.ShouldBe(SendCause.CharactersNotAllowed);
        (await PreviewAsync(sale, "  ")).Blocks.ShouldHaveSingleItem().Cause.ShouldBe(SendCause.TextEmpty);
    }

    [Fact]
    public async Task What_the_platform_refuses_stands_in_the_conversation_with_its_reason()
    {
        await using var sale = await SaleRoute.StartAsync();
        await sale.BuyerWritesAsync("Hola");
        sale.World.Messages.Thread(sale.Pack)!.Block = "blocked_by_refund";

        await SendAsync(sale, await PreviewAsync(sale, "Ya despachamos."), "send-1");
        var view = await sale.UntilAsync(view => view.Messages.Any(message => message.State == MessageState.Refused));

        view.Messages[^1].Reason.ShouldNotBeNull();
        sale.World.Messages.Of(sale.Pack).ShouldNotContain(message => message.FromSeller);
        (await sale.EntryAsync()).Entry.Cause.ShouldBe(Index.InboxCause.Refused);
    }

    [Fact]
    public async Task A_file_is_uploaded_once_and_goes_with_the_message()
    {
        await using var sale = await SaleRoute.StartAsync();
        await sale.BuyerWritesAsync("¿Me mandan la factura?");
        var (key, problem) = await sale.Desk.UploadAsync(await sale.ViewAsync(), "factura.pdf", "%PDF-1.7"u8.ToArray(), Cancel);
        problem.ShouldBeNull();

        (await sale.Desk.SendAsync(await sale.ViewAsync(), null, [new("Acá va.", "")], [key.ShouldNotBeNull()], "send-1", "ana", Cancel)).IsDone.ShouldBeTrue();
        await sale.UntilAsync(view => view.Messages.Any(message => message.Author == MessageAuthor.Person && message.Number is not null));

        var sent = sale.World.Messages.Of(sale.Pack).Last(message => message.FromSeller);
        (sent.Text, sent.Files.ShouldHaveSingleItem().Name).ShouldBe(("Acá va.", "factura.pdf"));
    }

    [Theory]
    [InlineData("blocked_by_time", SendCause.ThreadTooOld, true)]
    [InlineData("blocked_by_fulfillment", SendCause.NotDeliveredYet, false)]
    [InlineData("blocked_by_something_new", SendCause.UnknownBlock, false)]
    public async Task The_page_says_why_nothing_can_be_sent_as_the_sender_would(string block, SendCause cause, bool buyerCanReopen)
    {
        await using var sale = await SaleRoute.StartAsync();
        await sale.BuyerWritesAsync("Hola");
        sale.World.Messages.Thread(sale.Pack)!.Block = block;

        var sending = await sale.LookAsync();

        sending.Permit.ShouldNotBeNull().Way.ShouldBe(SendWay.None);
        (sending.Permit.Block!.Cause, sending.Permit.Block.BuyerCanReopen, sending.Permit.Block.Word).ShouldBe((cause, buyerCanReopen, block));
    }

    [Fact]
    public async Task An_unpaid_sale_says_that_the_leads_payment_is_not_confirmed()
    {
        await using var sale = await SaleRoute.StartAsync(wish => wish with { Pay = false });

        var block = (await sale.LookAsync()).Permit.ShouldNotBeNull().Block.ShouldNotBeNull();

        foreach (var locale in new[] { "en", "es", "pt" }) block.What(locale).ShouldBe("Lead payment is not confirmed");
    }

    [Fact]
    public async Task An_unlinked_account_says_that_the_leads_source_is_disabled()
    {
        await using var sale = await SaleRoute.StartAsync();
        await sale.BuyerWritesAsync("Hola");
        await sale.Get<Adapter.Accounts.AccountStore>().RemoveAsync(sale.Account, Cancel);

        (await sale.LookAsync()).Permit.ShouldNotBeNull().Block.ShouldNotBeNull().What("es").ShouldBe("Lead source disabled.");
    }

    [Fact]
    public async Task A_thread_that_the_buyer_has_not_opened_is_opened_by_a_reason_and_by_each_once()
    {
        await using var sale = await SaleRoute.StartAsync();
        var sending = await sale.LookAsync();
        sending.Permit.ShouldNotBeNull().Way.ShouldBe(SendWay.Reason);
        var other = sending.Permit.Reasons.Single(option => option.Id.Value == "OTHER");
        var none = new Dictionary<string, string>(StringComparer.Ordinal);

        (await sale.Desk.ContactAsync(await sale.ViewAsync(), other, "Hola, falta un dato.", none, "send-1", "ana", Cancel)).IsDone.ShouldBeTrue();
        var first = await sale.UntilAsync(view => view.Messages.Any(message => message.Number is not null));
        (await sale.Desk.ContactAsync(await sale.ViewAsync(), other, "Hola otra vez.", none, "send-2", "ana", Cancel)).IsDone.ShouldBeTrue();
        await sale.UntilAsync(view => view.Messages.Any(message => message.State == MessageState.Refused && message.Text == "Hola otra vez."));

        sale.World.Messages.Of(sale.Pack).ShouldHaveSingleItem().Text.ShouldBe("Hola, falta un dato.");
        first.Messages.ShouldHaveSingleItem().By.ShouldBe("agent:ana");
    }

    [Fact]
    public async Task Opening_it_marks_the_buyers_messages_as_read_on_Mercado_Libre()
    {
        await using var sale = await SaleRoute.StartAsync();
        var message = await sale.BuyerWritesAsync("Hola");
        sale.World.Messages.Find(message.Id)!.Read.ShouldBeNull();

        await sale.Get<SaleThreads>().MarkReadAsync(await sale.ViewAsync(), Cancel);

        sale.World.Messages.Find(message.Id)!.Read.ShouldNotBeNull();
    }

    private static async Task<PreviewedMessages> PreviewAsync(SaleRoute sale, string text) => sale.Get<MessagePreview>().Of(text, await sale.LookAsync(), hasFiles: false, TextVariables.None);

    private static async Task<Written> SendAsync(SaleRoute sale, PreviewedMessages preview, string send) =>
        await sale.Desk.SendAsync(await sale.ViewAsync(), null, preview.Parts, [], send, "ana", Cancel);
}
