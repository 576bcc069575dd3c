using System.Text.Json.Nodes;

namespace MeliBot.Simulator.Tests;

public sealed class ScenarioTests
{
    private const string World =
        """
        name: small
        accounts: [{ key: shop, site: MLA }]
        items: [{ key: shoe, account: shop, title: Zapatilla }]
        buyers: [{ key: ana }, { key: beto }]

        """;

    [Fact]
    public async Task Steps_come_at_their_time_and_follow_ups_after_their_answer()
    {
        await using var play = await StartFastAsync();
        play.Host.Scenarios.Load(World +
            """
            steps:
              - { at: 1s, ask: { id: one, buyer: ana, item: shoe, text: "¿Hay?" } }
              - { after: one, wait: 500ms, timeout: 1h, ask: { id: two, buyer: ana, item: shoe, text: "¿y en azul?" } }
              - { at: 2s, crash: worker }
              - { at: 2s, expect: { answered: all, within: 1h } }
            """);
        play.Host.Scenarios.Start().Questions.ShouldBe(0);

        var one = await AskedAsync(play, "one");
        await play.World.WaitUntilAsync(w => w.Happenings.After(0).Any(h => h.Kind == "crash"), Playground.Cancel);
        play.Host.Scenarios.Current!.Asked.Keys.ShouldBe(["one"]);
        play.World.AnswerElsewhere(one, "Sí.");
        play.World.AnswerElsewhere(await AskedAsync(play, "two"), "También.");
        await FinishedAsync(play);

        play.Host.Scenarios.Current!.Passed.ShouldBe(true);
        play.World.Happenings.After(0).Single(h => h.Kind == "crash").Target.ShouldBe("worker");
        play.World.Happenings.After(0)[^1].Kind.ShouldBe("finished");
    }

    [Fact]
    public async Task An_expectation_that_does_not_hold_fails_the_scenario_with_its_line()
    {
        await using var play = await StartFastAsync();
        play.Host.Scenarios.Load(World +
            """
            steps:
              - { ask: { id: one, buyer: ana, item: shoe, text: "¿Hay?" } }
              - { expect: { answered: [one], within: 5s } }
            """);
        play.Host.Scenarios.Start();

        await FinishedAsync(play);

        play.Host.Scenarios.Current!.Passed.ShouldBe(false);
        play.Host.Scenarios.Current.Failures.ShouldBe(["line 7: not answered within 5s: one"]);
    }

    [Fact]
    public async Task A_person_answers_what_was_handed_over_and_what_stays_open()
    {
        await using var play = await Playground.StartFrozenAsync();
        play.Host.Scenarios.Load(World +
            """
            person:
              after: 2s
              unanswered for: 1m
              answers:
                - { when: "persona", text: "Soy Laura." }
                - { text: "Ya lo vemos." }
            steps:
              - { ask: { id: one, buyer: ana, item: shoe, text: "Quiero hablar con una PERSONA" } }
              - { ask: { id: two, buyer: beto, item: shoe, text: "¿Le va a mi auto?" } }
            """);
        play.Host.Scenarios.Start();
        await play.World.WaitUntilAsync(_ => play.Host.Scenarios.Current!.Questions == 2, Playground.Cancel);
        var (one, two) = (play.Host.Scenarios.Current!.Asked["one"], play.Host.Scenarios.Current.Asked["two"]);

        (await play.SendAsync(HttpMethod.Post, "/_control/handover", new JsonObject { ["question"] = one })).Body!["taken"]!.GetValue<bool>().ShouldBeTrue();
        (await play.SendAsync(HttpMethod.Post, "/_control/handover", new JsonObject { ["question"] = one })).Body!["taken"]!.GetValue<bool>().ShouldBeFalse();
        play.World.Clock.Advance(TimeSpan.FromSeconds(2));
        (await play.World.WaitForAnswerAsync(one, Playground.Cancel)).ShouldBe(new("Soy Laura.", "ACTIVE", play.World.Question(one)!.Answer!.Created, "person"));
        play.World.Question(two)!.Answer.ShouldBeNull();
        play.World.Clock.Advance(TimeSpan.FromMinutes(1));
        (await play.World.WaitForAnswerAsync(two, Playground.Cancel)).Text.ShouldBe("Ya lo vemos.");
    }

