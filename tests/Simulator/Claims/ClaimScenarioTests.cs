namespace MeliBot.Simulator.Tests;

public sealed class ClaimScenarioTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Scenarios", "claims");

    public static TheoryData<string> Shipped => [.. Directory.GetFiles(Folder).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Each_shipped_claim_goes_its_way_to_its_end(string name)
    {
        await using var play = await Playground.StartAsync(options => (options.Speed, options.AccessTokenLife) = (500, TimeSpan.FromDays(3000)));
        play.Host.Scenarios.Load(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".yaml"), Playground.Cancel), name);

        play.Host.Scenarios.Start();
        await play.Host.Scenarios.Finished.WaitAsync(Playground.Cancel);

        var progress = play.Host.Scenarios.Current!;
        progress.Failures.ShouldBeEmpty();
        progress.Claims.Count.ShouldBeGreaterThan(0);
        // Whatever it is, the seller's applications can read it.
        foreach (var claim in play.World.Claims.All)
        {
            var token = play.World.Grant(play.App.Id, claim.SellerId).AccessToken;
            foreach (var part in new[] { "", "/detail", "/messages", "/affects-reputation", "/expected-resolutions", "/evidences", "/status-history", "/actions-history", "/changes" })
                (await play.GetAsync($"/post-purchase/v1/claims/{claim.Id}{part}", token)).Status.ShouldBe(200, part);
        }
    }

    [Fact]
    public void There_are_twenty_at_least_and_every_type_is_among_them()
    {
        var scenarios = Shipped.Select(name => ScenarioFile.Parse(File.ReadAllText(Path.Combine(Folder, name.Data + ".yaml")), name.Data)).ToList();
        var types = scenarios.SelectMany(scenario => scenario.Steps).Select(step => step.Act).OfType<OpenClaimAct>().Select(act => act.Wish.Type)
            .Concat(scenarios.SelectMany(scenario => scenario.Steps).Select(step => step.Act).OfType<ExpectClaimAct>().Select(act => act.Type ?? ""));

        scenarios.Count.ShouldBeGreaterThanOrEqualTo(20);
        ClaimTypes.All.Except(types, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void A_bad_step_about_a_claim_is_named_with_its_line()
    {
        var error = Should.Throw<ScenarioException>(() => ScenarioFile.Parse(
            """
            name: bad
            one by one: true
            accounts: [{ key: shop }]
            buyers: [{ key: ana }]
            steps:
              - { claim: { id: c } }
              - { at: 3s, say: hello }
              - { claim: { id: d, account: shop, buyer: ana, due in: soon } }
              - { close claim: { claim: d, colour: blue } }
            """,
            "bad.yaml"));

        error.Message.ShouldContain("line 6: a claim needs \"order\", or \"account\" and \"buyer\"");
        error.Message.ShouldContain("line 7: where steps come one by one, none has \"at\"");
        error.Message.ShouldContain("line 8: \"due in\" must be a length of time");
        error.Message.ShouldContain("line 9: close claim knows no \"colour\"");
        Should.Throw<ScenarioException>(() => ScenarioFile.Parse("name: x\nsteps: [{ dispute: nobody }, { claim: { id: c, order: none } }]", "x.yaml")).Message
            .ShouldSatisfyAllConditions(message => message.ShouldContain("there is no claim \"nobody\""), message => message.ShouldContain("there is no order \"none\""));
    }

    [Fact]
    public async Task An_expectation_about_a_claim_that_does_not_hold_says_what_is_wrong()
    {
        await using var play = await Playground.StartAsync(options => options.Speed = 500);
        play.Host.Scenarios.Load(
            """
            name: wrong
            accounts: [{ key: shop }]
            buyers: [{ key: ana }]
            one by one: true
            steps:
              - { claim: { id: c, account: shop, buyer: ana } }
              - { expect claim: { claim: c, status: closed, resolution: no_bpp, within: 1s } }
            """);
        play.Host.Scenarios.Start();
        await play.Host.Scenarios.Finished.WaitAsync(Playground.Cancel);

        play.Host.Scenarios.Current!.Failures.ShouldBe(["line 7: claim \"c\": status is opened, not closed; resolution is none, not no_bpp"]);
    }
}
