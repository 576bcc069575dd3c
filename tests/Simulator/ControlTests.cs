using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator.Tests;

public sealed class ControlTests
{
    [Fact]
    public async Task A_world_is_built_and_played_by_the_control_api_alone()
    {
        await using var host = await SimulatorHost.StartAsync(cancellationToken: Playground.Cancel);
        using var http = new HttpClient { BaseAddress = host.Url };

        var app = await PostAsync(http, "applications", """{"name":"Bot","pkce":true,"noticeForm":"odd"}""");
        var seller = await PostAsync(http, "sellers", """{"nickname":"TIENDA","site":"MLB"}""");
        var buyer = await PostAsync(http, "buyers", "{}");
        var item = await PostAsync(http, "items", $$"""{"sellerId":{{seller["id"]}},"title":"Café","price":9.5,"variations":[{"combination":[{"id":"COLOR","name":"Cor","value":"Azul"}],"stock":2}]}""");
        var question = await PostAsync(http, "questions", $$"""{"buyer":{{buyer["id"]}},"item":"{{item["id"]}}","text":"Tem azul?"}""");
        await PostAsync(http, $"questions/{question["id"]}/answer", """{"text":"Tem."}""");
        await PostAsync(http, $"questions/{question["id"]}/ban-answer", "{}");
        var state = (await http.GetFromJsonAsync<JsonNode>("/_control/state", Playground.Cancel))!;

        app.Text("noticeForm").ShouldBe("odd");
        item.Text("id")!.ShouldStartWith("MLB");
        item.Text("currencyId").ShouldBe("BRL");
        state["questions"]![0]!["answer"].Text("status").ShouldBe("BANNED");
        host.World.Journal.Accepted(EffectKinds.Answer).ShouldHaveSingleItem().By.ShouldBe("elsewhere");
    }

    [Theory]
    [InlineData("questions", """{"buyer":1,"item":"MLA1","text":"¿?"}""", 409)]
    [InlineData("items", """{"sellerId":1,"title":"x"}""", 400)]
    [InlineData("items", """{"title":"x"}""", 400)]
    [InlineData("faults", """{"kind":"meteorite"}""", 400)]
    [InlineData("faults", """{"kind":"reset","untilWhen":"5s"}""", 400)]
    [InlineData("clock/advance", """{"by":"soon"}""", 400)]
    [InlineData("scenario/start", "{}", 400)]
    [InlineData("sellers", "{", 400)]
    public async Task A_wish_that_can_not_be_met_is_explained(string path, string body, int status)
    {
        await using var host = await SimulatorHost.StartAsync(cancellationToken: Playground.Cancel);
        using var http = new HttpClient { BaseAddress = host.Url };

        using var response = await http.PostAsync("/_control/" + path, new StringContent(body), Playground.Cancel);

        ((int)response.StatusCode).ShouldBe(status);
        (await response.Content.ReadFromJsonAsync<JsonNode>(Playground.Cancel)).Text("message").ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task The_journal_tells_calls_effects_and_answers_per_question()
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();
        await play.AnswerAsync(question.Id, "Sí.");
        await play.AnswerAsync(question.Id, "Sí.");

        var (_, answers) = await play.GetAsync($"/_control/journal/answers/{question.Id}");
        var (_, refused) = await play.GetAsync($"/_control/journal/effects?kind=answer&accepted=false&key={question.Id}");
        var (_, calls) = await play.GetAsync("/_control/journal/calls");

        answers!["acceptedFromApplications"]!.GetValue<int>().ShouldBe(1);
        answers["refused"]!.GetValue<int>().ShouldBe(1);
        refused![0].Text("refusal").ShouldBe("not_unanswered_question");
        calls!.AsArray().Select(c => c!["status"]!.GetValue<int>()).ShouldBe([200, 400]);
        calls[0]!["applicationId"]!.GetValue<long>().ShouldBe(play.App.Id);
        calls[0]!["userId"]!.GetValue<long>().ShouldBe(play.Seller.Id);
    }

    [Fact]
    public async Task Waiting_for_idle_says_what_is_still_open()
    {
        await using var play = await Playground.StartAsync();
        play.World.Subscribe(play.App.Id, new("http://127.0.0.1:9/"));
        play.Ask();

        var (_, busy) = await play.SendAsync(HttpMethod.Post, "/_control/wait-idle", new JsonObject { ["timeout"] = "50ms" });
        busy!["idle"]!.GetValue<bool>().ShouldBeFalse();
        busy["pendingNotices"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task The_live_feed_can_be_polled_and_streamed_from_any_place()
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask("¿Hay?");
        play.World.AnswerElsewhere(question.Id, "Sí.");

        var (_, polled) = await play.GetAsync("/_control/happenings?after=1&wait=5s");
        using var http = new HttpClient { BaseAddress = play.Host.Url };
        using var stream = new StreamReader(await http.GetStreamAsync("/_control/happenings/stream", Playground.Cancel));
        var lines = new List<string>();
        while (lines.Count(l => l.StartsWith("data:", StringComparison.Ordinal)) < 2) lines.Add((await stream.ReadLineAsync(Playground.Cancel))!);

        polled!.AsArray().ShouldHaveSingleItem().Text("kind").ShouldBe("answered");
        lines.ShouldContain("id: 1");
        lines.ShouldContain(l => l.Contains("\"kind\":\"asked\"", StringComparison.Ordinal) && l.Contains("¿Hay?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_clock_goes_forward_on_demand()
    {
        await using var play = await Playground.StartFrozenAsync();
        var before = play.World.Clock.GetUtcNow();

        await play.SendAsync(HttpMethod.Post, "/_control/clock/advance", new JsonObject { ["by"] = "2h" });

        (play.World.Clock.GetUtcNow() - before).ShouldBe(TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task The_page_and_its_files_come_without_foreign_sources()
    {
        await using var play = await Playground.StartAsync();

        foreach (var path in new[] { "/play", "/play/play.js", "/play/sales.js", "/play/claims.js", "/play/play.css" })
        {
            using var response = await play.AnonymousAsync(path);
            var text = await response.Content.ReadAsStringAsync(Playground.Cancel);
            ((int)response.StatusCode).ShouldBe(200);
            text.Length.ShouldBeGreaterThan(200);
            text.ShouldNotContain("//cdn");
            text.ShouldNotContain("https://");
            text.ShouldNotContain("innerHTML");
            response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self'");
        }
    }

    [Fact]
    public void Arguments_are_read_and_unknown_ones_refused()
    {
        var options = CommandLine.Parse(["--urls", "http://127.0.0.1:7000", "--seed=9", "--speed", "2.5", "--scenario", "demo.yaml", "--start", "--parent", "42"]);

        (options.Urls, options.Seed, options.Speed, options.ScenarioFile, options.StartScenario, options.ParentProcessId)
            .ShouldBe(("http://127.0.0.1:7000", 9, 2.5, "demo.yaml", true, 42));
        Should.Throw<FormatException>(() => CommandLine.Parse(["--colour"])).Message.ShouldContain("--colour");
        Should.Throw<FormatException>(() => CommandLine.Parse(["--seed", "x"])).Message.ShouldBe("--seed needs a whole number.");
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, string body)
    {
        using var response = await http.PostAsync("/_control/" + path, new StringContent(body), Playground.Cancel);
        var text = await response.Content.ReadAsStringAsync(Playground.Cancel);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }
}
