using MeliBot.Dialogs.Deciding;
using MeliBot.Dialogs.Playbooks;
using static MeliBot.Dialogs.Tests.Deciding.Rules;

namespace MeliBot.Dialogs.Tests.Deciding;

public class ClaimPrecedenceTests
{
    [Fact]
    public void Claims_are_drafts_unless_a_rule_that_names_claims_says_auto()
    {
        Table(Rule("auto"), [Scope(Rule("auto"), account: 1)], [Schedule("day", Rule("auto"), "09:00-18:00")]).At(Claim()).Mode.Value.ShouldBe(ReplyMode.Draft);
        Table(Rule("auto"), [Scope(Rule("auto"), conversations: "claims")]).At(Claim()).Mode.Value.ShouldBe(ReplyMode.Auto);
        Table(Rule("auto"), [Of("auto", type: "mediations")]).At(Claim()).Mode.Value.ShouldBe(ReplyMode.Auto);
        Table(Rule("auto"), [Of("auto", type: "return")]).At(Claim()).Mode.Value.ShouldBe(ReplyMode.Draft);
        Table(Rule("auto")).At(Ask(conversations: "orders")).Mode.Value.ShouldBe(ReplyMode.Auto);
    }

    [Theory]
    [InlineData("shadow", ReplyMode.Shadow)]
    [InlineData("off", ReplyMode.Off)]
    public void What_is_stricter_holds_for_claims_too(string mode, ReplyMode expected) => Table(Rule(mode)).At(Claim()).Mode.Value.ShouldBe(expected);

    [Fact]
    public void An_account_goes_before_a_type_and_that_before_a_stage()
    {
        var table = Table(Rule("auto"), [Of("shadow", stage: "claim"), Of("auto", type: "mediations"), Of("off", type: "change"), Scope(Rule("draft"), account: 2, conversations: "claims")]);
        table.At(Claim()).Mode.Value.ShouldBe(ReplyMode.Auto);
        table.At(Claim(type: "service")).Mode.Value.ShouldBe(ReplyMode.Shadow);
        table.At(Claim(type: "service", stage: "dispute")).Mode.Value.ShouldBe(ReplyMode.Draft);
        table.At(Claim(account: 2)).Mode.Value.ShouldBe(ReplyMode.Draft);
    }

    [Fact]
    public void A_rule_for_both_goes_before_a_rule_for_one_and_says_its_name()
    {
        var mode = Table(Rule("auto"), [Of("auto", type: "mediations"), Of("shadow", type: "mediations", stage: "claim")]).At(Claim()).Mode;
        mode.Value.ShouldBe(ReplyMode.Shadow);
        mode.By.Name.ShouldBe("stage claim of type mediations of claims");
        mode.Over.Select(o => o.By.Name).ShouldBe(["type mediations of claims"]);
    }

    [Fact]
    public void A_rule_for_a_type_leaves_sales_and_unknown_types_alone()
    {
        var table = Table(Rule("auto"), [Of("off", type: "mediations")]);
        table.At(Ask(conversations: "orders")).Mode.Value.ShouldBe(ReplyMode.Auto);
        table.At(Claim(type: null)).Mode.Value.ShouldBe(ReplyMode.Draft);
    }

    private static ScopeRule Of(string mode, string? type = null, string? stage = null) => Scope(Rule(mode)) with { ClaimType = type, ClaimStage = stage };

    private static DecidingQuery Claim(long account = 1, string? type = "mediations", string? stage = "claim") => Ask(account: account, conversations: "claims") with { ClaimType = type, ClaimStage = stage };
}
