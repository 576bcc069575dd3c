using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Policy;
using MeliBot.Delivery.Conversations;
using Microsoft.Extensions.Options;
using Moq;

namespace MeliBot.Adapter.Tests.Policy;

public sealed class ModePolicyTests
{
    private const long Account = 100;

    [Fact]
    public async Task A_covered_reply_that_no_guard_objects_to_is_sent()
    {
        var verdict = await Decide(Asked("price") with { Fragments = [Answer("Cuesta $ 100", "price")] });
        verdict.Decision.ShouldBe(Decision.Send);
        verdict.Reasons.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(Mode.Auto, Decision.Send)]
    [InlineData(Mode.Draft, Decision.Draft)]
    [InlineData(Mode.Shadow, Decision.Shadow)]
    [InlineData(Mode.Off, Decision.Drop)]
    public async Task The_mode_says_how_far_a_reply_may_go(Mode mode, Decision expected) =>
        (await Decide(Asked("price") with { Fragments = [Answer("Cuesta $ 100", "price")] }, new PolicyOptions { Mode = mode })).Decision.ShouldBe(expected);

    [Fact]
    public async Task The_account_and_kind_is_stronger_than_the_account_than_the_kind_than_the_rest()
    {
        var options = new PolicyOptions { Mode = Mode.Off, Kinds = { ["questions"] = Mode.Draft } };
        var request = Asked("price") with { Fragments = [Answer("Cuesta $ 100", "price")] };
        (await Decide(request, options)).Decision.ShouldBe(Decision.Draft);
        options.Accounts["100"] = new AccountPolicy { Mode = Mode.Shadow };
        (await Decide(request, options)).Decision.ShouldBe(Decision.Shadow);
        options.Accounts["100"].Kinds["Questions"] = Mode.Auto;
        (await Decide(request, options)).Decision.ShouldBe(Decision.Send);
        (await Decide(request with { Account = 200 }, options)).Decision.ShouldBe(Decision.Draft);
    }

    [Fact]
    public async Task Whatever_speaks_against_sending_makes_a_draft_with_every_reason()
    {
        var request = Asked("price", "warranty") with
        {
            Fragments = [Answer("Cuesta $ 100", "price")],
            Findings = [new GuardFinding("phone", "It seems to hold a telephone number.", 0, 1)],
            Owner = Owner.Waiting,
            HandOff = true,
            HandOffReason = "asks for a discount",
            Intents = [new("price", 0.4), new("warranty", 0.9)],
        };

        var verdict = await Decide(request);

        verdict.Decision.ShouldBe(Decision.Draft);
        verdict.Reasons.ShouldBe(
            [
                "The bot asked for a person: asks for a discount.",
                "The conversation waits for a person.",
                "It seems to hold a telephone number.",
                "The reply doesn't answer all that was asked: warranty.",
                "'price' was recognised with 0.40, less than 0.60.",
            ]);
    }

    [Fact]
    public async Task What_is_left_open_is_sent_only_if_the_settings_say_so()
    {
        var request = Asked("price", "warranty") with { Fragments = [Answer("Cuesta $ 100", "price")] };
        (await Decide(request)).Decision.ShouldBe(Decision.Draft);
        var sent = await Decide(request, new PolicyOptions { Uncovered = UncoveredRule.Send });
        sent.Decision.ShouldBe(Decision.Send);
        sent.Reasons.ShouldContain(reason => reason.Text.Contains("warranty"));
    }

    [Fact]
    public async Task An_intent_answered_by_a_repeated_sentence_is_covered_and_a_plain_bot_covers_all()
    {
        (await Decide(Asked("price", "discount") with { Fragments = [Answer("El precio es final", "price"), Answer("El precio es final", "discount")] })).Decision.ShouldBe(Decision.Send);
        (await Decide(Asked("price", "discount") with { Fragments = [new("El precio es final", FragmentRole.Core)] })).Decision.ShouldBe(Decision.Send);
    }

    [Fact]
    public async Task One_intent_asked_in_two_places_is_covered_only_when_both_are_answered()
    {
        var request = Asked() with
        {
            Intents = [new("variant", 0.9, new(0, 10)), new("variant", 0.9, new(12, 10))],
            Fragments = [Answer("En azul hay", "variant") with { Span = new(2, 8) }],
        };
        (await Decide(request)).Decision.ShouldBe(Decision.Draft);
        (await Decide(request with { Fragments = [.. request.Fragments, Answer("En rojo no hay", "variant") with { Span = new(14, 8) }] })).Decision.ShouldBe(Decision.Send);
    }