    [Fact]
    public void A_bad_scenario_names_every_bad_line()
    {
        var error = Should.Throw<ScenarioException>(() => ScenarioFile.Parse(
            """
            name: bad
            accounts: [{ key: shop }]
            items:
              - { key: shoe, account: shop, title: Zapatilla, price: cheap }
            buyers: [{ key: ana, colour: blue }]
            steps:
              - { at: soon, say: hello }
              - { at: 1s }
              - { say: one, crash: worker }
              - { ask: { buyer: ana, item: shoe } }
              - { storm: { form: thunder } }
            """,
            "bad.yaml"));

        error.Message.ShouldStartWith("bad.yaml can't be played:");
        error.Message.ShouldContain("line 4: \"price\" of an item must be a number, not \"cheap\".");
        error.Message.ShouldContain("line 5: a buyer knows no \"colour\"");
        error.Message.ShouldContain("line 7: \"at\" of a step must be a length of time");
        error.Message.ShouldContain("line 8: a step needs exactly one of");
        error.Message.ShouldContain("line 9: a step needs exactly one of");
        error.Message.ShouldContain("line 10: ask needs \"text\".");
        error.Message.ShouldContain("line 11: \"form\" of storm must be one of empty, text,");
    }

    [Fact]
    public void Names_that_nobody_has_are_found_before_the_play()
    {
        var error = Should.Throw<ScenarioException>(() => ScenarioFile.Parse(World +
            """
            steps:
              - { ask: { buyer: carla, item: shoe, text: "¿Hay?" } }
              - { after: nine, say: hello }
            """,
            "names.yaml"));

        error.Message.ShouldContain("line 6: there is no buyer \"carla\".");
        error.Message.ShouldContain("line 7: there is no question \"nine\".");
    }

    [Fact]
    public void What_is_no_yaml_says_where()
    {
        Should.Throw<ScenarioException>(() => ScenarioFile.Parse("name: x\n  steps: [", "x.yaml")).Message.ShouldStartWith("x.yaml is no YAML: line 2");
        Should.Throw<ScenarioException>(() => ScenarioFile.Parse("name: [1\nsteps: }", "x.yaml")).Message.ShouldContain("after line 1");
    }

    [Fact]
    public async Task The_shipped_demo_loads_and_with_a_seller_who_answers_everything_it_passes()
    {
        await using var play = await StartFastAsync();
        var yaml = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Scenarios", "demo.yaml"), Playground.Cancel);
        var loaded = play.Host.Scenarios.Load(yaml, "demo.yaml");
        loaded.Accounts.Count.ShouldBe(2);
        play.Host.Scenarios.Start();

        while (play.Host.Scenarios.Current!.State != "finished")
        {
            await play.World.WaitUntilAsync(
                w => play.Host.Scenarios.Current!.State == "finished" || w.AllQuestions.Any(q => q.Status == "UNANSWERED"), Playground.Cancel);
            foreach (var question in play.World.AllQuestions.Where(q => q.Status == "UNANSWERED")) play.World.AnswerElsewhere(question.Id, "Sí.");
        }

        var progress = play.Host.Scenarios.Current!;
        progress.Failures.ShouldBeEmpty();
        progress.Questions.ShouldBeGreaterThanOrEqualTo(32);
        progress.Answered.ShouldBe(progress.Questions);
        play.World.AllQuestions.Select(q => q.SellerId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_posted_scenario_is_checked_and_played()
    {
        await using var play = await Playground.StartAsync();
        using var http = new HttpClient { BaseAddress = play.Host.Url };

        using var bad = await http.PostAsync("/_control/scenario", new StringContent("name: x\nfoo: 1"), Playground.Cancel);
        using var good = await http.PostAsync("/_control/scenario?start=true", new StringContent(World + "steps: [{ say: hello }]"), Playground.Cancel);

        ((int)bad.StatusCode).ShouldBe(400);
        (await bad.Content.ReadAsStringAsync(Playground.Cancel)).ShouldContain("line 2");
        ((int)good.StatusCode).ShouldBe(201);
        await play.Host.Scenarios.Finished;
        play.World.Happenings.After(0).ShouldContain(h => h.Kind == "say" && h.Text == "hello");
    }

    /// <summary>Platform seconds pass twentyfold; nothing here depends on how many.</summary>
    private static Task<Playground> StartFastAsync() => Playground.StartAsync(o => o.Speed = 20);

    private static Task FinishedAsync(Playground play) => play.Host.Scenarios.Finished.WaitAsync(Playground.Cancel);

    private static async Task<long> AskedAsync(Playground play, string key)
    {
        await play.World.WaitUntilAsync(_ => play.Host.Scenarios.Current!.Asked.ContainsKey(key), Playground.Cancel);
        return play.Host.Scenarios.Current!.Asked[key];
    }
}
