using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Orders;
using MeliBot.Adapter.Policy;
using MeliBot.Adapter.Tests.Route;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Signals;
using MeliBot.Simulator;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Tests.Messages;

/// <summary>From what a buyer writes in a sale to what the bot replies there.</summary>
public sealed class ThreadRouteTests
{
    private static readonly string[] Long =
    [
        "Tu pedido ya está en camino y el correo te avisa un rato antes de pasar por el domicilio que figura en la compra.",
        "Si en ese momento no hay nadie, vuelve a intentar al siguiente día hábil sin que tengas que pedirlo.",
        "La caja va cerrada con una faja de seguridad: conviene mirar que llegue entera antes de firmar la entrega.",
        "Adentro vas a encontrar el manual, la garantía sellada y una bolsita con los tornillos para la pared.",
        "Cualquier duda con el armado la vemos por este mismo chat, que es el que queda asociado a la compra.",
    ];

    [Fact]
    public async Task What_a_buyer_writes_is_answered_in_the_thread_and_then_marked_as_read()
    {
        await using var sale = await SaleRoute.StartAsync(Bots.Say("Sale mañana."));

        sale.Write("¿Cuándo sale?");

        (await sale.SaidAsync(1)).ShouldBe(["Sale mañana."]);
        var snapshot = await sale.UntilAsync(now => now.Effects is [{ State: EffectState.Sent }]);
        snapshot.Activities.Select(entry => (entry.Role, SaleRoute.Text(entry))).ShouldBe([(ActivityRole.Incoming, "¿Cuándo sale?"), (ActivityRole.Outgoing, "Sale mañana.")]);
        sale.World.Messages.Of(sale.Pack)[0].Read.ShouldNotBeNull();
        (await sale.Route.Services.GetRequiredService<OrderStore>().OfConversationAsync(sale.Route.Seller.Id, sale.Pack, default)).ShouldHaveSingleItem().Stage.ShouldBe(OrderStage.Paid);
    }

    [Fact]
    public async Task What_the_bot_sees_is_a_message_of_the_buyer_in_a_conversation_of_the_sale()
    {
        Activity? seen = null;
        await using var sale = await SaleRoute.StartAsync((turn, _) =>
        {
            seen ??= turn.Activity;
            return Task.CompletedTask;
        });

        var written = sale.Write("Hola");
        await sale.RecordAsync();

        (seen!.Id, seen.Conversation.Id, seen.Conversation.ConversationType, seen.Locale).ShouldBe(($"{sale.Route.Seller.Id}:message:{written.Id}", sale.Conversation.Id, "orders", "es-AR"));
        seen.From.Id.ShouldBe($"{sale.Route.Seller.Id}:{sale.Route.Buyer.Id}");
        ((JObject)seen.ChannelData)["packId"]!.Value<long>().ShouldBe(sale.Pack);
    }

    [Fact]
    public async Task Lines_within_a_few_seconds_are_one_turn_in_the_order_they_were_written()
    {
        await using var sale = await SaleRoute.StartAsync(
            async (turn, cancellationToken) => await turn.SendActivityAsync($"Leí: {turn.Activity.Text.Replace('\n', '+')}", cancellationToken: cancellationToken),
            services => services.Configure<MercadoLibreAdapterOptions>(options => options.MessageSettle = TimeSpan.FromSeconds(2)));

        sale.Write("Hola");
        sale.Write("una consulta");
        sale.Write("¿llega hoy?");

        (await sale.SaidAsync(1)).ShouldBe(["Leí: Hola+una consulta+¿llega hoy?"]);
        (await sale.RecordsAsync()).ShouldHaveSingleItem();
        (await sale.LoadAsync()).Activities.Where(entry => entry.Role == ActivityRole.Incoming).ShouldAllBe(entry => entry.Turn == ActivityTurn.Done);
    }

    [Fact]
    public async Task A_long_reply_is_as_few_messages_as_the_thread_allows_in_order()
    {
        await using var sale = await SaleRoute.StartAsync(Bots.Say(string.Join(' ', Long)));

        sale.Write("¿Y?");

        var trace = TurnTrace.Parse((await sale.RecordAsync()).Payload);
        trace.Decision.ShouldBe("send", string.Join(' ', trace.Reasons));
        var said = await sale.SaidAsync(2);
        said.Count.ShouldBe(2);
        said.ShouldAllBe(text => text.Length <= 350);
        string.Join(' ', said).ShouldBe(string.Join(' ', Long));
    }

