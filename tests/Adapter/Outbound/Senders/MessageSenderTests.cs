using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Adapter.Tests.Route;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Outbound.Senders;

/// <summary>A message of a sale, against everything that the platform is known to do to it.</summary>
public sealed class MessageSenderTests
{
    public static TheoryData<FaultKind> AfterTheEffect => [FaultKind.ResetAfter, FaultKind.BadGatewayAfter, FaultKind.TruncatedJson, FaultKind.CutReply];

    public static TheoryData<FaultKind> BeforeTheEffect => [FaultKind.Reset, FaultKind.ServerError, FaultKind.TooManyRequests];

    [Theory]
    [MemberData(nameof(AfterTheEffect))]
    public async Task A_message_whose_reply_is_lost_is_found_in_the_thread_and_never_posted_twice(FaultKind kind)
    {
        await using var route = await StartAsync();
        var pack = Sale(route);
        route.World.AddFault(new Fault { Kind = kind, Endpoint = "POST /messages/packs/*", Count = 1 });

        (await SendAsync(route, pack, "Ya despachamos tu compra.")).State.ShouldBe(EffectState.Sent);
        route.World.Journal.Accepted(EffectKinds.Message).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(BeforeTheEffect))]
    public async Task A_message_that_never_arrived_is_posted_again(FaultKind kind)
    {
        await using var route = await StartAsync();
        var pack = Sale(route);
        route.World.AddFault(new Fault { Kind = kind, Endpoint = "POST /messages/packs/*", Count = 1 });

        (await SendAsync(route, pack, "Ya despachamos tu compra.")).State.ShouldBe(EffectState.Sent);
        route.World.Journal.Accepted(EffectKinds.Message).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_two_posts_and_all_reads_leave_unknown_goes_to_a_person()
    {
        await using var route = await StartAsync();
        var pack = Sale(route);
        route.World.AddFault(new Fault { Kind = FaultKind.ServerError, Endpoint = "POST /messages/packs/*", Status = 502 });

        var slot = await SendAsync(route, pack, "Ya despachamos tu compra.");

        slot.State.ShouldBe(EffectState.Parked);
        slot.Reason!.Text.ShouldContain("posted twice");
        route.World.Journal.Calls.Count(call => call.Method == "POST" && call.Path.StartsWith("/messages/packs/", StringComparison.Ordinal)).ShouldBe(2);
        route.World.Journal.Accepted(EffectKinds.Message).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_messages_of_the_same_words_are_two_also_when_both_replies_are_lost()
    {
        await using var route = await StartAsync();
        var pack = Sale(route);
        route.World.AddFault(new Fault { Kind = FaultKind.BadGatewayAfter, Endpoint = "POST /messages/packs/*", Count = 2 });

        (await SendAsync(route, pack, "Gracias.", "a")).State.ShouldBe(EffectState.Sent);
        (await SendAsync(route, pack, "Gracias.", "b")).State.ShouldBe(EffectState.Sent);
        route.World.Journal.Accepted(EffectKinds.Message).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_yes_that_was_moderated_is_not_sent()
    {
        await using var route = await StartAsync();
        var pack = Sale(route);
        route.World.Messages.Thread(pack)!.ModerateNext = "AUTOMATIC_MESSAGE";

        var slot = await SendAsync(route, pack, "Gracias por tu compra.");
        slot.State.ShouldBe(EffectState.Refused);
        slot.Reason!.Text.ShouldContain("AUTOMATIC_MESSAGE");
    }

    [Fact]
    public async Task With_Mercado_Libres_agent_in_between_the_message_goes_to_the_agent()
    {
        await using var route = await StartAsync();
        var pack = Sale(route, agent: true);

        (await SendAsync(route, pack, "Llega mañana.")).State.ShouldBe(EffectState.Sent);
        route.World.Journal.Accepted(EffectKinds.SwallowedMessage).ShouldBeEmpty();
        (await SendAsync(route, pack, "Entre las 9 y las 18.", "b", state => state != EffectState.Planned && state != EffectState.Sending)).State.ShouldBe(EffectState.Waiting);
    }

    [Theory]
    [InlineData("blocked_by_time", EffectState.Refused, "30 days")]
    [InlineData("blocked_by_mediation", EffectState.Refused, "claim")]
    [InlineData("blocked_by_fulfillment", EffectState.Waiting, "Full")]
    [InlineData("blocked_by_something_new", EffectState.Refused, "blocked_by_something_new")]
    public async Task A_blocked_thread_gets_no_post_and_the_reason_says_why(string block, EffectState state, string words)
    {
        await using var route = await StartAsync();
        var pack = Sale(route);
        route.World.Messages.Thread(pack)!.Block = block;

        var slot = await SendAsync(route, pack, "Hola", until: now => now is not (EffectState.Planned or EffectState.Sending));
        slot.State.ShouldBe(state);
        slot.Reason!.Text.ShouldContain(words);
        route.World.Journal.Refused(EffectKinds.Message).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_bot_never_writes_first_and_nothing_is_posted_for_a_sale_of_another_seller()
    {
        await using var route = await StartAsync();
        var silent = Sale(route, wrote: false);
        (await SendAsync(route, silent, "Hola")).Reason!.Text.ShouldContain("never writes first");

        var item = route.World.CreateItem(new NewItem { SellerId = route.World.CreateSeller().Id, Title = "Ajeno" });
        var foreign = route.World.Sales.Buy(new NewSale { BuyerId = route.Buyer.Id, Lines = [new(item.Id)] })[0].Id;
        (await SendAsync(route, foreign, "Hola")).State.ShouldBe(EffectState.Parked);
        (await SendAsync(route, 1, "Hola")).State.ShouldBe(EffectState.Refused);
        route.World.Journal.Effects.ShouldNotContain(effect => effect.Kind == EffectKinds.Message);
    }

    [Fact]
    public async Task Reading_a_thread_marks_nothing_as_read_and_writing_in_it_does()
    {
        await using var route = await StartAsync();
        var pack = Sale(route);
        route.World.Messages.Thread(pack)!.Block = "blocked_by_time";
        await SendAsync(route, pack, "Hola");
        route.World.Messages.Of(pack)[0].Read.ShouldBeNull();

        route.World.Messages.Thread(pack)!.Block = null;
        await SendAsync(route, pack, "Hola", "b");
        route.World.Messages.Of(pack)[0].Read.ShouldNotBeNull();
    }

    private static Task<Route.Route> StartAsync() => Tests.Route.Route.StartAsync(Bots.Say("Sí."));

    private static long Sale(Route.Route route, bool agent = false, bool wrote = true)
    {
        var order = route.World.Sales.Buy(new NewSale { BuyerId = route.Buyer.Id, Lines = [new(route.Item.Id)], Agent = agent })[0];
        if (wrote) route.World.Messages.WriteAsBuyer(order.Conversation, "¿Cuándo llega?");
        return order.Conversation;
    }

    private static async Task<EffectSlot> SendAsync(Route.Route route, long pack, string text, string turn = "t", Func<EffectState, bool>? until = null)
    {
        var account = route.Seller.Id;
        var key = MessageKeys.Slot(account, pack, turn, 0);
        var effects = route.Services.GetRequiredService<IEffectStore>();
        var planned = await effects.PlanAsync(
            new ConversationRef(MessageKeys.Conversation(account, pack), account, MercadoLibreChannel.Orders),
            new EffectPlan { Key = key, Kind = MessagePayload.Kind, Payload = new MessagePayload(pack, text).ToJson(), DueAt = DateTimeOffset.UtcNow },
            DateTimeOffset.UtcNow,
            default);
        planned.ShouldBeTrue();
        EffectSlot? slot = null;
        await route.UntilAsync(async () =>
            (slot = await effects.FindAsync(key, default)) is not null && (until ?? (state => state is EffectState.Sent or EffectState.Refused or EffectState.Parked))(slot.State));
        return slot!;
    }
}
