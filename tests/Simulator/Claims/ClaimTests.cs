using System.Text.Json.Nodes;

namespace MeliBot.Simulator.Tests;

public sealed class ClaimTests
{
    [Fact]
    public async Task A_claim_reads_as_documented_with_the_mandatory_answer_and_its_date()
    {
        await using var play = await Playground.StartFrozenAsync();
        var order = play.Buy();
        var id = play.World.Claims.Open(new() { OrderId = order.Id, ReasonId = "PDD9549" }).Id;

        var claim = await play.ClaimAsync(id);

        claim["id"]!.GetValue<long>().ShouldBe(id);
        (claim.Text("type"), claim.Text("stage"), claim.Text("status"), claim.Text("resource"), claim.Text("reason_id")).ShouldBe(("mediations", "claim", "opened", "order", "PDD9549"));
        claim["resource_id"]!.GetValue<long>().ShouldBe(order.Id);
        claim["claim_version"]!.ToJsonString().ShouldBe("2.0");
        claim["resolution"].ShouldBeNull();
        claim["related_entities"]!.AsArray().ShouldBeEmpty();
        claim["players"]!.AsArray().Select(p => p.Text("role")).ShouldBe(["complainant", "respondent"]);
        var must = ClaimPlay.Seller(claim)["available_actions"]!.AsArray().Single(a => a!["mandatory"]!.GetValue<bool>());
        must.Text("action").ShouldBe("send_message_to_complainant");
        must.Text("due_date").ShouldBe("2026-11-26T08:00:00.000-04:00");
    }

    [Theory]
    [InlineData(ClaimTypes.Mediations, "PDD9549", "send_message_to_complainant,send_attachments,refund,open_dispute,allow_return,allow_partial_refund,allow_replace")]
    [InlineData(ClaimTypes.Mediations, "PNR9501", "send_message_to_complainant,send_attachments,refund,open_dispute,send_potential_shipping,add_shipping_evidence,send_tracking_number")]
    [InlineData(ClaimTypes.Service, "CS9531", "send_message_to_complainant,send_attachments,refund,open_dispute")]
    [InlineData(ClaimTypes.Change, "PDD9551", "send_message_to_complainant,send_attachments,refund")]
    [InlineData(ClaimTypes.Return, "PDD9939", "")]
    [InlineData(ClaimTypes.Fulfillment, "PDD9549", "")]
    [InlineData(ClaimTypes.MlCase, "PDD9549", "")]
    [InlineData(ClaimTypes.CancelPurchase, "CS9531", "")]
    [InlineData(ClaimTypes.CancelSale, "CS9532", "")]
    [InlineData("something_new", "ZZZ1", "send_message_to_complainant,send_attachments")]
    public async Task What_the_seller_may_do_follows_from_type_and_reason(string type, string reason, string actions)
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain(reason, type: type);

