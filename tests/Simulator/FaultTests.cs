using System.Text;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator.Tests;

public sealed class FaultTests
{
    [Theory]
    [InlineData(TooManyRequestsForm.Empty, "")]
    [InlineData(TooManyRequestsForm.Text, "local_rate_limited")]
    [InlineData(TooManyRequestsForm.Local, """{"status":429,"error":"local_rate_limited"}""")]
    [InlineData(TooManyRequestsForm.OverQuota, """{"error":"too_many_requests","message":"client.id over quota","status":429}""")]
    [InlineData(TooManyRequestsForm.Standard, """{"message":"Too Many Requests","error":"too_many_requests","status":429,"cause":[]}""")]
    public async Task Every_form_of_429_comes_before_the_effect(TooManyRequestsForm form, string expected)
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();
        play.World.AddFault(new() { Kind = FaultKind.TooManyRequests, Form = form, Count = 1, RetryAfter = TimeSpan.FromSeconds(2) });

        using var response = await play.RawAsync(HttpMethod.Post, "/answers", new JsonObject { ["question_id"] = question.Id, ["text"] = "Sí." });

        ((int)response.StatusCode).ShouldBe(429);
        (await response.Content.ReadAsStringAsync(Playground.Cancel)).ShouldBe(expected);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
        play.World.Question(question.Id)!.Answer.ShouldBeNull();
        (await play.AnswerAsync(question.Id, "Sí.")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Server_errors_come_before_the_effect(int code)
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();
        play.World.AddFault(new() { Kind = FaultKind.ServerError, Status = code, Endpoint = "POST /answers", Count = 1 });

        (await play.AnswerAsync(question.Id, "Sí.")).Status.ShouldBe(code);
        play.World.Question(question.Id)!.Answer.ShouldBeNull();
        play.World.Journal.Calls[^1].Fault.ShouldBe("ServerError");
    }

    [Fact]
    public async Task Any_reply_can_be_put_into_the_platforms_mouth()
    {
        await using var play = await Playground.StartAsync();
        play.World.AddFault(new() { Kind = FaultKind.Reply, Status = 400, Body = """{"error":"unauthorized_client","status":400}""", Endpoint = "POST /oauth/token" });

        var (status, body) = await play.FormAsync("/oauth/token", ("grant_type", "refresh_token"));

        (status, body.Text("error")).ShouldBe((400, "unauthorized_client"));
    }

    [Fact]
    public async Task The_edge_answers_html()
    {
        await using var play = await Playground.StartAsync();
        play.World.AddFault(new() { Kind = FaultKind.HtmlForbidden, Endpoint = "/oauth/token" });

        var (status, body) = await play.FormAsync("/oauth/token", ("grant_type", "refresh_token"));

        status.ShouldBe(403);
        body!.GetValue<string>().ShouldStartWith("<html>");
    }

    [Theory]
    [InlineData(FaultKind.Reset, false)]
    [InlineData(FaultKind.Hang, false)]
    [InlineData(FaultKind.ResetAfter, true)]
    [InlineData(FaultKind.HangAfter, true)]
    [InlineData(FaultKind.CutReply, true)]
    public async Task A_lost_reply_says_nothing_of_the_effect(FaultKind kind, bool applied)
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();
        play.World.AddFault(new() { Kind = kind, Endpoint = "POST /answers", Count = 1, Hold = TimeSpan.FromMilliseconds(20) });

        await Should.ThrowAsync<HttpRequestException>(() => play.AnswerAsync(question.Id, "Sí."));

