using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Tests.Claims;

public class ClaimRouterTests
{
    private static readonly ClaimSituation Defective = new()
    {
        Events = [ClaimEvents.Message],
        Type = "mediations",
        Stage = "claim",
        Group = "different_or_defective",
        Triage = "defective",
        Actions = ["refund", "send_message_to_complainant"],
        MustAct = "seller",
        Reputation = "affected",
        Left = TimeSpan.FromHours(30),
        Intents = ["a"],
    };

    [Fact]
    public async Task The_dialog_that_names_more_goes_first()
    {
        var route = await Route(Defective, Dialog("z", "type: mediations\nstage: claim\ngroup: different_or_defective"), Dialog("a", "stage: claim\nevents: message"));

        route.Dialog.ShouldBe("z");
        route.Reason.ShouldBe("The dialog 'z' begins, the most specific that fits: it names group, stage, type, and all of it holds.");
        route.Candidates[1].ShouldBe(new RouteCandidate("a", RouteOutcome.Outranked, "it fits too, and 'z' goes before it: it names 3 keys (group, stage, type), this one 2 (events, stage)"));
    }

    [Theory]
    [InlineData("events: message", "left: under 48h", "events")]
    [InlineData("left: under 48h", "action: refund", "left")]
    [InlineData("action: refund", "must_act: seller", "action")]
    [InlineData("must_act: seller", "reputation: affected", "must_act")]
    [InlineData("reputation: affected", "triage: defective", "reputation")]
    [InlineData("triage: defective", "group: different_or_defective", "triage")]
    [InlineData("group: different_or_defective", "stage: claim", "group")]
    [InlineData("stage: claim", "type: mediations", "stage")]
    [InlineData("type: mediations", "intents: a", "type")]
    [InlineData("intents: a", "when: claim.type", "intents")]
    public async Task Of_dialogs_that_name_equally_many_the_stronger_key_decides(string stronger, string weaker, string key)
    {
        var route = await Route(Defective, Quiet("z", stronger), Quiet("a", weaker));

        route.Dialog.ShouldBe("z");
        route.Candidates[1].Why.ShouldContain($"{key} is stronger than");
    }

    [Fact]
    public async Task Of_the_same_keys_the_fewer_values_decide_then_less_time_then_the_name()
    {
        (await Route(Defective, Quiet("a", "type: [mediations, return]"), Quiet("z", "type: mediations"))).Dialog.ShouldBe("z");
        (await Route(Defective, Quiet("a", "left: under 3d"), Quiet("z", "left: under 36h"))).Dialog.ShouldBe("z");
        (await Route(Defective with { Left = TimeSpan.FromHours(-1) }, Quiet("a", "left: under 1h"), Quiet("z", "left: passed"))).Dialog.ShouldBe("z");
        (await Route(Defective, Quiet("b", "left: over 1h"), Quiet("a", "left: over 1d"))).Dialog.ShouldBe("a");
        (await Route(Defective, Quiet("b", "type: mediations"), Quiet("a", "type: mediations"))).Dialog.ShouldBe("a");
    }

    [Theory]
    [InlineData("type: return", "type is mediations, not return")]
    [InlineData("stage: [dispute, recontact]", "stage is claim, not dispute or recontact")]
    [InlineData("group: not_received", "group is different_or_defective, not not_received")]
    [InlineData("triage: repentant", "triage is defective, not repentant")]
    [InlineData("action: allow_return", "allow_return isn't among our actions (refund, send_message_to_complainant)")]
    [InlineData("must_act: mediator", "must_act is seller, not mediator")]
    [InlineData("reputation: not_applies", "reputation is affected, not not_applies")]
    [InlineData("left: under 24h", "30 h are left; it wants under 1d")]
    [InlineData("events: claim.closed", "the turn is about message, not claim.closed")]
    [InlineData("intents: b", "none of its intents (b) was recognised")]
    [InlineData("when: claim.overdue", "its condition doesn't hold: claim.overdue")]
    public async Task What_does_not_fit_says_why_and_a_person_gets_the_claim(string keys, string why)
    {
        var route = await Route(Defective, _ => false, Quiet("one", keys));

        route.Dialog.ShouldBeNull();
        route.Candidates.ShouldHaveSingleItem().Why.ShouldBe(why);
        route.Reason.ShouldBe("No dialog on claims fits: message, type mediations, stage claim, reason different_or_defective/defective, seller must act, actions refund+send_message_to_complainant, asked a.");
    }

    [Theory]
    [InlineData("type: mediations", "type isn't known; it wants mediations")]
    [InlineData("group: other", "group isn't known; it wants other")]
    [InlineData("action: refund", "what may be done isn't known; it wants refund")]
    [InlineData("left: under 1h", "how much time is left isn't known; it wants under 1h")]
    public async Task What_is_not_known_fits_no_dialog_that_names_it(string keys, string why) =>
        (await Route(new ClaimSituation { Events = [ClaimEvents.Message] }, Quiet("one", keys))).Candidates.ShouldHaveSingleItem().Why.ShouldBe(why);

