using MeliBot.Adapter.Policy;

namespace MeliBot.Adapter.Tests.Policy;

public sealed class ClaimModeTests
{
    [Fact]
    public void Claims_that_no_setting_names_are_drafts_and_the_rest_is_as_it_was()
    {
        new PolicyOptions().ModeFor(1, "claims").ShouldBe(Mode.Draft);
        new PolicyOptions().ModeFor(1, "orders").ShouldBe(Mode.Auto);
        new PolicyOptions { Mode = Mode.Shadow }.ModeFor(1, "claims").ShouldBe(Mode.Shadow);
        new PolicyOptions { Accounts = { ["1"] = new AccountPolicy { Mode = Mode.Auto } } }.ModeFor(1, "claims").ShouldBe(Mode.Draft);
        new PolicyOptions { Kinds = { ["claims"] = Mode.Auto } }.ModeFor(1, "claims").ShouldBe(Mode.Auto);
    }

    [Theory]
    [InlineData("mediations", "dispute", Mode.Off)]
    [InlineData("mediations", "claim", Mode.Auto)]
    [InlineData("change", "dispute", Mode.Shadow)]
    [InlineData("change", "claim", Mode.Draft)]
    [InlineData(null, null, Mode.Draft)]
    public void The_narrower_setting_of_type_and_stage_holds(string? type, string? stage, Mode mode)
    {
        var options = new PolicyOptions { Kinds = { ["claims/mediations/dispute"] = Mode.Off, ["claims/mediations"] = Mode.Auto, ["claims/*/dispute"] = Mode.Shadow, ["claims"] = Mode.Draft } };
        options.ModeFor(1, "claims", type, stage).ShouldBe(mode);
    }

    [Fact]
    public void An_account_goes_before_all_and_a_playbook_is_limited_only_by_what_is_set()
    {
        var options = new PolicyOptions { Kinds = { ["claims"] = Mode.Shadow }, Accounts = { ["1"] = new AccountPolicy { Kinds = { ["claims/change"] = Mode.Auto } } } };
        options.ModeFor(1, "claims", "change", "claim").ShouldBe(Mode.Auto);
        options.ModeFor(2, "claims", "change", "claim").ShouldBe(Mode.Shadow);
        new PolicyOptions().LimitFor(1, "claims", "change", "claim").ShouldBe(Mode.Auto);
        options.LimitFor(2, "claims", "change", "claim").ShouldBe(Mode.Shadow);
    }
}
