using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Policy;
using MeliBot.Bot.Deciding;
using MeliBot.Bot.Rehearsal;
using MeliBot.Dialogs.Playbooks;
using Microsoft.Extensions.Options;

namespace MeliBot.Bot.Tests.Deciding;

public sealed class PlaybookPolicyTests
{
    private static readonly SourceSpan Here = SourceSpan.At("deciding.yaml", 3, 1);

    private readonly PolicyOptions _settings = new();

    [Fact]
    public async Task What_passes_is_sent_under_the_shipped_rules() => (await DecideAsync(Asked(0.9), ShippedPlaybook.Playbook)).Decision.ShouldBe(Decision.Send);

    [Fact]
    public async Task Of_playbook_and_settings_the_stricter_mode_holds_and_the_reasons_say_whose()
    {
        (await DecideAsync(Asked(0.9), With(Rule(mode: "draft")))).Reasons.ShouldHaveSingleItem().Text.ShouldBe("Mode draft: the general rule (deciding.yaml:3:1).");
        _settings.Mode = Mode.Shadow;
        var limited = await DecideAsync(Asked(0.9), With(Rule(mode: "draft")));
        limited.Decision.ShouldBe(Decision.Shadow);
        limited.Reasons[0].Text.ShouldContain("the settings (MercadoLibre:Policy) allow no more; the playbook says draft");
        (await DecideAsync(Asked(0.9), With(Rule(mode: "off")))).Decision.ShouldBe(Decision.Drop);
    }

    [Fact]
    public async Task What_the_settings_set_limits_the_playbook_and_what_they_leave_open_does_not()
    {
        var open = With(Rule(uncovered: "send", send: 0.5, notify: 0.5));
        var request = Asked(0.55) with { Intents = [new("price", 0.55), new("warranty", 0.9)] };
        (await DecideAsync(request, open)).Decision.ShouldBe(Decision.Send);
        _settings.Uncovered = UncoveredRule.Draft;
        (await DecideAsync(request, open)).Decision.ShouldBe(Decision.Draft);
        _settings.Uncovered = null;
        _settings.MinConfidence = 0.7;
        (await DecideAsync(request, open)).Decision.ShouldBe(Decision.Draft);
    }

