using System.Globalization;
using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Claims.Actions;
using MeliBot.Adapter.Claims.Chronicle;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Records;
using MeliBot.Simulator;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using AdapterOptions = MeliBot.Adapter.Claims.ClaimOptions;

namespace MeliBot.Adapter.Tests.Claims;

/// <summary>What costs money: proposed by a bot, done by a person, once.</summary>
public sealed class ClaimActionTests
{
    private static readonly ClaimPerson Ana = new("ana", "agent", MayAct: true, IsAdministrator: false);
    private static readonly ClaimPerson Admin = new("root", "administrator", MayAct: true, IsAdministrator: true);

    [Fact]
    public async Task A_proposal_is_kept_for_a_person_and_moves_nothing()
    {
        await using var claim = await ClaimRoute.StartAsync(async (turn, cancellationToken) => await turn.SendActivityAsync(
            new Activity { Type = ActivityTypes.Event, Name = ClaimEventNames.Proposal, Value = JObject.FromObject(new { action = "refund", reason = "The parcel is lost." }) }, cancellationToken));

        var snapshot = await claim.UntilAsync(now => now.Activities.Any(entry => ClaimRoute.Name(entry) == ClaimEventNames.Proposal));

        await claim.SettleAsync();
        snapshot.Owner.ShouldBe(Owner.Bot);
        ClaimProposal.Of(MeliBot.Adapter.Inbound.ActivityJson.Read(snapshot.Activities.Single(entry => ClaimRoute.Name(entry) == ClaimEventNames.Proposal).Payload))!.Reason.ShouldBe("The parcel is lost.");
        Moved(claim).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_word_against_a_proposal_stands_in_the_record()
    {
        await using var claim = await ClaimRoute.StartAsync(async (turn, cancellationToken) => await turn.SendActivityAsync(
            new Activity { Type = ActivityTypes.Event, Name = ClaimEventNames.Proposal, Value = JObject.FromObject(new { action = "refund" }) }, cancellationToken));
        var snapshot = await claim.UntilAsync(now => now.Activities.Any(entry => ClaimRoute.Name(entry) == ClaimEventNames.Proposal));
        var proposal = snapshot.Activities.First(entry => ClaimRoute.Name(entry) == ClaimEventNames.Proposal).Id;

        (await claim.Get<ClaimProposalDesk>().DismissAsync(claim.Seller, claim.Id, proposal, Ana, default)).ShouldBeNull();

        await claim.LookAsync();
        await claim.Route.UntilAsync(async () => (await claim.EventsAsync()).Any(happened => happened is { Name: ClaimEventKinds.ProposalDismissed, Who: "agent:ana", What: "refund" }));
        Moved(claim).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refund_that_an_administrator_confirms_is_done_once_with_its_amount_and_its_audit()
    {
        await using var claim = await StartAsync();
        var desk = claim.Get<ClaimActionDesk>();
        var offered = await desk.OffersAsync(claim.Seller, claim.Id, default);
        var refund = offered.Actions.Single(offer => offer.Action == ClaimActionNames.Refund);
        (refund.Amount, refund.Costs, refund.IsIrreversible).ShouldBe((claim.Order.Total, true, true));

        (await desk.ConfirmAsync(Confirm(claim, offered, "refund"), Admin, default)).ShouldBeNull();
        (await claim.SlotAsync(ClaimActionPayload.Kind, slot => slot.IsFinal)).Author.ShouldBe("agent:root");
        await claim.KeptAsync(now => !now.IsOpen);

        Moved(claim).ShouldHaveSingleItem().Amount.ShouldBe(claim.Order.Total);
        var audit = await claim.Get<IRecordStore>().ListAsync(string.Create(CultureInfo.InvariantCulture, $"claim-audit:{claim.Seller}"), default);
        audit.ShouldHaveSingleItem().Value!.ShouldContain("\"person\":\"root\"");
        await claim.LookAsync();
        await claim.Route.UntilAsync(async () => (await claim.EventsAsync()).Any(happened => happened is { Name: ClaimEventKinds.ActionExecuted, Who: "agent:root", What: "refund" }));
    }

    [Fact]
    public async Task The_same_confirmation_twice_refunds_once()
    {
        await using var claim = await StartAsync();
        var desk = claim.Get<ClaimActionDesk>();
        var offered = await desk.OffersAsync(claim.Seller, claim.Id, default);
        var confirmation = Confirm(claim, offered, "allow_return");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.ConfirmAsync(confirmation, Admin, default)));
        await claim.SlotAsync(ClaimActionPayload.Kind, slot => slot.IsFinal);
        await claim.SettleAsync();

        (await claim.LoadAsync()).Effects.Count(slot => slot.Kind == ClaimActionPayload.Kind).ShouldBe(1);
    }

