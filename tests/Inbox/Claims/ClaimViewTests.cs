using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Claims.Actions;
using MeliBot.Delivery.Conversations;
using MeliBot.Inbox.Claims;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Sales;
using MeliBot.MercadoLibre;
using MeliBot.Simulator;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Inbox.Tests.Claims;

public sealed class ClaimViewTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_claim_is_shown_with_what_Mercado_Libre_says_and_what_must_be_done_by_when()
    {
        await using var claim = await ClaimRoute.StartAsync();

        var view = await claim.ViewAsync();

        var stored = view.Claim.ShouldNotBeNull();
        stored.Detail.ShouldNotBeNull().Title.ShouldNotBeNullOrEmpty();
        stored.Mandatory.ShouldNotBeNull().Action.ShouldBe(ClaimActionName.SendMessageToComplainant);
        stored.DueAt.ShouldNotBeNull();
        stored.Claim.ReasonGroup.ShouldBe(ClaimReasonGroup.DifferentOrDefective);
        stored.Reputation.ShouldNotBeNull();
        stored.Expected.ShouldNotBeEmpty();
        stored.Sale.ShouldBe(new ClaimSale(claim.Order.Id, claim.Order.Conversation));
        view.Messages.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            message => message.Author.ShouldBe(ClaimAuthor.Buyer),
            message => message.Text.ShouldBe("Llegó roto."),
            message => message.Receiver.ShouldBe("respondent"));
        view.Happenings.Select(happening => happening.Name).ShouldContain(ClaimEventNames.Opened);
        (await claim.Get<ClaimDesk>().ReadAsync($"claims:{claim.Account}:1", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Everybodys_words_stand_with_their_author_and_a_mediators_markup_is_text()
    {
        await using var claim = await ClaimRoute.StartAsync();
        claim.World.Claims.Talk.WriteElsewhere(claim.Claim, "Ya lo vemos.");
        claim.World.Claims.Dispute(claim.Claim);
        claim.World.Claims.Talk.Write(claim.Claim, ClaimRoles.Mediator, "<p>Hola <b>vendedor</b><script>alert(1)</script></p>");
        await claim.LookAsync();

        var view = await claim.ViewAsync();

        view.Messages.Select(message => message.Author).ShouldBe([ClaimAuthor.Buyer, ClaimAuthor.Elsewhere, ClaimAuthor.Mediator]);
        view.Messages[^1].Text.ShouldContain("vendedor");
        view.Messages[^1].Text.ShouldNotContain("<");
        view.Claim!.Receiver.ShouldBe(ClaimRole.Mediator);
    }

    [Fact]
    public async Task What_the_bot_made_of_an_event_stands_beside_it_with_the_dialog_that_was_chosen()
    {
        var route = JObject.Parse("""{"events":["claim.opened"],"dialog":"claims-defective","reason":"The most specific.","candidates":[{"dialog":"claims-other","outcome":"outranked","why":"says less"}]}""");
        await using var claim = await ClaimRoute.StartAsync(wish => wish with { Text = null }, async (turn, cancellationToken) => await turn.SendActivityAsync(
            new Activity
            {
                Type = ActivityTypes.Trace,
                Entities = [new Entity { Type = "mercadolibre/playbook", Properties = new JObject { ["name"] = "own", ["version"] = "1", ["route"] = route } }],
            },
            cancellationToken));

        var view = await claim.UntilAsync(view => view.Happenings.Any(happening => happening.Turns.Count > 0));

        var chosen = view.Happenings.First(happening => happening.Turns.Count > 0).Turns[^1].Playbook.ShouldNotBeNull().Route.ShouldNotBeNull();
        chosen.Dialog.ShouldBe("claims-defective");
        chosen.Candidates.ShouldHaveSingleItem().Why.ShouldBe("says less");
    }

    [Fact]
    public async Task A_sale_leads_to_its_claims_and_a_claim_to_its_sale()
    {
        await using var claim = await ClaimRoute.StartAsync();

        (await claim.Get<ClaimDesk>().OfSaleAsync(claim.Account, claim.Order.Conversation, Cancel)).ShouldHaveSingleItem().Id.ShouldBe(claim.Claim);
        (await claim.Get<ClaimDesk>().OfSaleAsync(claim.Account, 1, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_must_be_done_waits_for_a_person_with_its_date_and_is_found_by_numbers_and_words()
    {
        await using var claim = await ClaimRoute.StartAsync();
        await claim.UntilAsync(view => view.Messages.All(message => message.Turn != ActivityTurn.Pending));

        var entry = await claim.EntryAsync();

        (entry.Entry.State, entry.Entry.Cause).ShouldBe((InboxState.Person, InboxCause.Due));
        entry.Entry.DueAt.ShouldBe((await claim.ViewAsync()).Claim!.DueAt);
        entry.Entry.Title.ShouldNotBeNull().ShouldContain($"{claim.Claim}");
        foreach (var word in (string[])[$"{claim.Claim}", $"{claim.Order.Id}", "PDD9549", "roto"]) entry.Words.ShouldContain(word);
        await EventuallyAsync(async () => (await claim.Get<IInboxIndex>().FindAsync(new InboxQuery(InboxState.Person, Kind: "claims", Text: "roto"), 0, 9, Cancel)).Total == 1);
    }

    [Fact]
    public async Task What_ended_is_nobodys_move_and_what_is_open_again_is_somebodys()
    {
        await using var claim = await ClaimRoute.StartAsync();
        claim.World.Claims.Close(claim.Claim, ResolutionReasons.PaymentRefunded);
        await claim.LookAsync();
        var closed = await claim.EntryAsync();

        claim.World.Claims.Reopen(claim.Claim);
        await claim.LookAsync();
        await claim.UntilAsync(view => view.Messages.All(message => message.Turn != ActivityTurn.Pending));
        var open = await claim.EntryAsync();

        (closed.Entry.State, closed.Entry.DueAt).ShouldBe((InboxState.Done, null));
        (open.Entry.State, open.Entry.Cause).ShouldBe((InboxState.Person, InboxCause.Due));
        (await claim.ViewAsync()).Happenings.Select(happening => happening.Name).ShouldContain(ClaimEventNames.Reopened);
    }

    [Fact]
    public async Task A_sale_that_the_seller_cancelled_is_read_with_the_seller_as_complainant()
    {
        await using var claim = await ClaimRoute.StartAsync(wish => wish with { Type = ClaimTypes.CancelSale, ReasonId = "CS9532", Text = null });

        var view = await claim.ViewAsync();

        view.Claim!.Us!.Role.ShouldBe(ClaimRole.Complainant);
        view.Buyer.ShouldBe(claim.Order.BuyerId);
        view.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_claim_without_reason_sale_or_known_words_is_shown_all_the_same()
    {
        await using var claim = await ClaimRoute.StartAsync(wish => wish with { Type = "novo_2027", Stage = "novo_stage", NoReason = true, OrderId = null, BuyerId = 4242, Text = null, DueIn = TimeSpan.FromDays(-1) });

        var view = await claim.ViewAsync();

        view.Claim!.Claim.Type.Value.ShouldBe("novo_2027");
        view.Claim.Sale.ShouldBeNull();
        (await claim.EntryAsync()).Entry.Conversation.ShouldBe(claim.Id);
    }

    [Fact]
    public async Task What_the_bot_proposes_waits_for_a_person_until_something_of_the_kind_is_done()
    {
        await using var claim = await ClaimRoute.StartAsync(bot: async (turn, cancellationToken) =>
        {
            if (turn.Activity.Type != ActivityTypes.Message) return;
            await turn.SendActivityAsync(new Activity(ActivityTypes.Event) { Name = ClaimEventNames.Proposal, Value = new JObject { ["action"] = "partial_refund", ["percentage"] = 30, ["reason"] = "Es un rayón." } }, cancellationToken);
        });

        var view = await claim.UntilAsync(view => view.Proposals.Count > 0);

        view.Proposals.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            proposal => proposal.Action.ShouldBe("partial_refund"),
            proposal => proposal.Percentage.ShouldBe(30),
            proposal => proposal.Reason.ShouldBe("Es un rayón."));
        var entry = (await claim.EntryAsync()).Entry;
        (entry.State, entry.Cause).ShouldBe((InboxState.Person, InboxCause.Proposal));
        claim.World.Journal.MoneyActions($"{claim.Claim}").ShouldBeEmpty();

        var desk = claim.Get<ClaimActionDesk>();
        var offered = await desk.OffersAsync(claim.Account, claim.Claim, Cancel);
        var confirmation = new ClaimConfirmation { Account = claim.Account, Claim = claim.Claim, Id = "c-1", Version = offered.Version, Action = "partial_refund", Percentage = 30, Proposal = view.Proposals[0].Id };
        (await desk.ConfirmAsync(confirmation, new ClaimPerson("ana", "administrator", MayAct: true, IsAdministrator: true), Cancel)).ShouldBeNull();
        (await claim.UntilAsync(view => view.Acts.Count > 0)).Proposals.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dismissed_proposal_leaves_the_queue_does_nothing_and_is_kept_with_whose_word_it_was()
    {
        await using var claim = await ClaimRoute.StartAsync(bot: async (turn, cancellationToken) =>
        {
            if (turn.Activity.Type != ActivityTypes.Message) return;
            await turn.SendActivityAsync(new Activity(ActivityTypes.Event) { Name = ClaimEventNames.Proposal, Value = new JObject { ["action"] = "refund", ["reason"] = "Está roto." } }, cancellationToken);
        });
        var proposal = (await claim.UntilAsync(view => view.Proposals.Count > 0)).Proposals[0].Id;
        var desk = claim.Get<ClaimProposalDesk>();
        var (viewer, ana, root) = (new ClaimPerson("vera", "viewer", MayAct: false, IsAdministrator: false), new ClaimPerson("ana", "agent", MayAct: true, IsAdministrator: false), new ClaimPerson("root", "administrator", MayAct: true, IsAdministrator: true));

        (await desk.DismissAsync(claim.Account, claim.Claim, proposal, viewer, Cancel)).ShouldNotBeNull().Code.ShouldBe("claim.not-allowed");
        (await desk.DismissAsync(claim.Account, claim.Claim, "7:claim:1:nothing", ana, Cancel)).ShouldNotBeNull().Code.ShouldBe("claim.proposal-gone");
        (await claim.ViewAsync()).Proposals.ShouldHaveSingleItem();
        (await desk.DismissAsync(claim.Account, claim.Claim, proposal, ana, Cancel)).ShouldBeNull();
        (await desk.DismissAsync(claim.Account, claim.Claim, proposal, root, Cancel)).ShouldBeNull();

        var view = await claim.ViewAsync();
        view.Proposals.ShouldBeEmpty();
        view.Happenings.Single(happening => happening.Name == ClaimEventNames.ProposalDismissed).ShouldSatisfyAllConditions(
            happening => happening.Text.ShouldBe("refund"),
            happening => happening.By.ShouldBe("agent:ana"));
        (await claim.EntryAsync()).Entry.Cause.ShouldNotBe(InboxCause.Proposal);
        view.Acts.ShouldBeEmpty();
        claim.World.Journal.MoneyActions($"{claim.Claim}").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_return_has_no_messages_and_shows_where_it_is()
    {
        await using var claim = await ClaimRoute.StartAsync();
        claim.World.Claims.Returns.Start(claim.Claim);
        claim.World.Claims.Returns.Move(claim.Claim, ReturnStatuses.Shipped);
        await claim.LookAsync();

        var view = await claim.ViewAsync();

        view.Claim!.Return.ShouldNotBeNull().Status.ShouldBe(ReturnStatus.Shipped);
        view.Happenings.Select(happening => happening.Name).ShouldContain(ClaimEventNames.ReturnChanged);
    }

    [Fact]
    public async Task What_moderation_keeps_from_the_buyer_needs_a_person()
    {
        await using var claim = await ClaimRoute.StartAsync();
        claim.World.Claims.Change(claim.Claim, world => world with { ModerateNext = "OUT_OF_PLACE_LANGUAGE" });

        (await claim.Get<ClaimMessageDesk>().SendAsync(await claim.ViewAsync(), null, ["Sos un tramposo."], [], "send-1", "ana", Cancel)).IsDone.ShouldBeTrue();
        var view = await claim.UntilAsync(view => view.Messages.Any(message => message.State == MessageState.Moderated));

        view.Messages[^1].Moderation.ShouldBe("OUT_OF_PLACE_LANGUAGE");
        (await claim.EntryAsync()).Entry.Cause.ShouldBe(InboxCause.Refused);
    }

    // The index follows the store a moment later, and rings no bell of its own.
    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        while (!await condition()) await Task.Yield();
    }
}
