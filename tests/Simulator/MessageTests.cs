using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator.Tests;

public sealed class MessageTests
{
    [Fact]
    public async Task A_seller_writes_only_after_the_buyer_did_and_then_freely()
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();

        var (early, refusal) = await play.WriteAsync(order.Id, "Hola");
        early.ShouldBe(403);
        refusal.Text("message").ShouldBe("blocked_conversation_send_message_forbidden");
        (await play.ThreadAsync(order.Id))["conversation_status"].Text("substatus").ShouldBe("blocked_by_conversation_initiated_by_seller_limited");

        play.World.Messages.WriteAsBuyer(order.Id, "¿Cuándo llega?");
        var (status, sent) = await play.WriteAsync(order.Id, "Mañana.");
        (await play.WriteAsync(order.Id, "Entre las 9 y las 18.")).Status.ShouldBe(201);

        status.ShouldBe(201);
        sent.Text("status").ShouldBe("available");
        (await play.ThreadAsync(order.Id))["messages"]!.AsArray().Select(message => message.Text("text")).ShouldBe(["Entre las 9 y las 18.", "Mañana.", "¿Cuándo llega?"]);
        play.World.Journal.Accepted(EffectKinds.Message).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Reading_marks_as_read_unless_told_not_to()
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();
        play.World.Messages.WriteAsBuyer(order.Id, "Hola");
        async Task<int> Unread() => (await play.GetAsync("/messages/unread?role=seller&tag=post_sale")).Body!["results"]!.AsArray().Count;

        await play.ThreadAsync(order.Id);
        (await Unread()).ShouldBe(1);
        await play.GetAsync($"/messages/packs/{order.Id}/sellers/{play.Seller.Id}?tag=post_sale");
        (await Unread()).ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_limit_ten_messages_come_and_pages_are_newest_first()
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();
        for (var i = 0; i < 23; i++) play.World.Messages.WriteAsBuyer(order.Id, $"{i}");