    [Fact]
    public async Task An_agent_needs_a_limit_and_may_not_go_over_it()
    {
        await using var claim = await StartAsync();
        var desk = claim.Get<ClaimActionDesk>();
        var offered = await desk.OffersAsync(claim.Seller, claim.Id, default);
        (await desk.ConfirmAsync(Confirm(claim, offered, "refund"), Ana, default))!.Code.ShouldBe("claim.not-allowed");

        await using var limited = await StartAsync(services => services.Configure<AdapterOptions>(options => options.Limits["agent"] = 99));
        var bounded = limited.Get<ClaimActionDesk>();
        var now = await bounded.OffersAsync(limited.Seller, limited.Id, default);

        (await bounded.ConfirmAsync(Confirm(limited, now, "refund"), Ana, default))!.Code.ShouldBe("claim.over-limit");
        (await bounded.ConfirmAsync(Confirm(limited, now, "partial_refund", 50), Ana, default)).ShouldBeNull();
        await limited.SlotAsync(ClaimActionPayload.Kind, slot => slot.IsFinal);
        Moved(claim).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "claim.percentage-missing")]
    [InlineData(100, "claim.percentage-not-offered")]
    [InlineData(33, "claim.percentage-not-offered")]
    public async Task A_partial_refund_needs_one_of_the_percentages_that_are_offered(int? percentage, string why)
    {
        await using var claim = await StartAsync();
        var desk = claim.Get<ClaimActionDesk>();
        var offered = await desk.OffersAsync(claim.Seller, claim.Id, default);

        (await desk.ConfirmAsync(Confirm(claim, offered, "partial_refund", percentage), Admin, default))!.Code.ShouldBe(why);
        (await claim.LoadAsync()).Effects.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_confirmation_on_a_page_that_shows_an_older_claim_does_nothing()
    {
        await using var claim = await StartAsync();
        var desk = claim.Get<ClaimActionDesk>();
        var offered = await desk.OffersAsync(claim.Seller, claim.Id, default);
        claim.World.Claims.Dispute(claim.Id);

        (await desk.ConfirmAsync(Confirm(claim, offered, "refund"), Admin, default))!.Code.ShouldBe("claim.changed");

        Moved(claim).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FaultKind.ResetAfter)]
    [InlineData(FaultKind.BadGatewayAfter)]
    public async Task A_refund_whose_reply_got_lost_is_found_in_the_claim_and_not_tried_again(FaultKind kind)
    {
        await using var claim = await StartAsync();
        var desk = claim.Get<ClaimActionDesk>();
        var offered = await desk.OffersAsync(claim.Seller, claim.Id, default);
        claim.World.AddFault(new Fault { Kind = kind, Endpoint = "POST /post-purchase/v1/claims/*", Count = 1 });

        await desk.ConfirmAsync(Confirm(claim, offered, "refund"), Admin, default);

        (await claim.SlotAsync(ClaimActionPayload.Kind, slot => slot.State is EffectState.Sent or EffectState.Parked)).State.ShouldBe(EffectState.Sent);
        Moved(claim).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_refund_that_never_arrived_is_a_persons_and_is_not_tried_again()
    {
        await using var claim = await StartAsync();
        var desk = claim.Get<ClaimActionDesk>();
        var offered = await desk.OffersAsync(claim.Seller, claim.Id, default);
        claim.World.AddFault(new Fault { Kind = FaultKind.Reset, Endpoint = "POST /post-purchase/v1/claims/*" });

        await desk.ConfirmAsync(Confirm(claim, offered, "refund"), Admin, default);

        var slot = await claim.SlotAsync(ClaimActionPayload.Kind, slot => slot.State is EffectState.Sent or EffectState.Parked);
        (slot.State, slot.Reason!.Code).ShouldBe((EffectState.Parked, "claim.action-unknown"));
        claim.World.Journal.Calls.Count(call => call.Method == "POST" && call.Path.Contains("/expected-resolutions/", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task An_action_that_makes_no_call_as_it_was_confirmed_is_parked_and_not_taken_for_sent()
    {
        await using var claim = await StartAsync();
        var payload = new ClaimActionPayload(claim.Id, ClaimActionNames.PartialRefund);

        await claim.Get<IEffectStore>().PlanAsync(
            claim.Conversation,
            new EffectPlan { Key = ClaimKeys.ActionSlot(claim.Seller, claim.Id, "partial_refund", "x"), Kind = ClaimActionPayload.Kind, Payload = payload.ToJson(), DueAt = DateTimeOffset.UtcNow, Author = "agent:root" },
            DateTimeOffset.UtcNow,
            default);

        (await claim.SlotAsync(ClaimActionPayload.Kind, slot => slot.State == EffectState.Parked)).Reason!.Code.ShouldBe("claim.unreadable");
        claim.World.Journal.Calls.ShouldNotContain(call => call.Method == "POST" && call.Path.Contains("/expected-resolutions/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_action_that_nobody_confirmed_is_never_done()
    {
        await using var claim = await StartAsync();
        var payload = new ClaimActionPayload(claim.Id, ClaimActionNames.Refund);

        await claim.Get<IEffectStore>().PlanAsync(claim.Conversation, new EffectPlan { Key = ClaimKeys.ActionSlot(claim.Seller, claim.Id, "refund", "x"), Kind = ClaimActionPayload.Kind, Payload = payload.ToJson(), DueAt = DateTimeOffset.UtcNow }, DateTimeOffset.UtcNow, default);

        (await claim.SlotAsync(ClaimActionPayload.Kind, slot => slot.State == EffectState.Parked)).Reason!.Code.ShouldBe("claim.person-only");
        Moved(claim).ShouldBeEmpty();
    }

    private static async Task<ClaimRoute> StartAsync(Action<IServiceCollection>? more = null)
    {
        var claim = await ClaimRoute.StartAsync((_, _) => Task.CompletedTask, wish => wish with { Text = "No enciende." }, more);
        await claim.RecordAsync();
        await claim.SettleAsync();
        return claim;
    }

    private static ClaimConfirmation Confirm(ClaimRoute claim, OfferedActions offered, string action, int? percentage = null) =>
        new() { Account = claim.Seller, Claim = claim.Id, Id = Guid.NewGuid().ToString("N"), Version = offered.Version, Action = action, Percentage = percentage };

    /// <summary>What moved money at the platform.</summary>
    private static IReadOnlyList<JournalEffect> Moved(ClaimRoute claim) => [.. claim.World.Journal.Effects.Where(effect => effect is { Kind: "money-returned", Accepted: true })];
}