    [Fact]
    public async Task A_composition_that_is_held_is_a_draft()
    {
        var verdict = await Decide(Asked("availability") with { Fragments = [Answer("Sí, tenemos", "availability"), Answer("No hay más", "availability")] });
        verdict.Decision.ShouldBe(Decision.Draft);
        verdict.Reasons.ShouldHaveSingleItem().Text.ShouldContain("contradict");
    }

    [Theory]
    [InlineData("Es de 220 V", null)]
    [InlineData("É bivolt", null)]
    [InlineData("Es apto para celíacos", null)]
    [InlineData("Es seguro para bebés", null)]
    [InlineData("Sí, le queda a tu auto", null)]
    [InlineData("Sí, es compatible", "compatibility")]
    [InlineData("Sí", "compatibility")]
    [InlineData("Serve no Gol 2010", null)]
    public async Task A_critical_fact_without_a_source_is_not_sent(string text, string? intent)
    {
        var fragment = new Fragment(text, FragmentRole.Core, intent);
        (await Decide(Asked() with { Fragments = [fragment] })).Decision.ShouldBe(Decision.Draft);
        (await Decide(Asked() with { Fragments = [fragment with { Facts = [new("item.attribute", "x", "guess")] }] })).Decision.ShouldBe(Decision.Draft);
        (await Decide(Asked() with { Fragments = [fragment with { Facts = [new("item.attribute", "x", "item")] }] })).Decision.ShouldBe(Decision.Send);
    }

    [Theory]
    [InlineData("No tenemos ese dato del voltaje")]
    [InlineData("No figura el voltaje en la publicación")]
    [InlineData("Não temos essa informação sobre a compatibilidade")]
    [InlineData("No podemos confirmar que le quede a tu auto")]
    [InlineData("El envío es gratis")]
    [InlineData("Mide 220 cm")]
    public async Task Saying_that_it_is_not_known_is_no_guess(string text) =>
        (await Decide(Asked() with { Fragments = [new Fragment(text, FragmentRole.Core)] })).Decision.ShouldBe(Decision.Send);

    [Fact]
    public async Task A_critical_fact_of_unknown_value_may_be_told()
    {
        var fragment = new Fragment("El vendedor no lo informa", FragmentRole.Core, "compatibility", Facts: [new("item.compatibility", null, "item")]);
        (await Decide(Asked("compatibility") with { Fragments = [fragment] })).Decision.ShouldBe(Decision.Send);
        var guess = fragment with { Facts = [new("item.voltage", "220 V", "model"), new("item.price", "1", "item")] };
        (await Decide(Asked("compatibility") with { Fragments = [guess] })).Reasons.ShouldHaveSingleItem().Text.ShouldContain("item.voltage");
    }

    [Fact]
    public async Task Nothing_to_say_is_held_for_a_person_unless_nothing_was_asked()
    {
        (await Decide(Asked("price"))).Decision.ShouldBe(Decision.Hold);
        (await Decide(Asked())).Decision.ShouldBe(Decision.Hold);
        (await Decide(Asked("thanks"))).Decision.ShouldBe(Decision.Drop);
        (await Decide(Asked("thanks", "price"))).Decision.ShouldBe(Decision.Hold);
        (await Decide(Asked() with { ExpectsAnswer = false })).Decision.ShouldBe(Decision.Drop);
        (await Decide(Asked("thanks") with { HandOff = true })).Decision.ShouldBe(Decision.Hold);
    }

    [Fact]
    public async Task Shadow_says_what_would_have_happened()
    {
        var verdict = await Decide(Asked("price") with { Owner = new Owner(OwnerKind.Agent, "ana"), Fragments = [Answer("Cuesta $ 100", "price")] }, new PolicyOptions { Mode = Mode.Shadow });
        verdict.Decision.ShouldBe(Decision.Shadow);
        verdict.Reasons[0].Text.ShouldContain("draft");
        verdict.Reasons[1].Text.ShouldBe("A person speaks in this conversation now.");
    }

    private static PolicyRequest Asked(params string[] intents) => new()
    {
        Account = Account,
        Kind = "questions",
        Composition = Composition.Nothing,
        Intents = [.. intents.Select(intent => new RecognizedIntent(intent, 0.9))],
    };

    private static Fragment Answer(string text, string intent) => new(text, FragmentRole.Core, intent);

    private static async Task<Verdict> Decide(PolicyRequest request, PolicyOptions? options = null)
    {
        var composition = new QuestionComposer().Compose(request.Fragments, new ComposeOptions());
        var monitor = Mock.Of<IOptionsMonitor<PolicyOptions>>(m => m.CurrentValue == (options ?? new PolicyOptions()));
        return await new ModePolicy(monitor).DecideAsync(request with { Composition = composition }, CancellationToken.None);
    }
}
