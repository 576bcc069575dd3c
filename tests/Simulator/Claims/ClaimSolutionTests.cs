using System.Text.Json.Nodes;

namespace MeliBot.Simulator.Tests;

public sealed class ClaimSolutionTests
{
    [Fact]
    public async Task A_refund_closes_the_claim_once_and_the_journal_names_caller_and_amount()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();
        var total = play.World.Sales.Order(claim.OrderId!.Value)!.Total;

        (await play.PostAsync(claim.Id, "expected-resolutions/refund")).Status.ShouldBe(201);
        var (status, body) = await play.PostAsync(claim.Id, "expected-resolutions/refund");

        (status, body.Text("message"), body.Text("error")).ShouldBe((400, "Action refund not available for player", "bad_request_error"));
        var resolution = (await play.ClaimAsync(claim.Id))["resolution"]!;
        (resolution.Text("reason"), resolution.Text("closed_by"), resolution["benefited"]![0]!.GetValue<string>()).ShouldBe(("payment_refunded", "respondent", "complainant"));
        var act = play.World.Journal.MoneyActions($"{claim.Id}").ShouldHaveSingleItem();
        (act.Kind, act.By, act.UserId, act.Amount).ShouldBe((EffectKinds.ClaimRefund, $"app:{play.App.Id}", play.Seller.Id, total));
        play.World.Journal.Accepted(EffectKinds.MoneyReturned, $"{claim.Id}").ShouldHaveSingleItem().Amount.ShouldBe(total);
        (await play.SendAsync(HttpMethod.Get, "/_control/journal/money")).Body![$"{claim.Id}"]!["count"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"percentage":30}""", 30)]
    [InlineData("""{"percentage":30.0}""", 30)]
    [InlineData("{}", 50)]
    public async Task A_partial_refund_is_an_offer_and_without_percentage_it_is_half(string body, int percentage)
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();
        var offers = await play.ClaimAsync(claim.Id, "/partial-refund/available-offers");
        var offered = offers["available_offers"]!.AsArray().Single(o => o!["percentage"]!.GetValue<decimal>() == percentage)!["amount"]!.GetValue<decimal>();

        var (status, reply) = await play.PostAsync(claim.Id, "expected-resolutions/partial-refund", JsonNode.Parse(body));

        status.ShouldBe(201);
        reply!.AsArray()[^1]!["detail"]!.AsArray().Select(d => d.Text("value")).First().ShouldBe($"{percentage}.0");
        play.World.Journal.MoneyActions($"{claim.Id}").ShouldHaveSingleItem().Amount.ShouldBe(offered);
        play.World.Journal.Accepted(EffectKinds.MoneyReturned).ShouldBeEmpty();
        (await play.ActionsAsync(claim.Id)).ShouldNotContain("allow_partial_refund");
        play.World.Claims.Solutions.Answer(claim.Id, accept: true);
        play.World.Journal.Accepted(EffectKinds.MoneyReturned).ShouldHaveSingleItem().Amount.ShouldBe(offered);
        play.Claim(claim.Id).Resolution!.Reason.ShouldBe("partial_refunded");
        play.World.Sales.Order(claim.OrderId!.Value)!.Payment!.Detail.ShouldBe("partially_refunded");
    }

    [Theory]
    [InlineData(100, "Percentage not found 100.0")]
    [InlineData(35, "Percentage not found 35.0")]
    public async Task Other_percentages_are_never_offered_and_all_of_it_least(int percentage, string message)
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();

        var (status, body) = await play.PostAsync(claim.Id, "expected-resolutions/partial-refund", new JsonObject { ["percentage"] = percentage });

        (status, body.Text("message"), body.Text("error")).ShouldBe((400, message, "error checking configuration percentage"));
        (await play.ClaimAsync(claim.Id, "/partial-refund/available-offers"))["available_offers"]!.AsArray().ShouldNotContain(o => o!["percentage"]!.GetValue<decimal>() == percentage);
    }

    [Fact]
    public async Task A_part_is_offered_only_for_what_came_and_is_to_go_back()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain("PNR9501");

        var (status, body) = await play.PostAsync(claim.Id, "expected-resolutions/partial-refund");
        (status, body.Text("error")).ShouldBe((400, "bad_request"));
        (await play.GetAsync($"/post-purchase/v1/claims/{claim.Id}/partial-refund/available-offers")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task A_refused_offer_leaves_the_claim_open_and_asks_the_seller_again()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();
        await play.PostAsync(claim.Id, "expected-resolutions/partial-refund");

        play.World.Claims.Solutions.Answer(claim.Id, accept: false);

        (await play.ClaimAsync(claim.Id, "/expected-resolutions")).AsArray().Select(e => (e.Text("expected_resolution"), e.Text("status"))).ShouldBe([("return_product", "pending"), ("partial_refund", "rejected")]);
        play.Claim(claim.Id).Mandate!.Role.ShouldBe("respondent");
        (await play.ActionsAsync(claim.Id)).ShouldContain("allow_partial_refund");
    }

    [Fact]
    public async Task A_dispute_answers_with_the_claim_and_can_be_opened_once()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();

        var (status, body) = await play.PostAsync(claim.Id, "actions/open-dispute");

        (status, body.Text("stage")).ShouldBe((200, "dispute"));
        body!["players"]!.AsArray().Count.ShouldBe(3);
        (await play.PostAsync(claim.Id, "actions/open-dispute")).Status.ShouldBe(400);
        (await play.ClaimAsync(claim.Id, "/status-history")).AsArray().Select(s => (s.Text("stage"), s.Text("change_by"))).ShouldBe([("dispute", "respondent"), ("claim", "complainant")]);
        play.World.Journal.Accepted(EffectKinds.ClaimDispute, $"{claim.Id}").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_replacement_becomes_a_change_when_the_buyer_takes_it()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain("PDD9551");

        (await play.PostAsync(claim.Id, "expected-resolutions/allow-replace")).Status.ShouldBe(201);
        (await play.ClaimAsync(claim.Id, "/changes"))["data"]!.AsArray().ShouldBeEmpty();
        play.World.Claims.Solutions.Answer(claim.Id, accept: true);

        var changed = await play.ClaimAsync(claim.Id);
        (changed.Text("type"), changed["related_entities"]![0]!.GetValue<string>()).ShouldBe(("change", "change"));
        (await play.ClaimAsync(claim.Id, "/changes"))["data"]![0].Text("status").ShouldBe("pending");
        play.World.Claims.Returns.MoveChange(claim.Id, "changed");
        play.Claim(claim.Id).Resolution!.Reason.ShouldBe("item_changed");
    }

    [Fact]
    public async Task Evidence_of_the_shipping_is_for_what_did_not_arrive()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain("PNR9501");
        var proof = new JsonObject { ["type"] = "shipping_evidence", ["shipping_method"] = "mail", ["shipping_company_name"] = "Correo Ejemplo", ["tracking_number"] = "XX1YY" };

        (await play.PostAsync(claim.Id, "actions/evidences", proof.DeepClone())).Status.ShouldBe(201);
        (await play.PostAsync(claim.Id, "evidences", JsonNode.Parse("""{"type":"handling_shipping_evidence","handling_date":"2026-12-13"}"""))).Status.ShouldBe(201);
        (await play.PostAsync(claim.Id, "actions/evidences", JsonNode.Parse("""{"type":"shipping_evidence","shipping_method":"pigeon"}"""))).Body.Text("message").ShouldBe("Invalid shipping_method pigeon");

        (await play.ClaimAsync(claim.Id, "/evidences")).AsArray().Select(e => (e.Text("type"), e.Text("tracking_number") ?? e.Text("handling_date")))
            .ShouldBe([("shipping_evidence", "XX1YY"), ("handling_shipping_evidence", "2026-12-13")]);
        play.Claim(claim.Id).Mandate.ShouldBeNull();
        (await play.PostAsync(play.Complain().Id, "actions/evidences", proof)).Body.Text("message").ShouldBe("Action add_shipping_evidence not available for player");
    }

    [Fact]
    public async Task The_mediator_decides_and_who_pays_follows()
    {
        await using var play = await Playground.StartAsync();
        var (covered, lost, won) = (play.Complain(), play.Complain(), play.Complain());
        foreach (var claim in new[] { covered, lost, won }) play.World.Claims.Dispute(claim.Id);

        play.World.Claims.Close(covered.Id, "coverage_decision", "complainant", coverage: true);
        play.World.Claims.Close(lost.Id, "payment_refunded", "complainant");
        play.World.Claims.Close(won.Id, "no_bpp", "respondent");

        (await play.ClaimAsync(covered.Id))["resolution"]!["applied_coverage"]!.GetValue<bool>().ShouldBeTrue();
        play.World.Journal.Accepted(EffectKinds.MoneyReturned).Select(e => e.Key).ShouldBe([$"{lost.Id}"]);
    }

    [Fact]
    public async Task What_the_seller_does_on_the_site_is_no_applications()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();

        await play.ControlAsync($"claims/{claim.Id}/elsewhere", new JsonObject { ["action"] = "write", ["text"] = "Lo vemos." });
        await play.ControlAsync($"claims/{claim.Id}/elsewhere", new JsonObject { ["action"] = "refund" });

        play.World.Journal.MoneyActions().ShouldBeEmpty();
        play.World.Journal.Accepted(EffectKinds.ClaimRefund, $"{claim.Id}").ShouldHaveSingleItem().By.ShouldBe("elsewhere");
        (await play.ClaimAsync(claim.Id, "/messages")).AsArray().ShouldHaveSingleItem().Text("message").ShouldBe("Lo vemos.");
    }
}
