using System.Text.Json.Nodes;

namespace MeliBot.Simulator.Tests;

public sealed class ClaimControlTests
{
    [Fact]
    public async Task A_person_opens_a_claim_writes_disputes_decides_and_reopens_it()
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();

        var opened = await play.ControlAsync("claims", new JsonObject { ["orderId"] = order.Id, ["type"] = "mediations", ["reasonId"] = "PDD9549", ["text"] = "Vino rota" });
        var id = opened["claim"]!["id"]!.GetValue<long>();
        opened.Text("responsible").ShouldBe("seller");
        await play.ControlAsync($"claims/{id}/write", new JsonObject { ["text"] = "¿Hola?" });
        await play.ControlAsync($"claims/{id}/dispute", new JsonObject { ["by"] = "complainant" });
        await play.ControlAsync($"claims/{id}/write", new JsonObject { ["role"] = "mediator", ["text"] = "<p>Hola</p>", ["answerWithin"] = "48h" });
        (await play.ControlAsync($"claims/{id}/close", new JsonObject { ["reason"] = "no_bpp", ["benefited"] = "respondent" }))["claim"].Text("status").ShouldBe("closed");
        var again = await play.ControlAsync($"claims/{id}/reopen");

        again["claim"].Text("status").ShouldBe("opened");
        again["claim"]!["messages"]!.AsArray().Count.ShouldBe(3);
        (await play.SendAsync(HttpMethod.Get, "/_control/state")).Body!["claims"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_has_to_be_done_the_return_and_the_reputation_can_be_set()
    {
        await using var play = await Playground.StartFrozenAsync();
        var claim = play.Complain();

        await play.ControlAsync($"claims/{claim.Id}/require", new JsonObject { ["action"] = "allow_return", ["within"] = "5h" });
        play.Claim(claim.Id).Mandate.ShouldBe(new("respondent", "allow_return", play.World.Clock.GetUtcNow() + TimeSpan.FromHours(5)));
        await play.ControlAsync($"claims/{claim.Id}/reputation", new JsonObject { ["affects"] = "something_new" });
        await play.ControlAsync($"claims/{claim.Id}/return");
        await play.ControlAsync($"claims/{claim.Id}/return/move", new JsonObject { ["status"] = "lost_in_space" });

        (await play.ClaimAsync(claim.Id, "/affects-reputation")).Text("affects_reputation").ShouldBe("something_new");
        (await play.GetAsync($"/post-purchase/v2/claims/{claim.Id}/returns")).Body.Text("status").ShouldBe("lost_in_space");
    }

    [Fact]
    public async Task The_actions_a_seller_has_can_be_set_and_given_back_to_the_rules()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();
        var due = "2026-01-02T03:04:05+00:00";
        Task Patch(string body) => play.SendAsync(HttpMethod.Patch, $"/_control/claims/{claim.Id}", JsonNode.Parse(body));

        await Patch($$"""{"type":"something_new","sellerActions":[{"action":"fly","mandatory":true,"due":"{{due}}"}]}""");
        (await play.ActionsAsync(claim.Id)).ShouldBe(["fly"]);
        (await play.ClaimAsync(claim.Id)).Text("type").ShouldBe("something_new");
        await Patch("""{"type":"mediations","actionsByRule":true}""");
        (await play.ActionsAsync(claim.Id)).ShouldContain("refund");
    }

    [Fact]
    public async Task A_wish_that_cannot_be_met_is_explained()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();
        async Task<(int, string?)> Post(string path, JsonObject body)
        {
            var (status, reply) = await play.SendAsync(HttpMethod.Post, "/_control/" + path, body);
            return (status, reply.Text("message"));
        }

        (await Post("claims", new() { ["orderId"] = claim.OrderId, ["type"] = "return", ["text"] = "Hola" })).Item2!.ShouldBe("In stage claim of a return the complainant can't write. Leave the text out.");
        play.World.Claims.All.Count.ShouldBe(1);
        (await Post("claims", [])).ShouldBe((400, "Name the order, or seller and buyer."));
        (await Post($"claims/{claim.Id}/reopen", [])).ShouldBe((400, $"Claim {claim.Id} is open."));
        (await Post($"claims/{claim.Id}/return/move", new() { ["status"] = "shipped" })).Item2!.ShouldContain("has no return");
        (await Post($"claims/{claim.Id}/dance", [])).Item1.ShouldBe(404);
        (await Post("claims/7/dispute", [])).ShouldBe((400, "There is no claim 7."));
        (await Post($"claims/{claim.Id}/write", new() { ["role"] = "complainant", ["to"] = "mediator", ["text"] = "x" })).Item2!.ShouldContain("can't write to the mediator");
    }

    [Fact]
    public async Task A_read_can_lag_and_a_young_claim_can_be_missing_after_its_notice()
    {
        await using var play = await Playground.StartFrozenAsync();
        var claim = play.Complain();
        play.World.Clock.Advance(TimeSpan.FromSeconds(10));
        play.World.Claims.Talk.Write(claim.Id, "complainant", "¿Hola?");
        play.World.AddFault(new() { Kind = FaultKind.StaleRead, Endpoint = "GET /post-purchase/*", Lag = TimeSpan.FromSeconds(5), Count = 1 });

        (await play.ClaimAsync(claim.Id, "/messages")).AsArray().ShouldBeEmpty();
        (await play.ClaimAsync(claim.Id, "/messages")).AsArray().ShouldHaveSingleItem();
        play.World.AddFault(new() { Kind = FaultKind.NotFoundAfterNotice, Endpoint = "GET /post-purchase/*", Lag = TimeSpan.FromSeconds(5), Count = 1 });
        var old = play.World.Claims.Open(new() { OrderId = play.Buy().Id, Ago = TimeSpan.FromDays(400) });
        (await play.GetAsync($"/post-purchase/v1/claims/{old.Id}")).Status.ShouldBe(404);
        (await play.GetAsync($"/post-purchase/v1/claims/{old.Id}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Without_the_permission_for_communication_claims_are_closed_to_an_application()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();
        play.App.Communication = AccessLevel.Read;
        var reader = play.World.Grant(play.App.Id, play.Seller.Id).AccessToken;

        (await play.GetAsync($"/post-purchase/v1/claims/{claim.Id}", reader)).Status.ShouldBe(200);
        var (status, body) = await play.PostAsync(claim.Id, "expected-resolutions/refund", token: reader);
        (status, body.Text("blocked_by")).ShouldBe((403, "PolicyAgent"));
        play.Claim(claim.Id).IsOpen.ShouldBeTrue();
    }
}
