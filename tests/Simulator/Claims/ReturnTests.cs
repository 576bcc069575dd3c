using System.Text.Json.Nodes;

namespace MeliBot.Simulator.Tests;

public sealed class ReturnTests
{
    [Fact]
    public async Task An_allowed_return_has_a_label_moves_and_a_good_review_ends_it()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();

        (await play.PostAsync(claim.Id, "expected-resolutions/allow-return")).Status.ShouldBe(201);

        (await play.ClaimAsync(claim.Id))["related_entities"]![0]!.GetValue<string>().ShouldBe("return");
        var back = await ReturnAsync(play, claim.Id);
        (back.Text("status"), back.Text("status_money"), back.Text("refund_at")).ShouldBe(("label_generated", "retained", "delivered"));
        back["resources"]![0]!["resource_id"]!.GetValue<string>().ShouldBe($"{claim.Id}");
        back["orders"]![0]!["order_id"]!.GetValue<long>().ShouldBe(claim.OrderId!.Value);
        (await play.ActionsAsync(claim.Id)).ShouldNotContain("allow_return");
        play.World.Claims.Returns.Move(claim.Id, "shipped");
        (await ReturnAsync(play, claim.Id))["shipments"]![0].Text("tracking_number")!.ShouldStartWith("XX");
        play.World.Claims.Returns.Move(claim.Id, "delivered");
        (await play.ActionsAsync(claim.Id)).ShouldContain("return_review_ok");

