using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.MercadoLibre.Tests;

/// <summary>What goes over the wire, and what comes back as a value.</summary>
public sealed class CallTests
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task Every_call_reaches_its_address_with_the_accounts_token()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.JsonAsync(context.Request.Path.Value switch
        {
            var p when p!.StartsWith("/questions/1", StringComparison.Ordinal) || p == "/answers" => """{"id":1}""",
            var p when p!.Contains("/bulk", StringComparison.Ordinal) || p.StartsWith("/moderations/last", StringComparison.Ordinal) || p.EndsWith("/items", StringComparison.Ordinal) || p.EndsWith("/caps_available", StringComparison.Ordinal)
                || _lists.Any(list => p.EndsWith(list, StringComparison.Ordinal)) => "[]",
            _ => "{}",
        }));
        await using var test = await new TestClient(platform).LinkedAsync();
        var me = test.Me;

        await me.Questions.GetAsync(1);
        await me.Questions.SearchAsync(QuestionSearch.Unanswered(7, offset: 50));
        await me.Questions.ReceivedAsync(status: "UNANSWERED", limit: 10);
        await me.Questions.AnswerAsync(new AnswerRequest(1, "Sí"));
        await me.Questions.DeleteAsync(1);
        await me.Questions.HideAsync(new HideQuestionsRequest([1]));
        await me.Questions.BlacklistAsync(7, new BlacklistRequest(200));
        await me.Questions.UnblacklistAsync(7, 200);
        await me.Questions.BlacklistedAsync(7, buyerId: 200, limit: 10);
        await me.Questions.ResponseTimeAsync(7);
        await me.Items.GetAsync("MLA1", includeAttributes: "all");
        await me.Items.BulkAsync("MLA1,MLA2");
        await me.Items.DescriptionAsync("MLA1");
        await me.Items.SalePriceAsync("MLA1");
        await me.Items.ShippingOptionsAsync("MLA1", "01310-100");
        await me.Items.OfSellerAsync(7, searchType: "scan", scrollId: "a=b&c");
        await me.Users.MeAsync();
        await me.Moderations.InfractionsAsync(7, InfractionSearch.OfQuestion(1));
        await me.Moderations.LastOfQuestionAsync(1);
        await me.MissedFeeds.GetAsync(5, topic: "questions");
        await me.Applications.RevokeAsync(7, 5);
        await me.Orders.GetAsync(2000018000000001);
        await me.Orders.SearchAsync(OrderSearch.UpdatedBetween(7, DateTimeOffset.Parse("2026-11-01T10:20:30-03:00", null), DateTimeOffset.Parse("2026-11-01T14:00:01Z", null), "cancelled"));
        await me.Packs.GetAsync(2000009000000001);
        await me.Payments.GetAsync(132000000001);
        await me.Shipments.GetAsync(45800000001);
        await me.Shipments.ItemsAsync(45800000001);
        await me.Messages.PageAsync(9, 7, offset: 50, limit: 50);
        await me.Messages.MarkReadAsync(9, 7);
        await me.Messages.GetAsync("019c875810d07bc880358f42341c47af");
        await me.Messages.UnreadAsync();
        await me.Messages.SendAsync(9, 7, new MessageRequest(new(7), new(200), "Olá"));
        await me.Messages.ActionGuideAsync(9);
        await me.Messages.CapsAsync(9);
        await me.Messages.ContactAsync(9, new ContactRequest("OTHER", Text: "Olá"));
        await ClaimsAsync(me);

        platform.Requests.Select(r => $"{r.Method} {r.Target} {r.Body}".Trim()).ShouldBe(
        [
            "GET /questions/1?api_version=4",
            "GET /questions/search?api_version=4&seller_id=7&status=UNANSWERED&sort_fields=date_created&sort_types=ASC&limit=50&offset=50",
            "GET /my/received_questions/search?api_version=4&status=UNANSWERED&limit=10",
            """POST /answers {"question_id":1,"text":"Sí"}""",
            "DELETE /questions/1",
            """POST /my/questions/hidden {"questions_ids":[1]}""",
            """POST /users/7/questions_blacklist {"user_id":200}""",
            "DELETE /users/7/questions_blacklist/200",
            "GET /block-api/search/users/7?type=blocked_by_questions&user_blocked=200&limit=10",
            "GET /users/7/questions/response_time",
            "GET /items/MLA1?include_attributes=all",
            "GET /items/bulk?ids=MLA1%2CMLA2",
            "GET /items/MLA1/description",
            "GET /items/MLA1/sale_price?context=channel_marketplace",
            "GET /items/MLA1/shipping_options?zip_code=01310-100",
            "GET /users/7/items/search?search_type=scan&scroll_id=a%3Db%26c",
            "GET /users/me",
            "GET /moderations/infractions/7?element_type=QUE&element_id=1&language=ES",
            "GET /moderations/last_moderation/1-QUE",
            "GET /missed_feeds?app_id=5&topic=questions",
            "DELETE /users/7/applications/5",
            "GET /orders/2000018000000001",
            "GET /orders/search?seller=7&order.status=cancelled&order.date_last_updated.from=2026-11-01T13%3A00%3A00.000Z&order.date_last_updated.to=2026-11-01T15%3A00%3A00.000Z&sort=date_asc&limit=50&offset=0",
            "GET /packs/2000009000000001",
            "GET /collections/132000000001",
            "GET /shipments/45800000001",
            "GET /shipments/45800000001/items",
            "GET /messages/packs/9/sellers/7?tag=post_sale&mark_as_read=false&offset=50&limit=50",
            "GET /messages/packs/9/sellers/7?tag=post_sale&mark_as_read=true&limit=1",
            "GET /messages/019c875810d07bc880358f42341c47af?tag=post_sale",
            "GET /messages/unread?role=seller&tag=post_sale",
            """POST /messages/packs/9/sellers/7?tag=post_sale {"from":{"user_id":7},"to":{"user_id":200},"text":"Olá"}""",
            "GET /messages/action_guide/packs/9?tag=post_sale",
            "GET /messages/action_guide/packs/9/caps_available?tag=post_sale",
            """POST /messages/action_guide/packs/9/option?tag=post_sale {"option_id":"OTHER","text":"Olá"}""",
            "GET /post-purchase/v1/claims/search?status=opened&players.role=respondent&players.user_id=7&sort=date_created%3Aasc&limit=100",
            "GET /post-purchase/v1/claims/search?pack_id=2000009000000001&limit=100",
            "GET /post-purchase/v1/claims/5250000001",
            "GET /post-purchase/v1/claims/5250000001/detail",
            "GET /post-purchase/v1/claims/reasons/PDD9549",
            "GET /post-purchase/v1/claims/5250000001/affects-reputation",
            "GET /post-purchase/v1/claims/5250000001/messages",
            "GET /post-purchase/v1/claims/5250000001/expected-resolutions",
            "GET /post-purchase/v1/claims/5250000001/partial-refund/available-offers",
            "GET /post-purchase/v1/claims/5250000001/evidences",
            "GET /post-purchase/v1/claims/5250000001/status-history",
            "GET /post-purchase/v1/claims/5250000001/actions-history",
            "GET /post-purchase/v1/claims/5250000001/changes",
            "GET /post-purchase/v1/claims/5250000001/charges/return-cost?calculate_amount_usd=true",
            """POST /post-purchase/v1/claims/5250000001/actions/send-message {"receiver_role":"complainant","message":"Olá","attachments":["7_a.png"]}""",
            """POST /post-purchase/v1/claims/5250000001/actions/send-message {"receiver_role":"mediator","message":"Olá"}""",
            "POST /post-purchase/v1/claims/5250000001/actions/open-dispute",
            """POST /post-purchase/v1/claims/5250000001/expected-resolutions/partial-refund {"percentage":50}""",
            "POST /post-purchase/v1/claims/5250000001/expected-resolutions/refund",
            "POST /post-purchase/v1/claims/5250000001/expected-resolutions/allow-return",
            "POST /post-purchase/v1/claims/5250000001/expected-resolutions/allow-replace",
            """POST /post-purchase/v1/claims/5250000001/actions/evidences {"type":"shipping_evidence","shipping_method":"mail","shipping_company_name":"Correios","date_shipped":"2026-11-01T13:00:00Z","tracking_number":"XX1"}""",
            """POST /post-purchase/v1/claims/5250000001/evidences {"type":"handling_shipping_evidence","handling_date":"2026-11-30"}""",
            "GET /post-purchase/v2/claims/5250000001/returns",
            "GET /post-purchase/v1/returns/57340001/reviews",
            "GET /post-purchase/v1/returns/reasons?flow=seller_return_failed&claim_id=5250000001",
            "POST /post-purchase/v1/returns/57340001/return-review {}",
            """POST /post-purchase/v1/returns/57340001/return-review [{"reason":"SRF7","message":"No llegó"}]""",
            """POST /post-purchase/v1/returns/57340001/return-review [{"reason":"SRF2","message":"Roto","attachments":["7_a.png"],"order_id":2000018000000001}]""",
        ]);
        platform.Requests.ShouldAllBe(r => r.Authorization == "Bearer APP_USR-canary-access-1");
        platform.Requests.Where(r => r.Body.Length > 0).ShouldAllBe(r => r.ContentType!.StartsWith("application/json"));
    }

    private static readonly string[] _lists = ["/messages", "/expected-resolutions", "/evidences", "-history", "/returns/reasons"];

    private static async Task ClaimsAsync(AccountClient me)
    {
        const long claim = 5250000001;
        const long way = 57340001;
        var shipped = new DateTimeOffset(2026, 11, 1, 10, 0, 0, TimeSpan.FromHours(-3));
        await me.Claims.SearchAsync(ClaimSearch.OpenOf(7, ClaimRole.Respondent), _none);
        await me.Claims.SearchAsync(ClaimSearch.OfSale(2000009000000001, isOrder: false), _none);
        await me.Claims.GetAsync(claim);
        await me.Claims.DetailAsync(claim);
        await me.Claims.ReasonAsync("PDD9549");
        await me.Claims.ReputationAsync(claim);
        await me.Claims.MessagesAsync(claim);
        await me.Claims.ExpectedResolutionsAsync(claim);
        await me.Claims.PartialRefundOffersAsync(claim);
        await me.Claims.EvidencesAsync(claim);
        await me.Claims.StatusHistoryAsync(claim);
        await me.Claims.ActionsHistoryAsync(claim);
        await me.Claims.ChangesAsync(claim);
        await me.Claims.ReturnCostAsync(claim);
        await me.Claims.SendMessageAsync(claim, new ClaimMessageRequest(ClaimRole.Complainant, "Olá", ["7_a.png"]));
        await me.Claims.SendMessageAsync(claim, new ClaimMessageRequest(ClaimRole.Mediator, "Olá"));
        await me.Claims.OpenDisputeAsync(claim);
        await me.Claims.OfferPartialRefundAsync(claim, new PartialRefundRequest(50));
        await me.Claims.RefundAsync(claim);
        await me.Claims.AllowReturnAsync(claim);
        await me.Claims.AllowReplaceAsync(claim);
        await me.Claims.AddEvidenceAsync(claim, ClaimEvidenceRequest.ByMail("Correios", shipped, "XX1"), _none);
        await me.Claims.AddEvidenceAsync(claim, ClaimEvidenceRequest.Promise(new DateOnly(2026, 11, 30)), _none);
        await me.Returns.OfClaimAsync(claim);
        await me.Returns.ReviewsAsync(way);
        await me.Returns.ReasonsAsync(ReturnReason.FailedReturn, claim);
        await me.Returns.ReviewAsync(way, ReturnReviewRequest.AsItShould);
        await me.Returns.ReviewAsync(way, ReturnReviewRequest.Wrong([new FailedProduct("SRF7", "No llegó")]));
        await me.Returns.ReviewAsync(way, ReturnReviewRequest.Wrong([new FailedProduct("SRF2", "Roto", ["7_a.png"], 2000018000000001)]));
    }

    [Fact]
    public async Task Many_items_are_read_in_calls_of_twenty_and_none_twice()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) =>
            context.JsonAsync("[" + string.Join(',', context.Request.Query["ids"].ToString().Split(',').Select(id =>
                id == "MLA13" ? """{"status_code":404}""" : $$$"""{"id":"{{{id}}}","status_code":200,"body":{"id":"{{{id}}}"}}""")) + "]"));
        await using var test = await new TestClient(platform).LinkedAsync();

        var items = await test.Me.Items.ReadManyAsync(Enumerable.Range(1, 45).Concat([1, 2, 3]).Select(i => $"MLA{i}"), _none);

        items.Count.ShouldBe(44);
        items.ContainsKey("MLA13").ShouldBeFalse();
        platform.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Where_the_new_bulk_form_is_missing_the_old_one_is_used()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.Request.Path == "/items"
            ? context.JsonAsync("""[{"code":200,"body":{"id":"MLA1"}}]""")
            : context.JsonAsync("""{"message":"not found","error":"not_found","status":404}""", 404));
        await using var test = await new TestClient(platform).LinkedAsync();

        (await test.Me.Items.ReadManyAsync(["MLA1"], _none)).ContainsKey("MLA1").ShouldBeTrue();
    }

    [Fact]
    public async Task A_partial_answer_is_usable()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.JsonAsync("""{"id":7,"nickname":"N"}""", 206));
        await using var test = await new TestClient(platform).LinkedAsync();

        (await test.Me.Users.MeAsync()).Nickname.ShouldBe("N");
    }

    [Theory]
    [InlineData("<html>maintenance</html>", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("{\"id\":", "application/json")]
    [InlineData("{\"text\":\"no id\"}", "application/json")]
    public async Task A_yes_that_cant_be_read_is_an_error_and_for_a_write_an_ambiguous_one(string body, string type)
    {
        await using var platform = await FakePlatform.StartAsync((context, _) =>
        {
            context.Response.ContentType = type;
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, body);
        });
        await using var test = await new TestClient(platform).LinkedAsync();

        var read = (await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Questions.GetAsync(1))).Error;
        var write = (await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Questions.AnswerAsync(new AnswerRequest(1, "x")))).Error;

        read.Kind.ShouldBe(ErrorKind.Unreadable);
        read.IsAmbiguous.ShouldBeFalse();
        write.Kind.ShouldBe(ErrorKind.Unreadable);
        write.IsAmbiguous.ShouldBeTrue();
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(204, "")]
    [InlineData(200, """["Question deleted."]""")]
    [InlineData(200, """{"message":"Question deleted."}""")]
    public async Task A_call_without_a_result_takes_any_yes(int status, string body)
    {
        await using var platform = await FakePlatform.StartAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            return status == 204 ? Task.CompletedTask : context.JsonAsync(body, status);
        });
        await using var test = await new TestClient(platform).LinkedAsync();

        await test.Me.Questions.DeleteAsync(1);
    }

    [Theory]
    [InlineData("https://evil.example/questions/1")]
    [InlineData("http://127.0.0.1:1/questions/1")]
    [InlineData("http://user@{host}/questions/1")]
    [InlineData("https://{host}/questions/1")]
    public async Task A_request_for_another_host_is_a_bug_and_carries_no_token_anywhere(string address)
    {
        await using var platform = await FakePlatform.StartAsync();
        await using var test = await new TestClient(platform).LinkedAsync();
        using var pipeline = test.Get<IHttpClientFactory>().CreateClient(MercadoLibreServices.HttpClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, address.Replace("{host}", platform.Url.Authority, StringComparison.Ordinal));

        (await Should.ThrowAsync<InvalidOperationException>(() => pipeline.SendAsync(request))).Message.ShouldContain("another host");
        request.Headers.Authorization.ShouldBeNull();
        platform.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_resource_is_read_as_it_is()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.JsonAsync("""{"id":1,"novo":true}"""));
        await using var test = await new TestClient(platform).LinkedAsync();
        ResourcePath.TryParse(Topic.Orders, "orders/2000018000000001", out var path, out _).ShouldBeTrue();

        (await test.Me.ReadAsync(path!)).GetProperty("novo").GetBoolean().ShouldBeTrue();
        platform.Requests.ShouldHaveSingleItem().Target.ShouldBe("/orders/2000018000000001");
    }

    [Fact]
    public async Task Without_an_owner_the_applications_calls_say_what_to_set()
    {
        await using var platform = await FakePlatform.StartAsync();
        await using var test = new TestClient(platform);

        Should.Throw<InvalidOperationException>(() => test.Client.ForApplication()).Message.ShouldContain("MercadoLibre:Application:OwnerAccount");
    }
}
