using System.Globalization;

namespace MeliBot.MercadoLibre.Tests;

public sealed class ClaimSearchTests
{
    private const long Seller = TestClient.Account;
    private static readonly CancellationToken _none = CancellationToken.None;

    public static TheoryData<ClaimSearch, string> Refused => new()
    {
        { new ClaimSearch(), "needs a filter" },
        { new ClaimSearch { Limit = 10, Offset = 0, Sort = "date_created:asc", Range = "date_created:after:2026-01-01" }, "needs a filter" },
        { new ClaimSearch { Status = " " }, "needs a filter" },
        { new ClaimSearch { Resource = "order" }, "resource_id is missing" },
        { new ClaimSearch { ResourceId = 1 }, "resource is missing" },
        { new ClaimSearch { Role = "respondent" }, "players.user_id is missing" },
        { new ClaimSearch { UserId = 1 }, "players.role is missing" },
        { new ClaimSearch { OrderId = 1, PackId = 1 }, "not both" },
        { new ClaimSearch { Id = 1, Limit = 101 }, "1 to 100" },
        { new ClaimSearch { Id = 1, Limit = 0 }, "1 to 100" },
        { new ClaimSearch { Id = 1, Offset = -1 }, "below 10000" },
        { new ClaimSearch { Id = 1, Offset = 9_900, Limit = 100 }, "below 10000" },
        { new ClaimSearch { Id = 1, Offset = 9_970 }, "below 10000" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_the_platform_would_refuse_or_cut_is_refused_here_and_nothing_is_asked(ClaimSearch search, string why)
    {
        await using var platform = await FakePlatform.StartAsync();
        await using var test = await new TestClient(platform).LinkedAsync();

        (await Should.ThrowAsync<ArgumentException>(() => test.Me.Claims.SearchAsync(search, _none))).Message.ShouldContain(why);
        platform.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public async Task All_pages_are_read_and_no_more(int total, int pages)
    {
        await using var platform = await PlatformOf(total);
        await using var test = await new TestClient(platform).LinkedAsync();

        var found = await test.Me.Claims.SearchAllAsync(new ClaimSearch { Status = "opened", SiteId = "MLA" }, _none);

        found.Claims.Select(c => c.Id!.Value).ShouldBe(Enumerable.Range(1, total).Select(n => (long)n));
        found.IsWhole.ShouldBeTrue();
        platform.Requests.Count.ShouldBe(pages);
    }

    [Fact]
    public async Task What_lies_beyond_the_platforms_window_is_said_to_be_missing()
    {
        await using var platform = await PlatformOf(12_000);
        await using var test = await new TestClient(platform, o => (o.Budget.CallsPerSecond, o.Budget.Burst) = (1000, 1000)).LinkedAsync();

        var found = await test.Me.Claims.SearchAllAsync(new ClaimSearch { Status = "opened" }, _none);

        found.Claims.Count.ShouldBe(9_999);
        (found.Total, found.IsWhole).ShouldBe((12_000, false));
    }

    [Fact]
    public async Task A_total_that_never_comes_true_doesnt_make_it_ask_for_ever()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.JsonAsync("""{"paging":{"total":5000},"data":[{"id":1},{"id":2}]}"""));
        await using var test = await new TestClient(platform).LinkedAsync();

        (await test.Me.Claims.SearchAllAsync(new ClaimSearch { Status = "opened" }, _none)).Claims.Count.ShouldBe(2);
        platform.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_open_claims_of_a_seller_are_those_against_him_and_the_sales_that_he_cancelled_but_not_his_own_purchases()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.JsonAsync(context.Request.Query["players.role"] == "respondent"
            ? $$$"""{"paging":{"total":1},"data":[{"id":1,"players":[{"role":"respondent","type":"seller","user_id":{{{Seller}}}}]}]}"""
            : $$$"""{"paging":{"total":2},"data":[{"id":2,"type":"cancel_sale","players":[{"role":"complainant","user_id":{{{Seller}}}}]},{"id":3,"players":[{"role":"complainant","type":"buyer","user_id":{{{Seller}}}}]}]}"""));
        await using var test = await new TestClient(platform).LinkedAsync();

        var found = await test.Me.Claims.OpenOfAsync(Seller, _none);

        found.Claims.Select(c => c.Id).ShouldBe([1, 2]);
        found.IsWhole.ShouldBeTrue();
        platform.Requests.ShouldAllBe(r => r.Target.Contains("status=opened", StringComparison.Ordinal) && !r.Target.Contains("date_created=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_write_is_repeated_and_each_failed_one_says_that_it_may_have_happened()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.JsonAsync("""{"message":"m","error":"internal_server_error","status":500}""", 500));
        await using var test = await new TestClient(platform).LinkedAsync();
        var claims = test.Me.Claims;
        Func<Task>[] writes =
        [
            () => claims.SendMessageAsync(1, new ClaimMessageRequest(ClaimRole.Complainant, "x")), () => claims.OpenDisputeAsync(1), () => claims.OfferPartialRefundAsync(1, new PartialRefundRequest(30)),
            () => claims.RefundAsync(1), () => claims.AllowReturnAsync(1), () => claims.AllowReplaceAsync(1), () => claims.AddEvidenceAsync(1, ClaimEvidenceRequest.InPerson(default), _none),
            () => claims.AddEvidenceAsync(1, ClaimEvidenceRequest.Promise(default), _none), () => test.Me.Returns.ReviewAsync(1, ReturnReviewRequest.AsItShould), () => test.Me.ClaimFiles.UploadAsync(1, "a.png", new byte[1], _none),
        ];

        foreach (var write in writes)
            (await Should.ThrowAsync<MercadoLibreException>(write)).Error.IsAmbiguous.ShouldBeTrue();

        platform.Requests.Count.ShouldBe(writes.Length);
    }

    [Fact]
    public async Task A_message_that_was_taken_with_a_useless_answer_was_taken()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.JsonAsync("\"status 201 created\"", 201));
        await using var test = await new TestClient(platform).LinkedAsync();

        await test.Me.Claims.SendMessageAsync(1, new ClaimMessageRequest(ClaimRole.Complainant, "x"));
    }

    private static Task<FakePlatform> PlatformOf(int total) => FakePlatform.StartAsync((context, _) =>
    {
        var offset = int.Parse(context.Request.Query["offset"]!, CultureInfo.InvariantCulture);
        var limit = int.Parse(context.Request.Query["limit"]!, CultureInfo.InvariantCulture);
        var ids = Enumerable.Range(offset + 1, Math.Clamp(total - offset, 0, limit)).Select(id => $$"""{"id":{{id}},"status":"opened"}""");
        return context.JsonAsync($$$"""{"paging":{"total":{{{total}}},"offset":{{{offset}}},"limit":{{{limit}}}},"data":[{{{string.Join(',', ids)}}}]}""");
    });
}