    [Fact]
    public async Task After_a_refused_message_the_rest_of_the_reply_is_not_sent_and_the_bot_is_told()
    {
        var told = new List<string>();
        await using var sale = await SaleRoute.StartAsync(async (turn, cancellationToken) =>
        {
            if (turn.Activity.Type == ActivityTypes.Event) told.Add(turn.Activity.Name);
            else await turn.SendActivityAsync(string.Join(' ', Long), cancellationToken: cancellationToken);
        });
        sale.World.Messages.Thread(sale.Pack)!.ModerateNext = "AUTOMATIC_MESSAGE";

        sale.Write("¿Y?");

        var snapshot = await sale.UntilAsync(now => now.Effects is [{ State: EffectState.Refused }, { State: EffectState.Parked }] && now.Owner == Owner.Waiting);
        snapshot.Effects[0].Reason!.Text.ShouldContain("AUTOMATIC_MESSAGE");
        told.ShouldContain(MercadoLibreEvents.MessageRefused);
        sale.World.Journal.Accepted(EffectKinds.Message).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_seller_who_writes_elsewhere_makes_the_bot_draft_until_the_conversation_is_handed_back()
    {
        await using var sale = await SaleRoute.StartAsync(Bots.Say("Sale mañana."));
        sale.World.Messages.WriteElsewhere(sale.Pack, "Hola, soy Marta.");
        sale.Write("¿Cuándo sale?");

        var first = TurnTrace.Parse((await sale.RecordAsync()).Payload);
        first.Decision.ShouldBe("draft");
        first.Reasons.ShouldContain(reason => reason.Code == "message.paused-elsewhere");
        (await sale.LoadAsync()).Activities.Select(SaleRoute.Text).ShouldBe(["Hola, soy Marta.", "¿Cuándo sale?"]);

        await sale.Route.Services.GetRequiredService<IHandoffs>().CompleteAsync(sale.Conversation.Id);
        await sale.Route.UntilAsync(async () => (await sale.RecordsAsync()).Count == 2);
        sale.Write("¿Hoy no?");
        (await sale.SaidAsync(2)).ShouldBe(["Hola, soy Marta.", "Sale mañana."]);
    }

    [Fact]
    public async Task What_the_seller_answered_elsewhere_needs_no_turn_of_the_bot()
    {
        await using var sale = await SaleRoute.StartAsync(Bots.Say("Sale mañana."), notices: false);
        sale.Write("¿Cuándo sale?");
        sale.World.Messages.WriteElsewhere(sale.Pack, "Mañana.");

        await sale.LookAsync();
        await sale.SettleAsync();

        (await sale.RecordsAsync()).ShouldBeEmpty();
        (await sale.LoadAsync()).Activities.Select(entry => entry.Turn).ShouldBe([ActivityTurn.None, ActivityTurn.None]);
    }

    [Fact]
    public async Task A_reply_that_the_seller_overtakes_is_not_sent()
    {
        World? world = null;
        long pack = 0;
        await using var sale = await SaleRoute.StartAsync(async (turn, cancellationToken) =>
        {
            // A turn may run again. Were the notice to come while this one runs, the turn would lose its race, and plan nothing when it runs again.
            world!.AddFault(new Fault { Kind = FaultKind.NoticeLoss, Endpoint = "*" });
            if (!world.Messages.Of(pack).Any(message => message.FromSeller)) world.Messages.WriteElsewhere(pack, "Mañana.");
            await turn.SendActivityAsync("Sale mañana.", cancellationToken: cancellationToken);
        });
        (world, pack) = (sale.World, sale.Pack);

        sale.Write("¿Cuándo sale?");

        await sale.UntilAsync(now => now.Effects is [{ State: EffectState.AnsweredElsewhere }]);
        sale.World.Messages.Of(pack).Count(message => message.FromSeller).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_whose_notice_came_twice_and_out_of_order_is_one_turn()
    {
        await using var sale = await SaleRoute.StartAsync(Bots.Say("Sí."));
        sale.World.AddFault(new Fault { Kind = FaultKind.NoticeDuplicate, Endpoint = "*", Copies = 3 });
        sale.World.AddFault(new Fault { Kind = FaultKind.NoticeShuffle, Endpoint = "*", Lag = TimeSpan.FromMilliseconds(100) });

        sale.Write("Hola");
        await sale.SettleAsync();
        sale.Write("Hola");
        await sale.SettleAsync();

        (await sale.SaidAsync(2)).Count.ShouldBe(2);
        (await sale.RecordsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_variant_that_repeats_too_often_in_an_account_becomes_a_draft_and_another_account_is_not_bound()
    {
        await using var sale = await SaleRoute.StartAsync(Bots.Say("Sale mañana."), services => services.Configure<PolicyOptions>(policy => policy.MostRepeats = 2));
        for (var i = 1; i <= 2; i++)
        {
            sale.Write($"¿Cuándo sale? {i}");
            await sale.SaidAsync(i);
            await sale.SettleAsync();
        }

        sale.Write("¿Cuándo sale? 3");

        var third = TurnTrace.Parse((await sale.RecordAsync(2)).Payload);
        third.Decision.ShouldBe("draft");
        third.Reasons[0].Code.ShouldBe("message.repeated");
    }

    [Fact]
    public async Task An_approved_draft_goes_out_as_the_persons_message()
    {
        await using var sale = await SaleRoute.StartAsync(Bots.Say("Sale mañana."), services => services.Configure<PolicyOptions>(policy => policy.Mode = Mode.Draft));
        sale.Write("¿Cuándo sale?");
        await sale.RecordAsync();

        var drafts = sale.Route.Services.GetRequiredService<Delivery.Drafts.IDraftStore>();
        var draft = (await drafts.OpenAsync(sale.Route.Seller.Id, 10, default)).ShouldHaveSingleItem();
        (await drafts.ApproveAsync(draft.Id, "ana", DateTimeOffset.UtcNow, default)).ShouldBe(Delivery.Drafts.DraftResult.Done);

        (await sale.SaidAsync(1)).ShouldBe(["Sale mañana."]);
        var snapshot = await sale.UntilAsync(now => now.Effects is [{ State: EffectState.Sent }]);
        snapshot.Effects[0].Author.ShouldBe("agent:ana");
    }

    [Fact]
    public async Task A_buyer_who_wrote_long_ago_is_left_to_people()
    {
        await using var sale = await SaleRoute.StartAsync(Bots.Say("Sí."), services => services.Configure<MercadoLibreAdapterOptions>(options => options.MessageReplyWithin = TimeSpan.Zero));
        sale.Write("¿Cuándo sale?");
        await sale.SettleAsync();

        (await sale.LoadAsync()).Activities.ShouldHaveSingleItem().Turn.ShouldBe(ActivityTurn.None);
        (await sale.RecordsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_delivered_message_that_moderation_takes_down_comes_back_to_the_bot()
    {
        var told = new List<string>();
        await using var sale = await SaleRoute.StartAsync(async (turn, cancellationToken) =>
        {
            if (turn.Activity.Type == ActivityTypes.Event) told.Add(turn.Activity.Name);
            else if (turn.Activity.Text == "uno") await turn.SendActivityAsync("Sí.", cancellationToken: cancellationToken);
        });
        sale.Write("uno");
        await sale.UntilAsync(now => now.Effects is [{ State: EffectState.Sent }]);

        sale.World.Messages.Moderate(sale.World.Messages.Of(sale.Pack)[1].Id, "PERSONAL_DATA");
        sale.Write("dos");

        var snapshot = await sale.UntilAsync(_ => told.Count > 0);
        told.ShouldBe([MercadoLibreEvents.MessageBanned]);
        snapshot.Effects[0].Reason!.Text.ShouldContain("PERSONAL_DATA");
    }

    [Fact]
    public async Task A_thread_of_thousands_is_read_whole_once_and_then_only_where_it_is_new()
    {
        await using var sale = await SaleRoute.StartAsync((_, _) => Task.CompletedTask, notices: false);
        for (var i = 0; i < 5_000; i++) sale.Write($"linea {i}");
        sale.World.Messages.WriteElsewhere(sale.Pack, "Leo todo.");
        await sale.LookAsync();
        await sale.SettleAsync();
        Pages(after: 0).ShouldBe(101);
        var read = sale.World.Journal.Calls[^1].Seq;

        sale.Write("otra");
        await sale.LookAsync();
        await sale.SettleAsync();

        Pages(read).ShouldBe(1);
        (await sale.LoadAsync()).Activities[^1].Turn.ShouldBe(ActivityTurn.Done);

        // A busy machine may ask for the same page again.
        int Pages(long after) => sale.World.Journal.Calls.Where(call => call.Seq > after && call.Method == "GET" && call.Path.StartsWith($"/messages/packs/{sale.Pack}/", StringComparison.Ordinal)).Select(call => call.Query).Distinct().Count();
    }

    [Fact]
    public async Task Another_sellers_thread_is_parked_with_its_reason_and_holds_up_nothing()
    {
        await using var sale = await SaleRoute.StartAsync(Bots.Say("Sí."));
        var theirs = sale.World.CreateItem(new NewItem { SellerId = sale.World.CreateSeller().Id, Title = "Ajeno" });
        var foreign = sale.World.Sales.Buy(new NewSale { BuyerId = sale.Route.Buyer.Id, Lines = [new(theirs.Id)] })[0].Conversation;
        var handler = sale.Route.Services.GetRequiredService<ISignalHandler>();

        (await handler.HandleAsync(Signal(sale, ThreadResource.Of(foreign, sale.Route.Seller.Id)), default)).ShouldBeOfType<SignalOutcome.Park>();
        (await handler.HandleAsync(Signal(sale, ThreadResource.Of(foreign, 1)), default)).ShouldBeOfType<SignalOutcome.Done>();
        (await handler.HandleAsync(Signal(sale, "/users/me"), default)).ShouldBeOfType<SignalOutcome.Park>();
        sale.Write("Hola");
        (await sale.SaidAsync(1)).ShouldBe(["Sí."]);
    }

    private static Signal Signal(SaleRoute sale, string resource) => new(sale.Route.Seller.Id, "messages", resource, 1, 0, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(-1), "test");
}
