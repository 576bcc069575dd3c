using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator.Tests;

public sealed class ClaimTalkTests
{
    [Fact]
    public async Task Messages_are_a_bare_array_newest_first_each_with_its_hash()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain(text: "Vino roto");

        var (status, body) = await play.SayAsync(claim.Id, "complainant", "Te ayudo.");

        (status, body!.GetValue<string>()).ShouldBe((201, "status 201 created"));
        var messages = (await play.ClaimAsync(claim.Id, "/messages")).AsArray();
        messages.Select(m => m.Text("message")).ShouldBe(["Te ayudo.", "Vino roto"]);
        messages.Select(m => (m.Text("sender_role"), m.Text("receiver_role"), m.Text("stage"))).ShouldBe([("respondent", "complainant", "claim"), ("complainant", "respondent", "claim")]);
        messages[1].Text("hash")!.ShouldStartWith($"{claim.Id}_0_");
        messages[0].Text("hash").ShouldNotBe(messages[1].Text("hash"));
        play.World.Journal.AcceptedPerKey(EffectKinds.ClaimMessage)[$"{claim.Id}"].ShouldBe(1);
    }

    [Fact]
    public async Task Older_claims_have_no_hash_and_some_worlds_page_their_messages()
    {
        await using var play = await Playground.StartAsync(options => options.Claims.PagedMessages = true);
        var claim = play.World.Claims.Open(new() { OrderId = play.Buy().Id, Text = "Hola", Hashless = true });

        var messages = await play.ClaimAsync(claim.Id, "/messages");
        messages["paging"]!["total"]!.GetValue<int>().ShouldBe(1);
        messages["data"]![0]!.AsObject().ContainsKey("hash").ShouldBeFalse();
    }

    [Theory]
    [InlineData("claim", "mediator")]
    [InlineData("dispute", "complainant")]
    [InlineData("recontact", "complainant")]
    [InlineData("none", "complainant")]
    [InlineData("something_new", "complainant")]
    public async Task Nobody_may_write_to_whom_the_stage_forbids_and_the_journal_says_so(string stage, string to)
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();
        play.World.Claims.SetStage(claim.Id, stage);

        var (status, body) = await play.SayAsync(claim.Id, to, "Hola");

        (status, body.Text("message"), body.Text("error")).ShouldBe((400, $"Action send_message_to_{to} not available for player", "bad_request_error"));
        play.World.Journal.Refused(EffectKinds.ClaimMessage, $"{claim.Id}").ShouldHaveSingleItem().Refusal.ShouldBe("stage_forbids");
        play.Claim(claim.Id).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_dispute_the_mediator_hears_the_seller_and_may_write_html_with_a_date()
    {
        await using var play = await Playground.StartFrozenAsync();
        var claim = play.Complain();
        play.World.Claims.Dispute(claim.Id);

        (await play.SayAsync(claim.Id, "mediator", "Adjunto la guía.")).Status.ShouldBe(201);
        play.World.Claims.Talk.Write(claim.Id, "mediator", "<p>Necesitamos <b>la factura</b>.</p>", answerWithin: TimeSpan.FromHours(48));

        var messages = (await play.ClaimAsync(claim.Id, "/messages")).AsArray();
        (messages[0].Text("sender_role"), messages[0].Text("message")).ShouldBe(("mediator", "<p>Necesitamos <b>la factura</b>.</p>"));
        var must = ClaimPlay.Seller(await play.ClaimAsync(claim.Id))["available_actions"]!.AsArray().Single(a => a!["mandatory"]!.GetValue<bool>());
        must.Text("action").ShouldBe("send_message_to_mediator");
        (await play.SayAsync(claim.Id, "mediator", "Va la factura.")).Status.ShouldBe(201);
        play.Claim(claim.Id).Mandate.ShouldBeNull();
    }

    [Fact]
    public async Task A_moderated_message_is_seen_by_its_author_alone_and_answers_nobody()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();

        (await play.SayAsync(claim.Id, "complainant", "no seas idiota")).Status.ShouldBe(201);
        play.World.Claims.Talk.Write(claim.Id, "complainant", "otra cosa", moderated: true);

        var message = (await play.ClaimAsync(claim.Id, "/messages")).AsArray().ShouldHaveSingleItem();
        (message.Text("status"), message!["message_moderation"].Text("reason")).ShouldBe(("moderated", "OUT_OF_PLACE_LANGUAGE"));
        play.Claim(claim.Id).Mandate!.Role.ShouldBe("respondent");
    }

    [Fact]
    public async Task A_return_and_a_closed_claim_take_no_message()
    {
        await using var play = await Playground.StartAsync();
        var back = play.Complain("PDD9939", type: ClaimTypes.Return);
        var closed = play.Complain();
        play.World.Claims.Close(closed.Id, "no_bpp");

        (await play.SayAsync(back.Id, "complainant", "Hola")).Status.ShouldBe(400);
        (await play.ClaimAsync(back.Id, "/messages")).AsArray().ShouldBeEmpty();
        (await play.SayAsync(closed.Id, "complainant", "Hola")).Status.ShouldBe(400);
        play.World.Journal.Refused(EffectKinds.ClaimMessage, $"{closed.Id}").ShouldHaveSingleItem().Refusal.ShouldBe("bad_request_error");
    }

    [Fact]
    public async Task Files_are_uploaded_first_and_read_back()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();

        var (status, uploaded) = await UploadAsync(play, claim.Id, "attachments", "guia-1.pdf", [1, 2, 3]);
        status.ShouldBe(201);
        var name = uploaded.Text("filename")!;
        (await play.SayAsync(claim.Id, "complainant", "Va la guía.", name)).Status.ShouldBe(201);

        var file = (await play.ClaimAsync(claim.Id, "/messages"))[0]!["attachments"]![0]!;
        (file.Text("filename"), file.Text("original_filename"), file.Text("type")).ShouldBe((name, "guia-1.pdf", "application/pdf"));
        (await play.ClaimAsync(claim.Id, $"/attachments/{name}"))["size"]!.GetValue<int>().ShouldBe(3);
        using var download = await play.RawAsync(HttpMethod.Get, $"/post-purchase/v1/claims/{claim.Id}/attachments/{name}/download");
        (await download.Content.ReadAsByteArrayAsync(Playground.Cancel)).ShouldBe([1, 2, 3]);
        var (missing, body) = await play.SayAsync(claim.Id, "complainant", "Va", "nada.png");
        (missing, body.Text("message")).ShouldBe((400, $"Attachment not found [claim: {claim.Id} - fileName: nada.png]"));
    }

    [Theory]
    [InlineData("con espacio.png", 10)]
    [InlineData("ñandú.png", 10)]
    [InlineData("virus.exe", 10)]
    [InlineData("grande.png", (5 * 1024 * 1024) + 1)]
    public async Task Files_with_other_names_kinds_or_sizes_are_refused(string name, int size)
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();

        (await UploadAsync(play, claim.Id, "attachments", name, new byte[size])).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData(FaultKind.ResetAfter, true)]
    [InlineData(FaultKind.Reset, false)]
    public async Task A_lost_reply_says_nothing_of_a_claims_message(FaultKind kind, bool applied)
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();
        play.World.AddFault(new() { Kind = kind, Endpoint = "POST /post-purchase/v1/claims/*/actions/send-message", Count = 1 });

        await Should.ThrowAsync<HttpRequestException>(() => play.SayAsync(claim.Id, "complainant", "Te ayudo."));

        play.Claim(claim.Id).Messages.Count.ShouldBe(applied ? 1 : 0);
    }

    [Fact]
    public async Task A_late_effect_writes_or_refunds_after_the_504()
    {
        await using var play = await Playground.StartAsync();
        var claim = play.Complain();
        play.World.AddFault(new() { Kind = FaultKind.LateEffect, Endpoint = "POST /post-purchase/v1/claims/*", Count = 1, Hold = TimeSpan.Zero, Lag = TimeSpan.FromMilliseconds(50) });

        (await play.PostAsync(claim.Id, "expected-resolutions/refund")).Status.ShouldBe(504);
        await play.World.WaitIdleAsync(Playground.Cancel);

        play.Claim(claim.Id).Resolution!.Reason.ShouldBe("payment_refunded");
        play.World.Journal.MoneyActions($"{claim.Id}").ShouldHaveSingleItem();
    }

    internal static async Task<(int Status, JsonNode? Body)> UploadAsync(Playground play, long claim, string path, string name, byte[] content)
    {
        using var http = new HttpClient { BaseAddress = play.Host.Url };
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/post-purchase/v1/claims/{claim}/{path}") { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", play.Tokens.AccessToken);
        using var response = await http.SendAsync(request, Playground.Cancel);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Playground.Cancel)));
    }
}
