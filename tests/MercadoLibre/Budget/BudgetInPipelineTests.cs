namespace MeliBot.MercadoLibre.Tests;

public sealed class BudgetInPipelineTests
{
    private const string Answered = """{"status":400,"error":"not_unanswered_question","message":"Question 1 is not unanswered"}""";

    [Fact]
    public async Task What_belongs_to_ordinary_work_never_opens_the_breaker()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) =>
            context.Request.Method == "POST" ? context.JsonAsync(Answered, 400) : context.JsonAsync("{}", 404));
        await using var test = await new TestClient(platform, o => (o.Budget.CallsPerSecond, o.Budget.Burst) = (1000, 1000)).LinkedAsync();
        for (var i = 0; i < 60; i++)
        {
            (await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Questions.GetAsync(1))).Error.Kind.ShouldBe(ErrorKind.NotFound);
            (await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Questions.AnswerAsync(new AnswerRequest(1, "x")))).Error.Kind.ShouldBe(ErrorKind.NotUnanswered);
        }

        platform.Requests.Count.ShouldBe(120);
    }

    [Fact]
    public async Task Refusals_stop_the_calls_before_the_platform_stops_the_application()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.JsonAsync("""{"error":"forbidden","status":403}""", 403));
        await using var test = await new TestClient(platform, o => (o.Budget.CallsPerSecond, o.Budget.Burst) = (1000, 1000)).LinkedAsync();
        for (var i = 0; i < 50; i++)
            await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Questions.GetAsync(1));

        platform.Requests.Count.ShouldBe(20);
        test.Get<IRateBudget>().State.OpenBreakers.ShouldBe([TestClient.Account]);
    }

    [Fact]
    public async Task Every_attempt_counts_retries_too()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.JsonAsync("", 429));
        await using var test = await new TestClient(platform, o => o.ReadRetries = 1).LinkedAsync();

        await Should.ThrowAsync<MercadoLibreException>(() => test.Me.Questions.GetAsync(1));

        test.Get<IRateBudget>().State.CallsPerSecond.ShouldBeLessThan(20);
    }
}