    [Theory]
    [InlineData("draft", Decision.Draft)]
    [InlineData("off", Decision.Hold)]
    [InlineData("ignore", Decision.Send)]
    public async Task An_angry_buyer_is_treated_as_the_rules_say(string negative, Decision decision)
    {
        var verdict = await DecideAsync(Asked(0.9) with { Text = "Son unos ladrones. ¿Cuánto sale?" }, With(Rule(negative: negative)));
        verdict.Decision.ShouldBe(decision);
        if (negative != "ignore") verdict.Reasons.ShouldContain(reason => reason.Text.Contains("son unos ladrones", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_complaint_counts_as_anger() =>
        (await DecideAsync(Asked(0.9) with { Intents = [new("price", 0.9), new("complaint", 0.9)] }, With(Rule()))).Reasons.ShouldContain(reason => reason.Text.Contains("complaint", StringComparison.Ordinal));

    [Fact]
    public async Task A_schedule_follows_the_clock_of_the_accounts_site()
    {
        var night = new ScheduleRule("night", [], [new HourRange(new TimeOnly(18, 0), new TimeOnly(9, 0))], null, new ScopeRule(null, null, null, null, Rule(mode: "draft"), Here), Here);
        var playbook = With(Rule(), night);
        // 21:30 UTC is 18:30 in Buenos Aires and 15:30 in Mexico City.
        var at = new DateTimeOffset(2026, 11, 26, 21, 30, 0, TimeSpan.Zero);
        var verdict = await DecideAsync(Asked(0.9) with { At = at, Site = "MLA" }, playbook);
        verdict.Decision.ShouldBe(Decision.Draft);
        verdict.Reasons.ShouldHaveSingleItem().Text.ShouldBe("Mode draft: schedule \"night\" (deciding.yaml:3:1), until Fri 27 Nov 2026 09:00 in America/Argentina/Buenos_Aires.");
        (await DecideAsync(Asked(0.9) with { At = at, Site = "MLM" }, playbook)).Decision.ShouldBe(Decision.Send);
    }

    [Fact]
    public async Task Claims_are_drafts_until_a_rule_of_their_type_says_auto_and_the_settings_may_still_forbid_it()
    {
        var claim = Asked(0.9) with { Kind = "claims", ClaimType = "mediations", ClaimStage = "claim" };
        (await DecideAsync(claim, With(Rule(mode: "auto")))).Decision.ShouldBe(Decision.Draft);

        var freed = With(Rule(mode: "auto"));
        freed = freed with { Deciding = freed.Deciding with { Scopes = [new ScopeRule(null, null, null, null, Rule(mode: "auto"), Here) { ClaimType = "mediations", ClaimStage = "claim" }] } };
        (await DecideAsync(claim, freed)).Decision.ShouldBe(Decision.Send);
        (await DecideAsync(claim with { ClaimStage = "dispute" }, freed)).Decision.ShouldBe(Decision.Draft);

        _settings.Kinds["claims/mediations"] = Mode.Shadow;
        var verdict = await DecideAsync(claim, freed);
        verdict.Decision.ShouldBe(Decision.Shadow);
        verdict.Reasons[0].Text.ShouldStartWith("Shadow mode, so nothing is sent: the settings (MercadoLibre:Policy) allow no more; the playbook says auto.");
    }

    [Fact]
    public async Task A_fixed_reply_is_said_in_the_buyers_voice()
    {
        var closed = new LocalText(new Dictionary<string, IReadOnlyList<Template>> { ["es"] = [new("Respondemos de 9 a 18.", Here)], ["pt"] = [new("Respondemos das 9 às 18.", Here)] }, Here);
        var playbook = With(Rule(reply: "closed", only: true)) with { Texts = new Dictionary<string, LocalText> { ["closed"] = closed } };
        (await DecideAsync(Asked(0.9) with { Site = "MLA", Locale = "es-AR" }, playbook)).Instead.ShouldBe("Respondemos de 9 a 18.");
        var portuguese = await DecideAsync(Asked(0.9) with { Site = "MLB", Locale = "pt-BR" }, playbook);
        (portuguese.Decision, portuguese.Instead).ShouldBe((Decision.Send, "Respondemos das 9 às 18."));
    }

    [Fact]
    public async Task A_fixed_reply_that_cannot_be_said_makes_a_draft_of_the_bots() =>
        (await DecideAsync(Asked(0.9), With(Rule(reply: "nothing", only: true)))).ShouldSatisfyAllConditions(
            verdict => verdict.Decision.ShouldBe(Decision.Draft),
            verdict => verdict.Reasons.ShouldHaveSingleItem().Text.ShouldContain("\"nothing\""));

    private static Playbook With(DecidingRule general, params ScheduleRule[] schedules) => ShippedPlaybook.Playbook with { Deciding = new DecidingRules(general, [], schedules, []) };

    private static DecidingRule Rule(string? mode = null, double? send = null, double? notify = null, string? uncovered = null, string? negative = null, string? reply = null, bool only = false) =>
        new(mode, send, notify, uncovered, negative, reply, only, Here);

    private static PolicyRequest Asked(double score)
    {
        var fragment = new Fragment("Cuesta $ 100.", FragmentRole.Core, "price", Facts: [new FragmentFact("item.price", "100", "item")]);
        return new PolicyRequest
        {
            Account = 1,
            Kind = "questions",
            Site = "MLA",
            Text = "¿Cuánto sale?",
            Composition = new QuestionComposer().Compose([fragment], new ComposeOptions()),
            Fragments = [fragment],
            Intents = [new("price", score)],
            At = new DateTimeOffset(2026, 11, 26, 15, 0, 0, TimeSpan.Zero),
        };
    }

    private ValueTask<Verdict> DecideAsync(PolicyRequest request, Playbook playbook) =>
        new PlaybookPolicy(new PlaybookNow(() => playbook), new Now(_settings), new AccountZones(), new RehearsedFacts()).DecideAsync(request, default);

    private sealed class Now(PolicyOptions options) : IOptionsMonitor<PolicyOptions>
    {
        public PolicyOptions CurrentValue => options;

        public PolicyOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<PolicyOptions, string?> listener) => null;
    }
}
