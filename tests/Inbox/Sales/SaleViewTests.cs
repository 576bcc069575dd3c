using MeliBot.Adapter.Orders;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Sales;

namespace MeliBot.Inbox.Tests.Sales;

public sealed class SaleViewTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sale_about_which_nobody_has_written_is_shown_with_its_order()
    {
        await using var sale = await SaleRoute.StartAsync();

        var view = await sale.ViewAsync();

        view.Messages.ShouldBeEmpty();
        (view.Version, view.Buyer, view.Site).ShouldBe((0, sale.Order.BuyerId, "MLA"));
        view.Orders.ShouldHaveSingleItem().Stage.ShouldBe(OrderStage.Paid);
        (await sale.Get<SaleDesk>().ReadAsync($"orders:{sale.Account}:1", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Every_message_stands_by_itself_with_its_author_and_its_files()
    {
        await using var sale = await SaleRoute.StartAsync();
        var file = sale.World.Messages.Files.Add(sale.Order.BuyerId, "virus<b>.pdf", "application/pdf", [1, 2, 3], threat: true);
        await sale.BuyerWritesAsync("Hola, ¿cuándo llega?");
        await sale.BuyerWritesAsync("", [file.Id]);
        sale.World.Messages.WriteElsewhere(sale.Pack, "Mañana.");
        await sale.IngestAsync();

        var view = await sale.ViewAsync();

        view.Messages.Select(message => (message.Author, message.Text)).ShouldBe([(MessageAuthor.Buyer, "Hola, ¿cuándo llega?"), (MessageAuthor.Buyer, ""), (MessageAuthor.Elsewhere, "Mañana.")]);
        view.Messages[1].Files.ShouldHaveSingleItem().ShouldBe(new FileView("virus<b>.pdf", file.Id, 3, "application/pdf", true));
        view.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task Mercado_Libres_agent_is_shown_as_such()
    {
        await using var sale = await SaleRoute.StartAsync(wish => wish with { Agent = true });
        await sale.BuyerWritesAsync("El comprador pregunta por su envío.");

        (await sale.ViewAsync()).Messages.ShouldHaveSingleItem().Author.ShouldBe(MessageAuthor.Assistant);
    }

    [Fact]
    public async Task What_moderation_keeps_from_the_buyer_answers_nothing_and_needs_a_person()
    {
        await using var sale = await SaleRoute.StartAsync();
        await sale.BuyerWritesAsync("Hola");
        sale.World.Messages.Thread(sale.Pack)!.ModerateNext = "PERSONAL_DATA";
        await SendAsync(sale, "Llamame.");
        var view = await sale.UntilAsync(view => view.Messages.Any(message => message.State == MessageState.Moderated));

        view.Messages[^1].Moderation.ShouldBe("PERSONAL_DATA");
        view.Waiting.Count.ShouldBe(1);
        var entry = (await sale.EntryAsync()).Entry;
        (entry.State, entry.Cause).ShouldBe((InboxState.Person, InboxCause.Refused));
    }

    [Fact]
    public async Task A_message_that_the_platform_shows_while_it_is_still_being_sent_stands_there_once()
    {
        await using var sale = await SaleRoute.StartAsync();
        await sale.BuyerWritesAsync("Hola");
        var view = await sale.ViewAsync();
        var effects = sale.Get<Delivery.Effects.IEffectStore>();
        var plan = new Delivery.Effects.EffectPlan { Key = $"{sale.Account}:message:{sale.Pack}:x:0", Kind = "order.message", Payload = $$"""{"pack":{{sale.Pack}},"text":"Llega hoy."}""", Author = "agent:ana", DueAt = DateTimeOffset.UtcNow.AddHours(1) };
        await effects.PlanAsync(view.Conversation, plan, DateTimeOffset.UtcNow, Cancel);
        (await sale.ViewAsync()).Messages.Count(message => message.Text == "Llega hoy.").ShouldBe(1);
        await effects.ClaimAsync(DateTimeOffset.UtcNow.AddHours(2), 10, TimeSpan.FromHours(3), Cancel);

        sale.World.Messages.WriteElsewhere(sale.Pack, "Llega hoy.");
        await sale.IngestAsync("agent:ana");

        (await sale.ViewAsync()).Messages.Where(message => message.Text == "Llega hoy.").ShouldHaveSingleItem().State.ShouldBe(MessageState.Shown);
    }

    [Fact]
    public async Task The_queue_says_whose_move_it_is_and_finds_a_sale_by_its_texts_and_its_numbers()
    {
        await using var sale = await SaleRoute.StartAsync();
        await sale.BuyerWritesAsync("¿Cuándo llega el camión?");

        var waits = await sale.EntryAsync();
        sale.World.Messages.WriteElsewhere(sale.Pack, "Mañana.");
        await sale.IngestAsync();
        var done = await sale.EntryAsync();

        (waits.Entry.State, waits.Entry.Open, waits.Entry.Excerpt, waits.Entry.Title).ShouldBe((InboxState.Person, 1, "¿Cuándo llega el camión?", "1 × Taza"));
        waits.Words.ShouldContain("camión");
        waits.Words.ShouldContain($"{sale.Order.Id}");
        (done.Entry.State, done.Entry.Open).ShouldBe((InboxState.Done, 0));
    }

    [Fact]
    public async Task A_deleted_lead_leaves_the_lists_and_a_deleted_contacts_texts_are_neither_shown_nor_found()
    {
        await using var sale = await SaleRoute.StartAsync();
        await sale.BuyerWritesAsync("¿Cuándo llega el camión?");
        var desk = sale.Get<SaleDesk>();

        (await desk.DeleteContactAsync(sale.Account, sale.Order.BuyerId, "ana", Cancel)).IsDone.ShouldBeTrue();
        var hidden = await sale.EntryAsync();
        hidden.Words.ShouldNotContain("camión");
        (hidden.Entry.Excerpt, hidden.Entry.Contact, hidden.IsHidden).ShouldBe(("", $"{sale.Order.BuyerId}", false));
        (await sale.ViewAsync()).Contact.ShouldBeNull();

        (await desk.DeleteLeadAsync(sale.Account, sale.Order.Id, "ana", Cancel)).IsDone.ShouldBeTrue();
        (await sale.EntryAsync()).IsHidden.ShouldBeTrue();

        (await sale.Get<Leads>().BuyerWroteAsync(sale.Account, sale.Pack, Cancel)).ShouldBeTrue();
        var back = await sale.EntryAsync();
        back.IsHidden.ShouldBeFalse();
        back.Words.ShouldContain("camión");
    }

    [Fact]
    public async Task The_board_and_the_queue_follow_what_is_stored()
    {
        await using var sale = await SaleRoute.StartAsync();
        await sale.BuyerWritesAsync("Hola");
        var (board, queue) = (sale.Get<ISaleIndex>(), sale.Get<IInboxIndex>());
        await EventuallyAsync(async () => (await board.CountAsync(new SaleQuery(), Cancel)).GetValueOrDefault(OrderStage.Paid) == 1 && (await queue.FindAsync(new InboxQuery(Kind: "orders"), 0, 9, Cancel)).Total == 1);

        sale.World.Sales.Cancel(sale.Order.Id);
        await sale.ReadOrderAsync();
        await EventuallyAsync(async () => (await board.CountAsync(new SaleQuery(), Cancel)).Keys.SequenceEqual([OrderStage.Cancelled]));

        await sale.Get<SaleDesk>().DeleteLeadAsync(sale.Account, sale.Order.Id, "ana", Cancel);
        await EventuallyAsync(async () => (await board.FindAsync(new SaleQuery(), 0, 9, Cancel)).Count == 0 && (await queue.FindAsync(new InboxQuery(Kind: "orders"), 0, 9, Cancel)).Total == 0);

        await sale.Get<Leads>().BuyerWroteAsync(sale.Account, sale.Pack, Cancel);
        await EventuallyAsync(async () => (await board.FindAsync(new SaleQuery(OrderStage.Cancelled), 0, 9, Cancel)).Count == 1 && (await queue.FindAsync(new InboxQuery(Kind: "orders"), 0, 9, Cancel)).Total == 1);

        await sale.Get<SaleDesk>().DeleteContactAsync(sale.Account, sale.Order.BuyerId, "ana", Cancel);
        await EventuallyAsync(async () => (await board.FindAsync(new SaleQuery(), 0, 9, Cancel))[0].IsContactDeleted);
    }

    // The index follows the store a moment later, and rings no bell of its own.
    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        while (!await condition()) await Task.Yield();
    }

    private static async Task SendAsync(SaleRoute sale, string text) =>
        (await sale.Desk.SendAsync(await sale.ViewAsync(), null, [new(text, "")], [], "send-1", "ana", Cancel)).IsDone.ShouldBeTrue();
}
