using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Policy;
using MeliBot.Delivery.Conversations;

namespace MeliBot.Adapter.Tests.Policy;

public sealed class ReplyJudgeTests
{
    private static readonly PolicyTerms Auto = new() { Mode = Mode.Auto, ModeReason = "Mode auto.", SendFrom = 0.75, NotifyFrom = 0.6, Uncovered = UncoveredRule.Draft, NeedNoAnswer = new HashSet<string> { "thanks" } };

    private static readonly FixedReplyTerms OutOfHours = new("Respondemos de 9 a 18.", Only: true, "The fixed reply \"out_of_hours\" stands for every answer.");

    [Theory]
    [InlineData(0.75, Decision.Send, false)]
    [InlineData(0.74, Decision.Send, true)]
    [InlineData(0.60, Decision.Send, true)]
    [InlineData(0.59, Decision.Draft, false)]
    public void Confidence_has_three_bands(double score, Decision decision, bool notify)
    {
        var verdict = ReplyJudge.Decide(Asked(score), Auto);
        (verdict.Decision, verdict.Notify).ShouldBe((decision, notify));
        if (score < 0.75) verdict.Reasons.ShouldContain(reason => reason.Text.Contains("was recognised with"));
    }

    [Fact]
    public void A_critical_intent_has_no_middle_band()
    {
        var terms = Auto with { Critical = new HashSet<string> { "price" } };
        ReplyJudge.Decide(Asked(0.74, "item"), terms).Decision.ShouldBe(Decision.Draft);
        ReplyJudge.Decide(Asked(0.75, "item"), terms).Decision.ShouldBe(Decision.Send);
        ReplyJudge.Decide(Asked(0.99, source: null), terms).Reasons.ShouldHaveSingleItem().Text.ShouldContain("without a fact");
    }

    [Fact]
    public void A_fixed_reply_for_everything_stands_where_the_bots_would()
    {
        var verdict = ReplyJudge.Decide(Asked(0.1), Auto with { Fixed = OutOfHours });
        verdict.Decision.ShouldBe(Decision.Send);
        verdict.Instead.ShouldBe("Respondemos de 9 a 18.");
        verdict.Notify.ShouldBeFalse();
        verdict.Reasons.ShouldBe([OutOfHours.Reason]);
    }

    [Fact]
    public void A_fixed_reply_for_gaps_is_said_only_where_the_bot_has_no_answer_and_a_person_is_told()
    {
        var terms = Auto with { Fixed = OutOfHours with { Only = false } };
        ReplyJudge.Decide(Asked(0.9), terms).Instead.ShouldBeNull();
        var gap = ReplyJudge.Decide(Asked(0.9) with { HandOff = true, Composition = Composition.Nothing, Fragments = [] }, terms);
        (gap.Decision, gap.Instead, gap.Notify).ShouldBe((Decision.Send, "Respondemos de 9 a 18.", true));
        var thanks = ReplyJudge.Decide(Asked(0.9) with { Composition = Composition.Nothing, Fragments = [], Intents = [new("thanks", 0.9)] }, terms);
        (thanks.Decision, thanks.Instead).ShouldBe((Decision.Drop, null));
    }

    [Fact]
    public void What_speaks_against_any_text_speaks_against_a_fixed_one()
    {
        var draft = ReplyJudge.Decide(Asked(0.9) with { Owner = Owner.Waiting }, Auto with { Fixed = OutOfHours, Against = ["The buyer sounds angry."] });
        (draft.Decision, draft.Instead).ShouldBe((Decision.Draft, "Respondemos de 9 a 18."));
        draft.Reasons.ShouldBe(["The conversation waits for a person.", "The buyer sounds angry.", OutOfHours.Reason]);
        ReplyJudge.Decide(Asked(0.9), Auto with { Mode = Mode.Off, Fixed = OutOfHours }).Decision.ShouldBe(Decision.Drop);
    }

    [Fact]
    public void Where_only_a_person_may_answer_the_bot_holds()
    {
        var verdict = ReplyJudge.Decide(Asked(0.9), Auto with { PersonOnly = "The buyer sounds angry.", Fixed = OutOfHours });
        verdict.Decision.ShouldBe(Decision.Hold);
        verdict.Reasons.ShouldBe(["The buyer sounds angry."]);
    }

    [Fact]
    public void Shadow_says_what_would_have_been()
    {
        var verdict = ReplyJudge.Decide(Asked(0.7), Auto with { Mode = Mode.Shadow, ModeReason = "Shadow mode: nothing is sent." });
        (verdict.Decision, verdict.Notify).ShouldBe((Decision.Shadow, false));
        verdict.Reasons[0].Text.ShouldBe("Shadow mode: nothing is sent. Without it: send.");
    }

    private static PolicyRequest Asked(double score, string? source = "item")
    {
        var fragment = new Fragment("Cuesta $ 100.", FragmentRole.Core, "price", Facts: source is null ? [] : [new FragmentFact("item.price", "100", source)]);
        return new PolicyRequest
        {
            Account = 1,
            Kind = "questions",
            Composition = new QuestionComposer().Compose([fragment], new ComposeOptions()),
            Fragments = [fragment],
            Intents = [new("price", score)],
        };
    }
}
