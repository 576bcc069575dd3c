using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Facts;
using Microsoft.Bot.Schema;
using static MeliBot.Dialogs.Tests.BotScene;
using static MeliBot.Dialogs.Tests.Claims.ClaimRouterTests;
using static MeliBot.Dialogs.Tests.Claims.ClaimScene;

namespace MeliBot.Dialogs.Tests.Claims;

public class ClaimDialogTests
{
    private const string Open = """
        type: mediations
        stage: claim
        reason: PDD9549
        triage: defective
        actions: [send_message_to_complainant, refund, allow_return, allow_partial_refund, add_shipping_evidence]
        mandatory: send_message_to_complainant
        due: 2026-11-27T15:30:00-03:00
        must_act: seller
        title: El comprador reclama
        order: { order: 7, stage: paid, shipment: { status: shipped, carrier: Andreani, tracking: AR1, promised: 2026-11-28 } }
        """;

    [Fact]
    public async Task The_claim_and_its_sale_come_from_the_channel_data()
    {
        var scene = new ClaimScene(Open);
        await scene.HappensAsync();
        scene.Asked.ShouldBe(new ClaimRequest(1, "MLA", 55));
        scene.SaleAsked.ShouldBe(new SaleRequest(1, "MLA", 7));
    }

    [Fact]
    public async Task A_claim_that_is_not_known_is_handed_over_without_a_word()
    {
        var replies = await new ClaimScene(null).HappensAsync();
        Person(replies).ShouldBe("The claim isn't known here, so nothing about it is.");
        Said(replies).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_fits_no_dialog_is_handed_over_with_the_route()
    {
        var replies = await new ClaimScene("type: service\nstage: claim\nactions: [send_message_to_complainant]").HappensAsync();
        Said(replies).ShouldBeEmpty();
        Person(replies)!.ShouldStartWith("No dialog on claims fits: claim.opened, type service, stage claim");
        ((string?)Trace(replies)["route"]!["dialog"]).ShouldBeNull();
    }

    [Fact]
    public async Task A_fragment_names_its_receiver_and_its_wording()
    {
        var replies = await Talk("- say: { es: [\"Uno.\", \"Dos.\", \"Tres.\"] }").HappensAsync();
        var fragment = Fragment(replies.Single(r => r.Type == ActivityTypes.Message));
        ((string?)fragment["receiver"]).ShouldBe("complainant");
        ((string?)fragment["rule"]).ShouldNotBeNull().ShouldMatch("^talk\\.0#[123]$");
        ((string?)Trace(replies)["dialog"]).ShouldBe("talk");
    }

    [Theory]
    [InlineData("mediator", "dispute", "send_message_to_mediator", true)]
    [InlineData("complainant", "dispute", "send_message_to_mediator", false)]
    [InlineData("complainant", "claim", "send_message_to_complainant", true)]
    [InlineData("mediator", "claim", "send_message_to_complainant", false)]
    public async Task What_is_meant_for_one_party_is_never_said_to_the_other(string to, string stage, string action, bool said)
    {
        var replies = await new ClaimScene($"type: mediations\nstage: {stage}\nactions: [{action}]", playbook: Talking($"- {{ say: {{ es: \"Hola.\" }}, to: {to} }}")).HappensAsync();
        (Said(replies).Count > 0).ShouldBe(said);
        if (!said) Person(replies)!.ShouldContain($"it is meant for the {to}");
    }

    [Fact]
    public async Task Where_nobody_may_be_written_to_a_person_gets_what_would_have_been_said()
    {
        foreach (var step in (string[])["- say: { es: \"Hola.\" }", "- ask: { text: { es: \"¿Qué falta?\" }, into: conversation.missing }"])
        {
            var replies = await new ClaimScene("type: mediations\nstage: claim\nactions: [refund]", playbook: Talking(step)).HappensAsync();
            Said(replies).ShouldBeEmpty();
            Person(replies).ShouldBe("There is something to say that can't be said: Mercado Libre offers us no message at the stage claim.");
        }
    }

    [Fact]
    public async Task A_proposal_leaves_as_an_event_with_its_reason_and_is_nothing_that_is_said()
    {
        var replies = await Talk("- propose: { action: partial_refund, percentage: 30, reason: \"It is {{ claim.triage }}.\" }").HappensAsync();
        var proposal = Values(replies, ClaimProposals.EventName).ShouldHaveSingleItem();
        ((string?)proposal["action"], (int?)proposal["percentage"], (string?)proposal["reason"]).ShouldBe(("partial_refund", 30, "It is defective."));
        Said(replies).ShouldBeEmpty();
        Person(replies).ShouldBeNull();
    }

    [Fact]
    public async Task What_Mercado_Libre_does_not_offer_is_not_proposed_but_told()
    {
        var replies = await Talk("- propose: { action: allow_replace, reason: \"It is broken.\" }").HappensAsync();
        Values(replies, ClaimProposals.EventName).ShouldBeEmpty();
        Person(replies).ShouldBe("The dialog 'talk' would propose allow_replace (It is broken), and can't: Mercado Libre doesn't offer allow_replace now.");
    }

    [Fact]
    public async Task Evidence_is_proposed_with_what_is_known_of_the_shipment()
    {
        var replies = await Talk("- attach_evidence: { method: mail, company: \"{{ shipment.carrier }}\", tracking: \"{{ shipment.tracking }}\", shipped: \"{{ order.bought | date: 'yyyy-MM-dd' }}\", reason: Sent. }").HappensAsync();
        var proposal = Values(replies, ClaimProposals.EventName).ShouldHaveSingleItem();
        ((string?)proposal["action"]).ShouldBe("add_evidence");
        proposal["evidence"]!.ToString(Newtonsoft.Json.Formatting.None).ShouldBe("""{"type":"shipping_evidence","shipping_method":"mail","shipping_company_name":"Andreani","tracking_number":"AR1"}""");
    }

    [Theory]
    [InlineData("in: 2d", "2026-11-28T15:00:00.000Z")]
    [InlineData("before_due: 6h", "2026-11-27T12:30:00.000Z")]
    [InlineData("before_due: 2d", null)]
    public async Task A_reminder_leaves_as_an_event_unless_its_time_is_over(string when, string? at)
    {
        var replies = await Talk($"- remind: {{ {when}, reason: Look. }}").HappensAsync();
        Values(replies, ClaimProposals.ReminderName).Select(v => (string?)v["at"]).ShouldBe(at is null ? [] : [at]);
    }

    [Fact]
    public async Task A_question_back_waits_for_the_next_message_and_a_change_of_the_claim_begins_anew()
    {
        const string Steps = "- ask: { text: { es: \"¿Qué falta?\" }, into: conversation.missing }\n  - hand_over: \"Missing: {{ conversation.missing }}\"";
        var scene = Talk(Steps);
        Said(await scene.HappensAsync()).ShouldBe(["¿Qué falta?"]);
        Person(await scene.WriteAsync("el cargador")).ShouldBe("Missing: el cargador");

        var other = Talk(Steps);
        await other.HappensAsync();
        var replies = await other.HappensAsync(ClaimEvents.StageChanged);
        Said(replies).ShouldBe(["¿Qué falta?"]);
        Trace(replies)["notes"]!.Select(n => (string?)n).ShouldContain("The dialog 'talk' waited for an answer; 'talk' begins in its place.");
        Person(await other.WriteAsync("el cable")).ShouldBe("Missing: el cable");
    }

    [Fact]
    public async Task A_claims_messages_are_understood_as_those_of_a_sale()
    {
        var intents = Intents(await new ClaimScene(Open).WriteAsync("ya lo despacharon? me pasás el código de seguimiento?"));
        intents.ShouldBe(["sale_whereabouts", "sale_tracking"]);
    }

    [Fact]
    public async Task With_intents_of_their_own_they_are_understood_by_these()
    {
        var playbook = Dialogs.Playbooks.PlaybookReader.Read(new Dialogs.Playbooks.MemoryFolder("shop",
        [
            Dialogs.Playbooks.PlaybookFile.Of("playbook.yaml", "playbook: shop\nvoices: [MLA]\n"),
            Dialogs.Playbooks.PlaybookFile.Of("intents/o.yaml", "intent: o\nplace: orders\nexamples: [dónde está, cuándo llega]\n"),
            Dialogs.Playbooks.PlaybookFile.Of("intents/c.yaml", "intent: broken\nplace: claims\nexamples: [está roto, no anda, llegó roto]\n"),
            Dialogs.Playbooks.PlaybookFile.Of("dialogs/c.yaml", "dialog: c\non: claims\nstage: claim\nintents: broken\nsteps: [ { hand_over: broken } ]\n"),
        ])).Draft!;
        var replies = await new ClaimScene(Open, playbook: playbook).WriteAsync("llegó roto");
        Intents(replies).ShouldBe(["broken"]);
        Person(replies).ShouldBe("broken");
    }

    [Fact]
    public async Task Mercado_Libres_words_to_the_seller_are_for_people_only()
    {
        var replies = await Talk("- say: { es: \"{{ claim.title }}\" }\n  - hand_over: \"{{ claim.title }}: {{ claim.hours_left }} h left\"").HappensAsync();
        Said(replies).ShouldBeEmpty();
        Person(replies).ShouldBe("El comprador reclama: 27 h left");
    }

    private static ClaimScene Talk(string steps) => new(Open, playbook: Talking(steps));

    private static Dialogs.Playbooks.Playbook Talking(string steps) => Shop($"dialog: talk\non: claims\ntype: mediations\nsteps:\n  {steps}\n");
}