    [Theory]
    [InlineData("message", true)]
    [InlineData("claim.opened", true)]
    [InlineData("claim.reopened", true)]
    [InlineData("claim.stage-changed", true)]
    [InlineData("claim.action-required", false)]
    [InlineData("claim.return-changed", false)]
    [InlineData("claim.reminder", false)]
    [InlineData("claim.closed", false)]
    [InlineData("claim.something-new", false)]
    public async Task A_dialog_that_names_no_events_begins_where_there_is_something_to_answer(string about, bool begins) =>
        ((await Route(Defective with { Events = [about] }, Quiet("one", "type: mediations"))).Dialog is not null).ShouldBe(begins);

    [Fact]
    public async Task A_turn_may_be_about_several_things_and_each_counts()
    {
        var both = Defective with { Events = [ClaimEvents.Opened, ClaimEvents.ActionRequired] };
        (await Route(both, Quiet("required", "events: claim.action-required"), Quiet("opened", "type: mediations\nstage: claim"))).Dialog.ShouldBe("opened");
        (await Route(both, Quiet("required", "events: claim.action-required"), Quiet("returned", "events: claim.return-changed"))).Candidates.Select(c => (c.Dialog, c.Why))
            .ShouldContain(("returned", "the turn is about claim.opened and claim.action-required, not claim.return-changed"));
    }

    [Fact]
    public async Task In_a_closed_claim_no_dialog_talks()
    {
        var closed = Defective with { Status = "closed" };
        (await Route(closed, Dialog("talks", "type: mediations\nstage: claim"), Quiet("quiet", "type: mediations"))).Candidates[0].Why.ShouldBe("the claim is closed, and it would talk");
        (await Route(closed, Quiet("quiet", "type: mediations"))).Dialog.ShouldBe("quiet");
    }

    [Theory]
    [InlineData("type: [mediations, brand_new]", "brand_new", true)]
    [InlineData("stage: claim", "brand_new", false)]
    [InlineData("stage: claim", null, false)]
    public async Task In_a_type_that_is_new_only_a_dialog_that_names_it_talks(string keys, string? type, bool talks)
    {
        var route = await Route(Defective with { Type = type }, Dialog("talks", keys));

        (route.Dialog is not null).ShouldBe(talks);
        if (!talks) route.Candidates[0].Why.ShouldBe(type is null ? "the claim's type isn't known, and it would talk without naming one" : "the type brand_new is new, and it would talk without naming it");
        (await Route(Defective with { Type = type }, Quiet("quiet", keys))).Dialog.ShouldBe("quiet");
    }

    [Fact]
    public async Task A_condition_is_asked_only_where_the_keys_fit_and_nothing_goes_before()
    {
        var asked = new List<string>();
        var route = await new ClaimRouter(Shop(Quiet("a", "type: mediations\nstage: claim\nwhen: claim.type"), Quiet("b", "type: mediations\nwhen: claim.type"), Quiet("c", "type: return\nwhen: claim.type"), Quiet("d", "when: claim.type")))
            .RouteAsync(Defective, dialog =>
            {
                asked.Add(dialog.Name);
                return ValueTask.FromResult(dialog.Name == "b");
            });

        (route.Dialog, string.Join(",", asked)).ShouldBe(("b", "a,b"));
    }

    [Fact]
    public async Task Without_dialogs_on_claims_a_person_gets_every_one() => (await Route(Defective)).Reason.ShouldBe("The playbook has no dialog on claims.");

    [Fact]
    public async Task The_explanation_has_a_line_for_each_dialog()
    {
        var route = await Route(Defective, Quiet("a", "type: mediations\nstage: claim"), Quiet("b", "type: mediations"), Quiet("c", "type: return"));

        route.Explain().ShouldBe(
        [
            "The dialog 'a' begins, the most specific that fits: it names stage, type, and all of it holds.",
            "-> a: it names stage, type, and all of it holds",
            " = b: it fits too, and 'a' goes before it: it names 2 keys (stage, type), this one 1 (type)",
            "   c: type is mediations, not return",
        ]);
        route.Near.Select(c => c.Dialog).ShouldBe(["a", "b"]);
    }

    internal static string Dialog(string name, string keys) => $"dialog: {name}\non: claims\n{keys}\nsteps: [ {{ say: {{ es: \"Lo vemos.\" }} }} ]\n";

    private static string Quiet(string name, string keys) => $"dialog: {name}\non: claims\n{keys}\nsteps: [ {{ hand_over: \"look\" }} ]\n";

    private static Task<ClaimRoute> Route(ClaimSituation situation, params string[] dialogs) => Route(situation, _ => true, dialogs);

    private static async Task<ClaimRoute> Route(ClaimSituation situation, Func<DialogDefinition, bool> holds, params string[] dialogs) =>
        await new ClaimRouter(Shop(dialogs)).RouteAsync(situation, dialog => ValueTask.FromResult(holds(dialog)));

    internal static Playbook Shop(params string[] dialogs)
    {
        var files = dialogs.Select((text, i) => PlaybookFile.Of($"dialogs/d{i}.yaml", text))
            .Append(PlaybookFile.Of("playbook.yaml", "playbook: shop\nvoices: [MLA]\n"))
            .Append(PlaybookFile.Of("intents/a.yaml", "intent: a\nplace: orders\nexamples: [hola, buenas]\n"))
            .Append(PlaybookFile.Of("intents/b.yaml", "intent: b\nplace: orders\nexamples: [chau, adios]\n"));
        return PlaybookReader.Read(new MemoryFolder("shop", files)).Draft!;
    }
}