        await play.World.WaitUntilAsync(w => w.Journal.Calls.Any(c => c.Fault == kind.ToString()), Playground.Cancel);
        play.World.Journal.Calls.Single(c => c.Path == "/answers").Status.ShouldBeNull();
        play.World.Journal.AnswersAccepted(question.Id).ShouldBe(applied ? 1 : 0);
    }

    [Fact]
    public async Task A_502_after_the_effect_leaves_the_answer()
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();
        play.World.AddFault(new() { Kind = FaultKind.BadGatewayAfter, Endpoint = "POST /answers" });

        (await play.AnswerAsync(question.Id, "Sí.")).Status.ShouldBe(502);
        play.World.Journal.AnswersAccepted(question.Id).ShouldBe(1);
    }

    [Fact]
    public async Task Truncated_json_ends_in_the_middle_of_a_whole_message()
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();
        play.World.AddFault(new() { Kind = FaultKind.TruncatedJson, Endpoint = "GET /questions/*" });

        using var response = await play.RawAsync(HttpMethod.Get, $"/questions/{question.Id}");
        var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Playground.Cancel));

        ((int)response.StatusCode).ShouldBe(200);
        text.ShouldStartWith("{\"id\"");
        text.ShouldNotEndWith("}");
    }

    [Fact]
    public async Task A_late_effect_answers_504_and_shows_itself_afterwards()
    {
        await using var play = await Playground.StartFrozenAsync();
        var question = play.Ask();
        play.World.AddFault(new() { Kind = FaultKind.LateEffect, Endpoint = "POST /answers", Count = 1, Hold = TimeSpan.Zero, Lag = TimeSpan.FromSeconds(8) });

        var (status, _) = await play.AnswerAsync(question.Id, "Sí.");
        var (_, before) = await play.GetAsync($"/questions/{question.Id}");
        play.World.IsIdle.ShouldBeFalse();
        play.World.Clock.Advance(TimeSpan.FromSeconds(8));
        await play.World.WaitIdleAsync(Playground.Cancel);
        var (_, after) = await play.GetAsync($"/questions/{question.Id}");

        status.ShouldBe(504);
        before.Text("status").ShouldBe("UNANSWERED");
        after.Text("status").ShouldBe("ANSWERED");
        play.World.Journal.AnswersAccepted(question.Id).ShouldBe(1);
    }

    [Fact]
    public async Task A_stale_read_shows_the_past_and_a_search_too()
    {
        await using var play = await Playground.StartFrozenAsync();
        var question = play.Ask();
        play.World.Clock.Advance(TimeSpan.FromSeconds(5));
        await play.AnswerAsync(question.Id, "Sí.");
        play.World.AddFault(new() { Kind = FaultKind.StaleRead, Endpoint = "GET /questions/*", Lag = TimeSpan.FromSeconds(2) });

        (await play.GetAsync($"/questions/{question.Id}")).Body.Text("status").ShouldBe("UNANSWERED");
        (await play.GetAsync($"/questions/search?item={play.Item.Id}&status=UNANSWERED")).Body!["total"]!.GetValue<int>().ShouldBe(1);
        play.World.Clock.Advance(TimeSpan.FromSeconds(2));
        (await play.GetAsync($"/questions/{question.Id}")).Body.Text("status").ShouldBe("ANSWERED");
    }

    [Fact]
    public async Task A_young_question_is_not_found_yet()
    {
        await using var play = await Playground.StartFrozenAsync();
        play.World.AddFault(new() { Kind = FaultKind.NotFoundAfterNotice, Endpoint = "GET /questions/*", Lag = TimeSpan.FromSeconds(3) });
        var question = play.Ask();

        (await play.GetAsync($"/questions/{question.Id}")).Status.ShouldBe(404);
        play.World.Clock.Advance(TimeSpan.FromSeconds(3));
        (await play.GetAsync($"/questions/{question.Id}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_fault_keeps_to_its_window_and_its_application()
    {
        await using var play = await Playground.StartFrozenAsync();
        var other = play.World.Grant(play.World.CreateApplication().Id, play.Seller.Id).AccessToken;
        play.World.AddFault(new()
        {
            Kind = FaultKind.ServerError,
            Endpoint = "GET *",
            In = TimeSpan.FromSeconds(1),
            For = TimeSpan.FromSeconds(2),
            ApplicationId = play.App.Id,
        });

        (await play.GetAsync("/users/me")).Status.ShouldBe(200);
        play.World.Clock.Advance(TimeSpan.FromSeconds(1));
        (await play.GetAsync("/users/me")).Status.ShouldBe(500);
        (await play.GetAsync("/users/me", other)).Status.ShouldBe(200);
        play.World.Clock.Advance(TimeSpan.FromSeconds(2));
        (await play.GetAsync("/users/me")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_luck()
    {
        var first = await LuckAsync(7);
        var second = await LuckAsync(7);
        var other = await LuckAsync(8);

        second.ShouldBe(first);
        other.ShouldNotBe(first);
        first.ShouldContain('x');
        first.ShouldContain('.');
    }

    [Fact]
    public async Task Coming_back_before_retry_after_is_held_against_the_application()
    {
        await using var play = await Playground.StartFrozenAsync();
        play.World.AddFault(new() { Kind = FaultKind.TooManyRequests, Count = 2, RetryAfter = TimeSpan.FromSeconds(3) });

        await play.GetAsync("/users/me");
        play.World.Clock.Advance(TimeSpan.FromSeconds(2));
        await play.GetAsync("/users/me");
        play.World.Clock.Advance(TimeSpan.FromSeconds(3));
        (await play.GetAsync("/users/me")).Status.ShouldBe(200);

        play.World.Journal.Violations.ShouldHaveSingleItem().Kind.ShouldBe("retry-after-undercut");
    }

    [Fact]
    public async Task A_write_repeated_at_once_after_a_429_is_held_against_the_application()
    {
        await using var play = await Playground.StartFrozenAsync();
        var question = play.Ask();
        play.World.AddFault(new() { Kind = FaultKind.TooManyRequests, Count = 1 });

        await play.AnswerAsync(question.Id, "Sí.");
        play.World.Clock.Advance(TimeSpan.FromMilliseconds(200));
        await play.AnswerAsync(question.Id, "Sí.");

        play.World.Journal.Violations.ShouldHaveSingleItem().Kind.ShouldBe("write-over-429");
    }

    [Fact]
    public async Task Too_many_client_errors_are_a_violation_and_may_block_the_application()
    {
        await using var play = await Playground.StartFrozenAsync(o => (o.TolerableClientErrorsPerMinute, o.BlockForClientErrors) = (5, true));

        for (var i = 0; i < 6; i++) await play.GetAsync("/questions/1");

        play.World.Journal.Violations.ShouldHaveSingleItem().Kind.ShouldBe("client-errors");
        (await play.GetAsync("/users/me")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_limit_of_calls_answers_429_beyond_it()
    {
        await using var play = await Playground.StartFrozenAsync(o => o.CallsPerMinute = 3);

        for (var i = 0; i < 3; i++) (await play.GetAsync("/users/me")).Status.ShouldBe(200);
        (await play.GetAsync("/users/me")).Status.ShouldBe(429);
        play.World.Clock.Advance(TimeSpan.FromMinutes(1));
        (await play.GetAsync("/users/me")).Status.ShouldBe(200);
    }

    private static async Task<string> LuckAsync(int seed)
    {
        await using var play = await Playground.StartAsync(o => o.Seed = seed);
        play.World.AddFault(new() { Kind = FaultKind.ServerError, Probability = 0.5 });
        var luck = "";
        for (var i = 0; i < 20; i++) luck += (await play.GetAsync("/users/me")).Status == 500 ? 'x' : '.';
        return luck;
    }
}