        (await play.ActionsAsync(claim.Id)).ShouldBe(actions.Split(',', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Fact]
    public async Task The_detail_says_who_must_act_in_the_sites_language()
    {
        await using var play = await Playground.StartFrozenAsync();
        var claim = play.Complain("PNR9501");

        var detail = await play.ClaimAsync(claim.Id, "/detail");
        detail.Text("action_responsible").ShouldBe("seller");
        detail.Text("description")!.ShouldContain("26 de noviembre");
        detail.Text("problem")!.ShouldContain("No recibí el producto");
        play.World.Claims.Dispute(claim.Id);
        (await play.ClaimAsync(claim.Id, "/detail")).Text("action_responsible").ShouldBe("mediator");
    }

    [Fact]
    public async Task Reasons_have_their_group_and_triage_and_unknown_ones_are_missing()
    {
        await using var play = await Playground.StartAsync();

        var reason = (await play.GetAsync("/post-purchase/v1/claims/reasons/PDD9939")).Body!;
        reason["settings"]!["rules_engine_triage"]!.AsArray().Single()!.GetValue<string>().ShouldBe("repentant");
        (await play.GetAsync("/post-purchase/v1/claims/reasons/PNR9502")).Body!["filter"]!["group"].ShouldBeNull();
        (await play.GetAsync("/post-purchase/v1/claims/reasons/ZZZ1")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_open_claim_blocks_the_sales_messages_and_its_end_frees_them()
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();
        play.World.Messages.WriteAsBuyer(order.Id, "Hola");
        var first = play.World.Claims.Open(new() { OrderId = order.Id });
        var second = play.World.Claims.Open(new() { OrderId = order.Id, ReasonId = "PDD9542" });

        var (status, body) = await play.WriteAsync(order.Id, "Buenas");
        (status, body.Text("message")).ShouldBe((403, "You can not send the message because a mediation is in process"));
        (await play.ThreadAsync(order.Id))["conversation_status"]!["claim_ids"]!.AsArray().Select(c => c!.GetValue<long>()).ShouldBe([first.Id, second.Id]);
        play.World.Claims.Close(first.Id, "no_bpp");
        (await play.WriteAsync(order.Id, "Buenas")).Status.ShouldBe(403);
        play.World.Claims.Close(second.Id, "no_bpp");
        (await play.WriteAsync(order.Id, "Buenas")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task The_order_is_tagged_and_names_its_claims()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();
        async Task<JsonNode> Order() => (await play.GetAsync($"/orders/{claim.OrderId}")).Body!;

        var opened = await Order();
        opened["tags"]!.AsArray().Select(t => t!.GetValue<string>()).ShouldContain("claim_opened");
        opened["mediations"]![0]!["id"]!.GetValue<long>().ShouldBe(claim.Id);
        play.World.Claims.Close(claim.Id, "no_bpp");
        (await Order())["tags"]!.AsArray().Select(t => t!.GetValue<string>()).ShouldContain("claim_closed");
    }

    [Fact]
    public async Task A_seller_who_lets_the_date_pass_loses_and_the_money_goes_back()
    {
        await using var play = await Playground.StartFrozenAsync(options => options.AccessTokenLife = TimeSpan.FromDays(30));
        var claim = play.Complain();

        play.World.Clock.Advance(TimeSpan.FromDays(3));

        var closed = await play.ClaimAsync(claim.Id);
        closed.Text("status").ShouldBe("closed");
        closed["resolution"].Text("reason").ShouldBe("respondent_timeout");
        closed["resolution"]!["benefited"]![0]!.GetValue<string>().ShouldBe("complainant");
        play.World.Journal.Accepted(EffectKinds.MandateMissed, $"{claim.Id}").ShouldHaveSingleItem().Text.ShouldBe("send_message_to_complainant");
        play.World.Journal.Accepted(EffectKinds.MoneyReturned, $"{claim.Id}").ShouldHaveSingleItem().Amount.ShouldBe(play.World.Sales.Order(claim.OrderId!.Value)!.Total);
        play.World.Journal.MoneyActions().ShouldBeEmpty();
        play.World.Sales.Order(claim.OrderId.Value)!.Payment!.Status.ShouldBe("refunded");
    }

    [Fact]
    public async Task A_buyer_who_never_answers_lets_the_claim_end_for_the_seller()
    {
        await using var play = await Playground.StartFrozenAsync();
        var claim = play.Complain(text: "Vino roto");

        (await play.SayAsync(claim.Id, "complainant", "Te ayudo.")).Status.ShouldBe(201);
        (await play.ClaimAsync(claim.Id, "/detail")).Text("action_responsible").ShouldBe("buyer");
        play.World.Clock.Advance(TimeSpan.FromDays(5));

        play.Claim(claim.Id).Resolution!.Reason.ShouldBe("timeout");
        play.World.Journal.Accepted(EffectKinds.MoneyReturned).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_in_time_moves_the_date_to_the_buyer_and_the_buyers_word_moves_it_back()
    {
        await using var play = await Playground.StartFrozenAsync();
        var claim = play.Complain();

        await play.SayAsync(claim.Id, "complainant", "Te ayudo.");
        play.Claim(claim.Id).Mandate!.Role.ShouldBe("complainant");
        play.World.Claims.Talk.Write(claim.Id, "complainant", "No me sirve");
        play.Claim(claim.Id).Mandate.ShouldBe(new("respondent", "send_message_to_complainant", play.World.Clock.GetUtcNow() + TimeSpan.FromDays(3)));
        play.World.Clock.Advance(TimeSpan.FromDays(2));
        play.Claim(claim.Id).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task A_date_that_had_passed_when_it_was_set_stays()
    {
        await using var play = await Playground.StartFrozenAsync();
        var claim = play.World.Claims.Open(new() { OrderId = play.Buy().Id, DueIn = TimeSpan.FromHours(-5) });

        play.World.Clock.Advance(TimeSpan.FromDays(9));

        play.Claim(claim.Id).IsOpen.ShouldBeTrue();
        play.Claim(claim.Id).Mandate!.Due.ShouldBeLessThan(claim.Created);
    }

    [Fact]
    public async Task A_claim_opens_again_without_its_resolution_and_both_histories_tell_it()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();
        play.World.Claims.Close(claim.Id, "worked_out_with_seller", by: "complainant");

        play.World.Claims.Reopen(claim.Id);

        var again = await play.ClaimAsync(claim.Id);
        again.Text("status").ShouldBe("opened");
        again["resolution"].ShouldBeNull();
        (await play.ActionsAsync(claim.Id)).ShouldContain("refund");
        (await play.ClaimAsync(claim.Id, "/status-history")).AsArray().Select(s => s.Text("status")).ShouldBe(["opened", "closed", "opened"]);
        (await play.ClaimAsync(claim.Id, "/actions-history")).AsArray().Select(a => a.Text("action_name")).ShouldBe(["reopen_claim", "close_claim", "open_claim"]);
    }

    [Fact]
    public async Task Who_cancels_a_sale_is_the_complainant_and_it_closes_with_no_resolution()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain("CS9532", type: ClaimTypes.CancelSale);
        play.World.Claims.Close(claim.Id, "", without: true);

        var body = await play.ClaimAsync(claim.Id);
        ClaimPlay.Seller(body).Text("role").ShouldBe("complainant");
        body["resolution"].ShouldBeNull();
        (body.Text("stage"), body.Text("status")).ShouldBe(("none", "closed"));
    }

    [Fact]
    public async Task The_mediator_is_there_in_a_dispute_but_not_in_a_search_and_not_where_it_hides()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();
        play.World.Claims.Dispute(claim.Id);
        async Task<int> Players() => (await play.ClaimAsync(claim.Id))["players"]!.AsArray().Count;

        (await Players()).ShouldBe(3);
        var found = (await play.GetAsync($"/post-purchase/v1/claims/search?id={claim.Id}")).Body!["data"]![0]!;
        found["players"]!.AsArray().Count.ShouldBe(2);
        found.AsObject().ContainsKey("related_entities").ShouldBeFalse();
        play.World.Claims.Change(claim.Id, c => c with { HidesMediator = true });
        (await Players()).ShouldBe(2);
    }

    [Fact]
    public async Task Solving_it_within_48_hours_spares_the_reputation_and_later_does_not()
    {
        await using var play = await Playground.StartFrozenAsync(options => options.AccessTokenLife = TimeSpan.FromDays(30));
        var (quick, late, lost) = (play.Complain(), play.Complain(), play.Complain());
        async Task<(string?, string?)> Reputation(WorldClaim claim)
        {
            var body = await play.ClaimAsync(claim.Id, "/affects-reputation");
            return (body.Text("affects_reputation"), body.Text("has_incentive"));
        }

        (await Reputation(quick)).ShouldBe(("affected", "true"));
        await play.PostAsync(quick.Id, "expected-resolutions/refund");
        (await Reputation(quick)).ShouldBe(("not_affected", "false"));
        play.World.Clock.Advance(TimeSpan.FromHours(49));
        (await Reputation(late)).ShouldBe(("affected", "false"));
        await play.PostAsync(late.Id, "expected-resolutions/refund");
        (await Reputation(late)).ShouldBe(("affected", "false"));
        play.World.Claims.Close(lost.Id, "coverage_decision", "complainant", coverage: true);
        (await Reputation(lost)).ShouldBe(("not_affected", "false"));
        (await Reputation(play.Complain("PDD9939"))).ShouldBe(("not_applies", "false"));
    }

    [Fact]
    public async Task A_claim_of_an_order_that_nobody_knows_names_it_all_the_same()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.World.Claims.Open(new() { SellerId = play.Seller.Id, BuyerId = play.Buyer.Id, ResourceId = 2_000_000_000_000_007, NoReason = true });

        var body = await play.ClaimAsync(claim.Id);
        body["resource_id"]!.GetValue<long>().ShouldBe(2_000_000_000_000_007);
        body["reason_id"].ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => play.World.Claims.Open(new() { OrderId = 7 })).Message.ShouldContain("There is no order 7");
    }