        (await play.ThreadAsync(order.Id, ""))["messages"]!.AsArray().Count.ShouldBe(10);
        var page = await play.ThreadAsync(order.Id, "&offset=20&limit=50");
        page["messages"]!.AsArray().Select(message => message.Text("text")).ShouldBe(["2", "1", "0"]);
        page["paging"]!["total"]!.GetValue<int>().ShouldBe(23);
    }

    [Theory]
    [InlineData("“tipográficas”", 400, "not supported")]
    [InlineData("日本", 400, "not supported")]
    [InlineData("Tudo bem? 😀 ñ", 201, null)]
    [InlineData("", 400, "required")]
    public async Task Only_Latin_1_and_the_known_emoji_are_taken(string text, int status, string? words)
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();
        play.World.Messages.WriteAsBuyer(order.Id, "Hola");

        var (answer, body) = await play.WriteAsync(order.Id, text);
        answer.ShouldBe(status);
        if (words is not null) body.Text("message")!.ShouldContain(words);
    }

    [Theory]
    [InlineData(null, 350, 351)]
    [InlineData(0, 350, 351)]
    [InlineData(3500, 3500, 3501)]
    public async Task The_length_is_the_threads_own(int? set, int fits, int tooLong)
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();
        play.World.Messages.WriteAsBuyer(order.Id, "Hola");
        play.World.Messages.Thread(order.Id)!.MaxLength = set;

        (await play.WriteAsync(order.Id, new string('a', fits))).Status.ShouldBe(201);
        (await play.WriteAsync(order.Id, new string('a', tooLong))).Body.Text("message").ShouldBe($"The message content is too long, max characters allowed are {fits}");
        (await play.ThreadAsync(order.Id))["seller_max_message_length"]!.GetValue<int>().ShouldBe(set ?? 350);
    }

    [Theory]
    [InlineData("Escribime al 11 5555 4444", "PERSONAL_DATA")]
    [InlineData("mirá bit.ly/abc", "LINK_SHORT_URL")]
    [InlineData("seguinos en instagram", "SOCIAL_NETWORK_LINK")]
    [InlineData("pagá por paypal", "ML_LINKS_PAYPAL")]
    [InlineData("pagá en mpago.la/x", "LINK_MERCADOPAGO")]
    [InlineData("no abras un reclamo por favor", "EVASION_CLAIM_SELLER")]
    [InlineData("no seas idiota", "OUT_OF_PLACE_LANGUAGE")]
    public async Task A_moderated_message_is_answered_with_success_and_never_delivered(string text, string reason)
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();
        play.World.Messages.WriteAsBuyer(order.Id, "Hola");

        var (status, body) = await play.WriteAsync(order.Id, text);
        status.ShouldBe(201);
        body.Text("status").ShouldBe("moderated");
        body!["message_moderation"].Text("reason").ShouldBe(reason);
    }

    [Fact]
    public async Task A_parcels_code_is_no_telephone()
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();
        play.World.Messages.WriteAsBuyer(order.Id, "Hola");

        (await play.WriteAsync(order.Id, "Va por Correo Ejemplo, con el código XX800000001YY.")).Body.Text("status").ShouldBe("available");
    }

    [Fact]
    public async Task The_same_text_to_many_buyers_counts_as_automatic()
    {
        await using var play = await Playground.StartAsync(options => options.Moderation.SameMessages = 2);
        var statuses = new List<string?>();
        for (var i = 0; i < 3; i++)
        {
            var order = play.Buy();
            play.World.Messages.WriteAsBuyer(order.Id, "Hola");
            statuses.Add((await play.WriteAsync(order.Id, "Gracias por tu compra")).Body!["message_moderation"].Text("reason"));
        }

        statuses.ShouldBe([null, null, "AUTOMATIC_MESSAGE"]);
    }

    [Fact]
    public async Task Where_the_agent_sits_only_its_own_id_reaches_the_buyer_and_one_message_at_a_time()
    {
        await using var play = await Playground.StartAsync();
        var order = play.World.Sales.Buy(new() { BuyerId = play.Buyer.Id, Lines = [new(play.Item.Id)], Agent = true })[0];
        play.World.Messages.WriteAsBuyer(order.Id, "Hola");
        var thread = await play.ThreadAsync(order.Id);
        var agent = thread["messages"]![0]!["from"]!["user_id"]!.GetValue<long>();

        agent.ShouldBe(3037674934);
        thread["conversation_status"].Text("path")!.ShouldContain("/conversations/");
        (await play.WriteAsync(order.Id, "perdido", play.Buyer.Id)).Status.ShouldBe(201);
        (await play.ThreadAsync(order.Id))["messages"]!.AsArray().Count.ShouldBe(1);
        play.World.Journal.Accepted(EffectKinds.SwallowedMessage).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_agent_takes_one_message_at_a_time_and_in_other_threads_it_is_nobody()
    {
        await using var play = await Playground.StartAsync();
        var order = play.World.Sales.Buy(new() { BuyerId = play.Buyer.Id, Lines = [new(play.Item.Id)], Agent = true })[0];
        play.World.Messages.WriteAsBuyer(order.Id, "Hola");

        (await play.WriteAsync(order.Id, "uno", 3037674934)).Status.ShouldBe(201);
        (await play.WriteAsync(order.Id, "dos", 3037674934)).Status.ShouldBe(403);
        play.World.Messages.WriteAsBuyer(order.Id, "¿Y?");
        (await play.WriteAsync(order.Id, "dos", 3037674934)).Status.ShouldBe(201);

        var plain = play.Buy();
        play.World.Messages.WriteAsBuyer(plain.Id, "Hola");
        (await play.WriteAsync(plain.Id, "x", 3037674934)).Body.Text("message")!.ShouldContain("does not belong to pack");
    }

    [Theory]
    [InlineData("blocked_by_mediation", "mediation is in process")]
    [InlineData("blocked_by_fulfillment", "not been yet delivered")]
    [InlineData("blocked_by_something_new", "blocked_conversation_send_message_forbidden")]
    public async Task Any_block_can_be_set_and_is_shown_and_refused(string block, string words)
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();
        play.World.Messages.WriteAsBuyer(order.Id, "Hola");
        play.World.Messages.Thread(order.Id)!.Block = block;

        (await play.ThreadAsync(order.Id))["conversation_status"].Text("substatus").ShouldBe(block);
        (await play.WriteAsync(order.Id, "Hola")).Body.Text("message")!.ShouldContain(words);
    }

    [Fact]
    public async Task Blocks_follow_the_order_and_the_time()
    {
        await using var play = await Playground.StartFrozenAsync();
        var full = play.World.CreateItem(new() { SellerId = play.Seller.Id, Title = "Full", Shipping = new() { LogisticType = "fulfillment" } });
        string? Block(WorldOrder order) => play.World.Messages.BlockOf(play.World.Messages.Thread(order.Conversation)!);

        Block(play.Buy(pay: false)).ShouldBe("blocked_by_payment");
        var sent = play.World.Sales.Buy(new() { BuyerId = play.Buyer.Id, Lines = [new(full.Id)] })[0];
        Block(sent).ShouldBe("blocked_by_fulfillment");
        play.World.Sales.Move(sent.ShipmentId!.Value, "delivered");
        play.World.Messages.WriteAsBuyer(sent.Id, "Hola");
        Block(sent).ShouldBeNull();
        play.World.Clock.Advance(TimeSpan.FromDays(31));
        Block(sent).ShouldBe("blocked_by_time");
        play.World.Messages.WriteAsBuyer(sent.Id, "Otra cosa");
        Block(sent).ShouldBeNull();
        play.World.Clock.Advance(TimeSpan.FromDays(600));
        Block(sent).ShouldBe("blocked_by_conversation_expired");
        play.World.Messages.Of(sent.Id).ShouldBeEmpty();
        var stopped = play.World.Sales.Buy(new() { BuyerId = play.Buyer.Id, Lines = [new(full.Id)] })[0];
        play.World.Messages.WriteAsBuyer(stopped.Id, "Me arrepentí");
        play.World.Sales.Cancel(stopped.Id);
        Block(stopped).ShouldBeNull();
        var cancelled = play.Buy();
        play.World.Sales.Cancel(cancelled.Id, fraud: true);
        Block(cancelled).ShouldBe("blocked_by_cancelled_order_by_fraud");
    }

    [Fact]
    public async Task What_the_seller_writes_elsewhere_is_notified_only_when_the_buyer_reads_it()
    {
        await using var play = await Playground.StartAsync();
        await using var mail = await Mailbox.StartAsync();
        play.World.Subscribe(play.App.Id, mail.Url, "messages");
        var order = play.Buy();

        var said = play.World.Messages.WriteElsewhere(order.Id, "Ya salió");
        await play.World.WaitIdleAsync(Playground.Cancel);
        mail.Received.ShouldBeEmpty();
        play.World.Messages.ReadAsBuyer(order.Id);

        var notice = (await mail.WaitAsync(1))[0];
        notice.Text("resource").ShouldBe(said.Id);
        notice["actions"]!.AsArray().Select(action => action!.ToString()).ShouldBe(["read"]);
        (await play.GetAsync($"/messages/{said.Id}?tag=post_sale")).Body!["messages"]![0].Text("text").ShouldBe("Ya salió");
    }

    [Fact]
    public async Task A_thread_of_another_seller_and_one_without_the_tag_are_refused()
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();
        var foreign = play.World.Grant(play.App.Id, play.World.CreateSeller().Id).AccessToken;

        (await play.GetAsync($"/messages/packs/{order.Id}/sellers/{play.Seller.Id}?tag=post_sale", foreign)).Body.Text("message")!.ShouldContain("User access token invalid");
        (await play.GetAsync($"/messages/packs/{order.Id}/sellers/{play.Seller.Id}")).Status.ShouldBe(404);
        (await play.GetAsync($"/messages/packs/1/sellers/{play.Seller.Id}?tag=post_sale")).Body.Text("error").ShouldBe("order_not_found");
    }

    [Fact]
    public async Task Files_are_uploaded_once_carried_by_a_message_and_die_unused_after_two_days()
    {
        await using var play = await Playground.StartFrozenAsync();
        var order = play.Buy();
        play.World.Messages.WriteAsBuyer(order.Id, "Hola");
        var first = (await play.UploadAsync("nota.pdf", 10)).Body.Text("id")!;
        var second = (await play.UploadAsync("foto.png", 10)).Body.Text("id")!;

        (await play.WriteAsync(order.Id, "Va la nota", files: [first])).Body!["message_attachments"]![0].Text("original_filename").ShouldBe("nota.pdf");
        play.World.Clock.Advance(TimeSpan.FromHours(49));
        play.World.ExpireAccessTokens(play.Seller.Id);
        var token = play.World.Grant(play.App.Id, play.Seller.Id).AccessToken;
        (await play.WriteAsync(order.Id, "x", files: [second], token: token)).Status.ShouldBe(422);
        using var kept = await play.RawAsync(HttpMethod.Get, $"/messages/attachments/{first}?tag=post_sale&site_id=MLA", token: token);
        (await kept.Content.ReadAsByteArrayAsync(Playground.Cancel)).Length.ShouldBe(10);
    }

    [Theory]
    [InlineData("vacio.pdf", 0, "empty")]
    [InlineData("programa.exe", 10, "extension")]
    public async Task Files_that_arent_allowed_are_refused(string name, int size, string words)
    {
        await using var play = await Playground.StartAsync();
        var (status, body) = await play.UploadAsync(name, size);
        status.ShouldBe(400);
        body.Text("message")!.ShouldContain(words);
    }

    [Fact]
    public async Task The_action_guide_opens_a_thread_once_for_each_reason()
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();
        var path = $"/messages/action_guide/packs/{order.Id}";

        var (_, guide) = await play.GetAsync($"{path}?tag=post_sale");
        guide!["options"]!.AsArray().Select(option => option.Text("id")).ShouldBe(["REQUEST_VARIANTS", "REQUEST_BILLING_INFO", "SEND_INVOICE_LINK", "OTHER"]);
        async Task<(int Status, JsonNode? Body)> Use(JsonObject body) => await play.SendAsync(HttpMethod.Post, $"{path}/option?tag=post_sale", body);
        (await Use(new() { ["option_id"] = "OTHER", ["text"] = new string('a', 351) })).Body.Text("error").ShouldBe("limit_exceeded");
        (await Use(new() { ["option_id"] = "OTHER", ["text"] = "Hola, ¿qué talle?" })).Body.Text("status").ShouldBe("available");
        (await Use(new() { ["option_id"] = "OTHER", ["text"] = "¿Y?" })).Body.Text("message").ShouldBe("You are not allowed to execute the option OTHER again");
        (await Use(new() { ["option_id"] = "REQUEST_BILLING_INFO", ["template_id"] = "TEMPLATE___REQUEST_BILLING_INFO___1" })).Status.ShouldBe(200);
        (await play.GetAsync($"{path}/caps_available?tag=post_sale")).Body!.AsArray().Single(cap => cap.Text("option_id") == "OTHER")!["cap_available"]!.GetValue<int>().ShouldBe(0);

        play.World.Messages.WriteAsBuyer(order.Id, "42");
        (await Use(new() { ["option_id"] = "SEND_INVOICE_LINK", ["text"] = "x" })).Body.Text("cause").ShouldBe("blocked_by_conversation_use_message_api");
    }

    [Fact]
    public async Task The_action_guide_has_every_documented_no()
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();
        var thread = play.World.Messages.Thread(order.Id)!;
        async Task<(int Status, JsonNode? Body)> Use(string option = "OTHER") =>
            await play.SendAsync(HttpMethod.Post, $"/messages/action_guide/packs/{order.Id}/option?tag=post_sale", new JsonObject { ["option_id"] = option, ["text"] = "Hola" });

        (await Use("DANCE")).Status.ShouldBe(404);
        thread.Locked = true;
        (await Use()).Status.ShouldBe(409);
        thread.Locked = false;
        thread.Excepted = true;
        (await Use()).Body.Text("cause").ShouldBe("blocked_by_excepted_case");
        (await play.WriteAsync(order.Id, "Hola")).Status.ShouldBe(201);
        thread.BuyerDeactivated = true;
        (await Use()).Status.ShouldBe(451);
    }

    [Fact]
    public async Task Messages_have_their_own_limit_of_calls()
    {
        await using var play = await Playground.StartFrozenAsync(options => options.MessageCallsPerMinute = 3);
        var order = play.Buy();
        for (var i = 0; i < 3; i++) (await play.GetAsync($"/messages/packs/{order.Id}/sellers/{play.Seller.Id}?tag=post_sale&mark_as_read=false")).Status.ShouldBe(200);

        (await play.GetAsync($"/messages/packs/{order.Id}/sellers/{play.Seller.Id}?tag=post_sale&mark_as_read=false")).Status.ShouldBe(429);
        (await play.GetAsync($"/orders/{order.Id}")).Status.ShouldBe(200);
        (await play.WriteAsync(order.Id, "x")).Status.ShouldNotBe(429);
    }

    [Fact]
    public async Task A_reply_lost_after_the_effect_leaves_the_message_in_the_thread()
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();
        play.World.Messages.WriteAsBuyer(order.Id, "Hola");
        play.World.AddFault(new() { Kind = FaultKind.BadGatewayAfter, Endpoint = "POST /messages/packs/*", Count = 1 });

        (await play.WriteAsync(order.Id, "Mañana")).Status.ShouldBe(502);
        (await play.ThreadAsync(order.Id))["messages"]!.AsArray().Count.ShouldBe(2);
    }
}

