using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Running;
using MeliBot.Dialogs.Templates;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Tests.Claims;

/// <summary>Every type, stage, group, triage and action that claims are known to have, and one of each that nobody has seen.</summary>
public class ClaimMatrixTests
{
    private static readonly CompiledPlaybook Shipped = CompiledPlaybook.Of(ShippedPlaybook.Playbook);

    private static readonly string?[] Types = [.. ClaimWords.Types, "brand_new", null];
    private static readonly string?[] Stages = [.. ClaimWords.Stages, "brand_new", null];
    private static readonly HashSet<string?> KnownTypes = [.. ClaimWords.Types];
    private static readonly HashSet<string?> KnownStages = [.. ClaimWords.Stages];
    private static readonly string?[] Groups = [.. ClaimWords.Groups, null];
    private static readonly string?[] Triages = [.. ClaimWords.Triages, "brand_new", null];
    private static readonly string[] Actions = [.. ClaimWords.Actions, "brand_new"];

    [Fact]
    public async Task Every_combination_has_a_dialog_or_a_person_with_the_reason()
    {
        var (routes, talked) = (0, 0);
        foreach (var about in (string[])[ClaimEvents.Message, ClaimEvents.Opened, ClaimEvents.Closed, "claim.something-new"])
        {
            foreach (var (type, stage, group, triage) in from type in Types from stage in Stages from @group in Groups from triage in Triages select (type, stage, @group, triage))
            {
                foreach (var action in about == ClaimEvents.Message ? Actions.Append(null) : ["send_message_to_complainant"])
                {
                    var claim = Claim(type, stage, group, triage, action);
                    var route = await RouteAsync(claim, about);
                    route.Reason.ShouldNotBeNullOrEmpty();
                    routes++;
                    if (route.Dialog is null) continue;
                    route.Candidates.Any(candidate => candidate.Dialog == route.Dialog && candidate.Outcome == RouteOutcome.Chosen).ShouldBeTrue();
                    if (!ClaimPlace.Talks(ShippedPlaybook.Playbook.Dialogs[route.Dialog], ShippedPlaybook.Playbook.Dialogs)) continue;
                    talked++;
                    if (!KnownTypes.Contains(type) || !KnownStages.Contains(stage)) Assert.Fail($"{route.Dialog} would talk in type {type} at stage {stage}");
                }
            }
        }

        routes.ShouldBe(Types.Length * Stages.Length * Groups.Length * Triages.Length * (Actions.Length + 4));
        talked.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Where_the_stage_has_no_receiver_nothing_is_said_by_any_dialog()
    {
        var (silent, withheld) = (0, 0);
        foreach (var (type, stage, reason) in from type in Types from stage in Stages from reason in (string[])["PNR9508", "PDD9939", "CS9532", "XX1", ""] select (type, stage, reason))
        {
            for (var i = 0; i < Triages.Length; i++)
            {
                // By turns all actions are offered, and some without messages.
                var scene = new ClaimScene(Yaml(type, stage, reason, Triages[i], i % 2 == 0 ? [.. ClaimWords.Actions] : ["refund", "allow_return"]));
                if (ClaimReceiver.Of(scene.Fixture!.Claim) != ClaimWords.Nobody) continue;
                silent++;
                var replies = await scene.HappensAsync();
                ClaimScene.Said(replies).ShouldBeEmpty();
                if (ClaimScene.Person(replies)?.Contains("can't be said", StringComparison.Ordinal) == true) withheld++;
            }
        }

        silent.ShouldBeGreaterThan(1_000);
        withheld.ShouldBeGreaterThan(0, "no dialog had anything to say, so nothing was tried");
    }

    [Theory]
    [InlineData("claim", "send_message_to_complainant", "complainant")]
    [InlineData("claim", "send_message_to_respondent", "respondent")]
    [InlineData("claim", "send_message_to_mediator", "nobody")]
    [InlineData("dispute", "send_message_to_mediator", "mediator")]
    [InlineData("dispute", "send_message_to_complainant", "nobody")]
    [InlineData("recontact", "send_message_to_mediator", "nobody")]
    [InlineData("none", "send_message_to_complainant", "nobody")]
    [InlineData("stale", "send_message_to_complainant", "nobody")]
    [InlineData("brand_new", "send_message_to_complainant", "nobody")]
    [InlineData("claim", "refund", "nobody")]
    public void The_stage_says_who_may_be_written_to_and_only_if_the_action_is_there(string stage, string action, string receiver) =>
        ClaimReceiver.Of(Claim("mediations", stage, null, null, action)).ShouldBe(receiver);

    [Fact]
    public void Nobody_is_written_to_in_a_return_a_closed_claim_or_one_whose_actions_are_not_known()
    {
        var open = Claim("mediations", "claim", null, null, "send_message_to_complainant");
        ClaimReceiver.Of(open with { Type = Known("return") }).ShouldBe("nobody");
        ClaimReceiver.Of(open with { Status = Known("closed") }).ShouldBe("nobody");
        ClaimReceiver.Of(open with { Status = null }).ShouldBe("nobody");
        ClaimReceiver.Of(open with { Actions = null }).ShouldBe("nobody");
        ClaimReceiver.Of(open with { Stage = null }).ShouldBe("nobody");
    }

    private static ValueTask<ClaimRoute> RouteAsync(ClaimFacts claim, string about)
    {
        var facts = new TurnFacts(new ClaimScene(null), null, null, null, UnderstoodQuestion.Nothing(""), "", ClaimScene.Now) { Claim = claim };
        return Shipped.Claims.RouteAsync(
            ClaimSituation.Of(claim, [about], [], ClaimScene.Now),
            dialog => ValueTask.FromResult(new Reading(facts).Test(Shipped.Dialogs[dialog.Name].When!) == Truth.True));
    }

    private static ClaimFacts Claim(string? type, string? stage, string? group, string? triage, string? action) => new()
    {
        Id = "1",
        Type = Known(type),
        Stage = Known(stage),
        Status = Known("opened"),
        Group = Known(group),
        Triage = Known(triage),
        Actions = new Fact<IReadOnlyList<string>>(action is null ? [] : [action], "claim", ClaimScene.Now),
    };

    private static Fact<string>? Known(string? value) => value is null ? null : new Fact<string>(value, "claim", ClaimScene.Now);

    private static string Yaml(string? type, string? stage, string reason, string? triage, string[] actions) => string.Join('\n', new[]
    {
        type is null ? null : $"type: {type}",
        stage is null ? null : $"stage: \"{stage}\"",
        reason.Length == 0 ? null : $"reason: {reason}",
        triage is null ? null : $"triage: {triage}",
        $"actions: [{string.Join(", ", actions)}]",
        "order: { order: 7, stage: paid, shipment: { status: shipped, carrier: Andreani, tracking: AR1, promised: 2026-11-28 } }",
    }.OfType<string>());
}
