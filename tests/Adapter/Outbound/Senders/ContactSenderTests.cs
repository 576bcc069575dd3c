using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Adapter.Tests.Route;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Outbound.Senders;

/// <summary>A person opens the thread of a sale.</summary>
public sealed class ContactSenderTests
{
    private const string Hello = "Hola, ¿qué talle preferís?";

    [Fact]
    public async Task A_reason_that_is_offered_opens_the_thread_once()
    {
        await using var route = await StartAsync();
        var pack = Sale(route);

        (await SendAsync(route, new(pack, "OTHER", Text: Hello))).State.ShouldBe(EffectState.Sent);

        route.World.Messages.Of(pack).ShouldHaveSingleItem().Text.ShouldBe(Hello);
        var again = await SendAsync(route, new(pack, "OTHER", Text: "Hola de nuevo"), "b");
        again.State.ShouldBe(EffectState.Refused);
        again.Reason!.Code.ShouldBeOneOf("send.CapsUsedUp", "send.ReasonNotOffered");
    }

    [Theory]
    [InlineData(FaultKind.ResetAfter)]
    [InlineData(FaultKind.BadGatewayAfter)]
    [InlineData(FaultKind.CutReply)]
    public async Task A_contact_whose_reply_is_lost_is_found_in_the_thread(FaultKind kind)
    {
        await using var route = await StartAsync();
        var pack = Sale(route);
        route.World.AddFault(new Fault { Kind = kind, Endpoint = "POST /messages/action_guide/*", Count = 1 });

        (await SendAsync(route, new(pack, "OTHER", Text: Hello))).State.ShouldBe(EffectState.Sent);
        route.World.Messages.Of(pack).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Once_the_buyer_has_written_own_words_go_out_as_a_plain_message_and_a_template_is_explained()
    {
        await using var route = await StartAsync();
        var pack = Sale(route);
        route.World.Messages.WriteAsBuyer(pack, "Hola");

        (await SendAsync(route, new(pack, "OTHER", Text: Hello))).State.ShouldBe(EffectState.Sent);
        var template = await SendAsync(route, new(pack, "REQUEST_BILLING_INFO", Template: "T"), "b");

        template.State.ShouldBe(EffectState.Refused);
        template.Reason!.Code.ShouldBe("message.no-template-now");
    }

    [Fact]
    public async Task An_excepted_case_falls_back_to_a_plain_message()
    {
        await using var route = await StartAsync();
        var pack = Sale(route);
        (route.World.Messages.Thread(pack)!.Excepted, route.World.Messages.Thread(pack)!.Block) = (true, "");

        (await SendAsync(route, new(pack, "OTHER", Text: Hello))).State.ShouldBe(EffectState.Sent);
        route.World.Messages.Of(pack).ShouldHaveSingleItem().Option.ShouldBeNull();
    }

    [Fact]
    public async Task While_another_request_holds_the_sale_it_is_tried_again_and_a_buyer_who_left_is_final()
    {
        await using var route = await StartAsync();
        var pack = Sale(route);
        var thread = route.World.Messages.Thread(pack)!;
        thread.Locked = true;
        var key = await PlanAsync(route, new(pack, "OTHER", Text: Hello), "t");
        await route.UntilAsync(async () => (await FindAsync(route, key))?.Reason?.Code == "send.ContactUnderWay");
        thread.Locked = false;
        await route.UntilAsync(async () => (await FindAsync(route, key))?.State == EffectState.Sent);

        var gone = Sale(route);
        route.World.Messages.Thread(gone)!.BuyerDeactivated = true;
        var slot = await SendAsync(route, new(gone, "OTHER", Text: Hello));
        (slot.State, slot.Reason!.Code).ShouldBe((EffectState.Refused, "send.BuyerDeactivated"));
    }

    [Fact]
    public async Task A_guide_that_cannot_be_read_for_a_while_costs_no_try_and_posts_nothing_twice()
    {
        await using var route = await StartAsync();
        var pack = Sale(route);
        route.World.AddFault(new Fault { Kind = FaultKind.ServerError, Endpoint = "GET /messages/action_guide/*", Status = 502, Count = 40 });

        (await SendAsync(route, new(pack, "OTHER", Text: Hello))).State.ShouldBe(EffectState.Sent);
        route.World.Messages.Of(pack).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_blocked_thread_says_why_and_the_guide_is_not_asked()
    {
        await using var route = await StartAsync();
        var pack = Sale(route);
        route.World.Messages.Thread(pack)!.Block = "blocked_by_mediation";

        var slot = await SendAsync(route, new(pack, "OTHER", Text: Hello));

        (slot.State, slot.Reason!.Code).ShouldBe((EffectState.Refused, "send.Mediation"));
        route.World.Journal.Calls.ShouldNotContain(call => call.Path.StartsWith("/messages/action_guide/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reason_that_is_not_offered_is_refused_before_anything_is_posted()
    {
        await using var route = await StartAsync();
        var pack = Sale(route);

        var slot = await SendAsync(route, new(pack, "DELIVERY_PROMISE", Template: "T"));

        (slot.State, slot.Reason!.Code).ShouldBe((EffectState.Refused, "send.ReasonNotOffered"));
        route.World.Journal.Calls.ShouldNotContain(call => call.Method == "POST" && call.Path.StartsWith("/messages/", StringComparison.Ordinal));
    }

    private static Task<Route.Route> StartAsync() => Tests.Route.Route.StartAsync(Bots.Say("Sí."));

    private static long Sale(Route.Route route) => route.World.Sales.Buy(new NewSale { BuyerId = route.Buyer.Id, Lines = [new(route.Item.Id)] })[0].Conversation;

    private static Task<EffectSlot?> FindAsync(Route.Route route, string key) => route.Services.GetRequiredService<IEffectStore>().FindAsync(key, default);

    private static async Task<string> PlanAsync(Route.Route route, ContactPayload contact, string turn)
    {
        var account = route.Seller.Id;
        var key = MessageKeys.Slot(account, contact.Pack, turn, 0);
        (await route.Services.GetRequiredService<IEffectStore>().PlanAsync(
            new ConversationRef(MessageKeys.Conversation(account, contact.Pack), account, MercadoLibreChannel.Orders),
            new EffectPlan { Key = key, Kind = ContactPayload.Kind, Payload = contact.ToJson(), Author = "agent:ana", DueAt = DateTimeOffset.UtcNow },
            DateTimeOffset.UtcNow,
            default)).ShouldBeTrue();
        return key;
    }

    private static async Task<EffectSlot> SendAsync(Route.Route route, ContactPayload contact, string turn = "t")
    {
        var key = await PlanAsync(route, contact, turn);
        EffectSlot? slot = null;
        await route.UntilAsync(async () => (slot = await FindAsync(route, key)) is { State: EffectState.Sent or EffectState.Refused or EffectState.Parked });
        return slot!;
    }
}