    [Fact]
    public async Task What_is_not_the_sellers_or_not_there_is_refused_in_these_words()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();
        var stranger = play.World.Grant(play.App.Id, play.World.CreateSeller().Id).AccessToken;

        var (status, body) = await play.GetAsync($"/post-purchase/v1/claims/{claim.Id}", stranger);
        (status, body.Text("error"), body.Text("message")).ShouldBe((403, "forbidden_error", "You don't have permission to access the resource"));
        (status, body) = await play.GetAsync("/post-purchase/v1/claims/1");
        (status, body.Text("error"), body.Text("message")).ShouldBe((404, "business_logic_error", "Resource not found"));
        (status, body) = await play.GetAsync($"/post-purchase/v1/claims/{claim.Id}", "nobody");
        (status, body.Text("error"), body.Text("message")).ShouldBe((401, "unauthorized_request_error", "user not authorized"));
    }

    [Fact]
    public async Task Its_notices_name_the_claim_with_a_leading_slash_and_without_for_others_acts_and_our_own()
    {
        await using var play = await Playground.StartAsync();
        await using var mailbox = await Mailbox.StartAsync();
        play.World.Subscribe(play.App.Id, mailbox.Url, "post_purchase");
        var claim = play.Complain(text: "Vino roto");
        await play.SayAsync(claim.Id, "complainant", "Te ayudo.");
        for (var i = 0; i < 12; i++) play.World.Claims.Touch(claim.Id);

        var notices = await mailbox.WaitAsync(15);

        notices.Select(n => n.Text("topic")).Distinct().ShouldBe(["post_purchase"]);
        notices.Select(n => n.Text("resource")).Distinct().ShouldBe([$"/post-purchase/v1/claims/{claim.Id}", $"post-purchase/v1/claims/{claim.Id}"], ignoreOrder: true);
        notices.Select(n => n["actions"]![0]!.GetValue<string>()).Distinct().ShouldBe(["claims", "claims_actions"], ignoreOrder: true);
    }
}