internal static class SalePlay
{
    public static WorldOrder Buy(this Playground play, bool pay = true) =>
        play.World.Sales.Buy(new() { BuyerId = play.Buyer.Id, Lines = [new(play.Item.Id)], Pay = pay })[0];

    public static async Task<JsonNode> ThreadAsync(this Playground play, long pack, string paging = "&limit=50") =>
        (await play.GetAsync($"/messages/packs/{pack}/sellers/{play.Seller.Id}?tag=post_sale&mark_as_read=false{paging}")).Body!;

    public static Task<(int Status, JsonNode? Body)> WriteAsync(this Playground play, long pack, string text, long? to = null, IReadOnlyList<string>? files = null, string? token = null)
    {
        var body = new JsonObject
        {
            ["from"] = new JsonObject { ["user_id"] = play.Seller.Id },
            ["to"] = new JsonObject { ["user_id"] = to ?? play.Buyer.Id },
            ["text"] = text,
        };
        if (files is not null) body["attachments"] = new JsonArray([.. files.Select(file => (JsonNode?)file)]);
        return play.SendAsync(HttpMethod.Post, $"/messages/packs/{pack}/sellers/{play.Seller.Id}?tag=post_sale", body, token);
    }

    public static async Task<(int Status, JsonNode? Body)> UploadAsync(this Playground play, string name, int size)
    {
        using var http = new HttpClient { BaseAddress = play.Host.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", play.Tokens.AccessToken);
        using var content = new ByteArrayContent(new byte[size]);
        using var form = new MultipartFormDataContent { { content, "file", name } };
        using var response = await http.PostAsync("/messages/attachments?tag=post_sale&site_id=MLA", form, Playground.Cancel);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Playground.Cancel)));
    }
}