        var (status, _) = await ReviewAsync(play, back["id"]!.GetValue<long>(), new JsonObject());
        status.ShouldBe(201);
        play.Claim(claim.Id).Resolution!.Reason.ShouldBe("item_returned");
        (await ReturnAsync(play, claim.Id)).Text("status_money").ShouldBe("refunded");
        play.World.Journal.MoneyActions($"{claim.Id}").Select(e => e.Kind).ShouldBe([EffectKinds.ClaimReturn, EffectKinds.ClaimReview]);
    }

    [Fact]
    public async Task A_failed_review_names_a_reason_and_goes_to_a_mediator()
    {
        await using var play = await Playground.StartAsync();
        var claim = Delivered(play);
        var id = claim.Return!.Id;
        (await play.GetAsync($"/post-purchase/v1/returns/{id}/reviews")).Body.Text("message").ShouldBe("return review not found");
        var file = (await ClaimTalkTests.UploadAsync(play, claim.Id, "returns/attachments", "rota.png", [1])).Body.Text("file_name");

        var (status, _) = await ReviewAsync(play, id, new JsonArray(new JsonObject { ["reason"] = "SRF2", ["message"] = "Volvió rota", ["attachments"] = new JsonArray(file), ["order_id"] = claim.OrderId }));

        status.ShouldBe(201);
        play.Claim(claim.Id).Stage.ShouldBe("dispute");
        var review = (await play.GetAsync($"/post-purchase/v1/returns/{id}/reviews")).Body!["reviews"]![0]!["resource_reviews"]![0]!;
        (review.Text("seller_status"), review.Text("seller_reason")).ShouldBe(("failed", "SRF2"));
        (await play.ClaimAsync(claim.Id))["related_entities"]!.AsArray().Select(e => e!.GetValue<string>()).ShouldBe(["return", "reviews"]);
        (await ReviewAsync(play, id, new JsonObject())).Body.Text("message").ShouldBe("Not valid action return_review_ok for player role respondent");
    }

    [Fact]
    public async Task Who_does_not_look_in_three_days_has_found_it_well()
    {
        await using var play = await Playground.StartFrozenAsync();
        var claim = Delivered(play);

        play.World.Clock.Advance(TimeSpan.FromDays(3));

        play.Claim(claim.Id).Resolution!.Reason.ShouldBe("item_returned");
        play.World.Journal.Accepted(EffectKinds.MandateMissed, $"{claim.Id}").ShouldHaveSingleItem().Text.ShouldBe("return_review");
    }

    [Fact]
    public async Task A_parcel_that_is_never_handed_over_expires_and_the_seller_keeps_the_money()
    {
        await using var play = await Playground.StartFrozenAsync();
        var claim = play.Complain("PDD9939", type: ClaimTypes.Return);
        play.World.Claims.Returns.Start(claim.Id);

        play.World.Clock.Advance(TimeSpan.FromDays(10));

        var ended = play.Claim(claim.Id);
        (ended.Resolution!.Reason, ended.Return!.Status, ended.Return.Money).ShouldBe(("return_expired", "expired", "available"));
        play.World.Journal.Accepted(EffectKinds.MoneyReturned).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_return_that_pays_when_it_is_shipped_pays_once()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain("PDD9939", type: ClaimTypes.Return);
        play.World.Claims.Returns.Start(claim.Id, refundAt: "shipped");
        play.World.Claims.Returns.Move(claim.Id, "shipped");
        play.World.Claims.Returns.Move(claim.Id, "delivered");

        (await ReviewAsync(play, play.Claim(claim.Id).Return!.Id, new JsonObject())).Status.ShouldBe(201);

        play.World.Journal.Accepted(EffectKinds.MoneyReturned, $"{claim.Id}").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_warehouse_looks_first_where_the_sale_was_fulfilled_by_the_platform()
    {
        await using var play = await Playground.StartAsync();
        var order = play.World.Sales.Buy(new() { BuyerId = play.Buyer.Id, Lines = [new(play.Item.Id)], LogisticType = "fulfillment" })[0];
        var claim = play.World.Claims.Open(new() { OrderId = order.Id, Type = ClaimTypes.Return });
        play.World.Claims.Returns.Start(claim.Id);

        var back = await ReturnAsync(play, claim.Id);
        back["shipments"]![0]!["destination"].Text("name").ShouldBe("warehouse");
        back["intermediate_check"]!.GetValue<bool>().ShouldBeTrue();
        play.World.Claims.Returns.Triage(claim.Id, "unsaleable", "buyer");
        back = await ReturnAsync(play, claim.Id);
        back["shipments"]!.AsArray().Select(s => s.Text("type")).ShouldBe(["return", "return_from_triage"]);
        back["related_entities"]![0]!.GetValue<string>().ShouldBe("reviews");
    }

    [Fact]
    public async Task Errors_of_returns_carry_their_status_as_a_code()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();

        (await play.GetAsync("/post-purchase/v2/claims/9999999999999/returns")).Body!.ToJsonString().ShouldBe("""{"code":404,"error":"not_found_error","message":"Claim not found. claimId: 9999999999999","cause":null}""");
        (await play.GetAsync($"/post-purchase/v2/claims/{claim.Id}/returns")).Status.ShouldBe(404);
        (await play.GetAsync($"/post-purchase/v1/returns/reasons?flow=invalid_flow&claim_id={claim.Id}")).Body.Text("message").ShouldBe($"flow: invalid_flow does not exist. claimId: {claim.Id}");
        (await play.GetAsync($"/post-purchase/v1/returns/reasons?flow=seller_return_failed&claim_id={claim.Id}")).Body!.AsArray().Select(r => r.Text("id")).ShouldBe(["SRF2", "SRF3", "SRF4", "SRF5", "SRF6", "SRF7"]);
        (await play.ClaimAsync(claim.Id, "/charges/return-cost?calculate_amount_usd=true")).AsObject().Select(p => p.Key).ShouldBe(["currency_id", "amount", "amount_usd"]);
    }

    private static WorldClaim Delivered(Playground play)
    {
        var claim = play.Complain();
        play.World.Claims.Returns.Start(claim.Id);
        play.World.Claims.Returns.Move(claim.Id, "shipped");
        return play.World.Claims.Returns.Move(claim.Id, "delivered");
    }

    private static async Task<JsonNode> ReturnAsync(Playground play, long claim) => (await play.GetAsync($"/post-purchase/v2/claims/{claim}/returns")).Body!;

    private static Task<(int Status, JsonNode? Body)> ReviewAsync(Playground play, long id, JsonNode body) =>
        play.SendAsync(HttpMethod.Post, $"/post-purchase/v1/returns/{id}/return-review", body);
}
