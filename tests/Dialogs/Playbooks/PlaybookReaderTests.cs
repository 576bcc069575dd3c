using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Replies;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Tests.Playbooks;

public class PlaybookReaderTests
{
    [Fact]
    public void A_folder_becomes_the_model_with_everything_in_its_place()
    {
        var playbook = Files.Of(
            ("playbook.yaml", "playbook: shop\nvoices: [MLA, MLB]\n"),
            ("intents/engraving.yaml", "intent: engraving\nabout: names on it\nslots: [color]\ncritical: true\nexamples:\n  es-AR: [ \"¿graban nombres?\" ]\n"),
            ("replies/engraving.yaml", """
                reply: engraving
                intents: [engraving]
                fragments:
                  - name: listed
                    when: item.warranty.exists
                    say: { es: "Sí.", es-vos: [ "Sí, che.", "Dale." ], pt: "Sim." }
                  - unknown: item.warranty
                    hand_over: the listing doesn't say
                  - role: closing
                    say: "{{ account.nickname }}"
                """),
            ("dialogs/presale.yaml", """
                dialog: presale
                on: questions
                steps:
                  - say: hours
                  - answer: all
                  - if: slots.quantity > 10
                    then:
                      - say: { es: "Muchos", pt: "Muitos" }
                      - repeat
                    else:
                      - ask: { text: "¿Cuántos?", into: conversation.n, type: number, tries: 3 }
                      - set: { conversation.last: "{{ slots.color }}" }
                      - act: { name: tag, with: { label: big } }
                      - begin: other
                      - hand_over: too many
                      - end
                """),
            ("texts.yaml", "hours: { es: \"Abrimos a las 9.\", pt: \"Abrimos às 9.\" }\n"),
            ("deciding.yaml", """
                mode: auto
                confidence: { send: 0.75, notify: 0.6 }
                kinds: { engraving: { mode: draft } }
                scopes: [ { account: 12, item: MLA1, mode: off } ]
                schedules: [ { name: night, days: [mon, sun], hours: "18:00-24:00", mode: draft, reply: hours, only: true } ]
                dates: [ { name: navidad, on: 2026-12-25, yearly: true, mode: shadow } ]
                """),
            ("guards.yaml", "off: [address]\nforbid: [ \"gratis\" ]\nallow: [ \"Booking.com\" ]\n"),
            ("tests/first.yaml", "- question: ¿graban?\n  item: a.json\n  at: 2026-12-25T10:00:00-03:00\n  intents: [engraving]\n  lacks: no\n  decision: draft\n"),
            ("tests/items/a.json", "{}")).Draft.ShouldNotBeNull();

        playbook.Name.ShouldBe("shop");
        playbook.Version.ShouldMatch("^[0-9a-f]{12}$");
        playbook.Voices.Chains["MLA"].ShouldBe(["es-AR", "es-vos", "es"]);
        var intent = playbook.Intents.ShouldHaveSingleItem();
        (intent.Name, intent.About, intent.Critical).ShouldBe(("engraving", "names on it", true));
        intent.Slots.ShouldBe(["color"]);
        playbook.Training.Examples.ShouldHaveSingleItem().Text.ShouldBe("¿graban nombres?");

        var fragments = playbook.Replies["engraving"].Fragments;
        fragments.Select(f => (f.Name, f.Role)).ShouldBe([("engraving.listed", FragmentRole.Core), ("engraving.unknown", FragmentRole.Core), ("engraving.3", FragmentRole.Closing)]);
        fragments[0].When!.Text.ShouldBe("item.warranty.exists");
        fragments[0].When!.Source.ToString().ShouldBe("replies/engraving.yaml:5:11");
        fragments[0].Say!.Variations["es-vos"].Select(t => t.Text).ShouldBe(["Sí, che.", "Dale."]);
        fragments[1].Unknown.ShouldBe(["item.warranty"]);
        fragments[1].HandOver.ShouldBe("the listing doesn't say");
        fragments[2].Say!.Variations[""][0].Text.ShouldBe("{{ account.nickname }}");

        var steps = playbook.Dialogs["presale"].Steps;
        steps[0].ShouldBeOfType<SayStep>().Text!.Variations["es"][0].Text.ShouldBe("Abrimos a las 9.");
        steps[1].ShouldBeOfType<AnswerStep>();
        var fork = steps[2].ShouldBeOfType<IfStep>();
        fork.Then.Select(s => s.GetType()).ShouldBe([typeof(SayStep), typeof(RepeatStep)]);
        fork.Else.Select(s => s.GetType()).ShouldBe([typeof(AskStep), typeof(SetStep), typeof(ActStep), typeof(BeginStep), typeof(HandOverStep), typeof(EndStep)]);
        fork.Else[0].ShouldBeOfType<AskStep>().Tries.ShouldBe(3);

        playbook.Deciding.General.SendFrom.ShouldBe(0.75);
        playbook.Deciding.General.Kinds["engraving"].Mode.ShouldBe("draft");
        playbook.Deciding.Scopes.ShouldHaveSingleItem().Account.ShouldBe(12);
        playbook.Deciding.Schedules[0].Hours.ShouldBe([new HourRange(new TimeOnly(18, 0), new TimeOnly(0, 0))]);
        playbook.Deciding.Dates[0].Yearly.ShouldBeTrue();
        playbook.Guards.Allowed.ShouldBe(["Booking.com"]);
        playbook.Tests[0].At.ShouldBe(new DateTimeOffset(2026, 12, 25, 10, 0, 0, TimeSpan.FromHours(-3)));
        playbook.Tests[0].Lacks.ShouldBe(["no"]);
    }

    [Fact]
    public void What_extends_the_shipped_playbook_has_all_of_it_and_what_it_names_itself_replaces()
    {
        var playbook = Files.Of(
            ("playbook.yaml", "playbook: shop\nextends: shipped\n"),
            ("intents/warranty.yaml", "intent: warranty\nadd: true\nexamples:\n  es-AR: [ \"¿y si explota?\" ]\n"),
            ("intents/price.yaml", "intent: price\nexamples:\n  es-AR: [ \"¿precio?\" ]\n")).Playbook.ShouldNotBeNull();

        var shipped = ShippedIntents.Read();
        playbook.Intents.Count(i => i.Place == IntentPlaces.Questions).ShouldBe(27);
        playbook.AfterSale!.ContentHash.ShouldBe(ShippedIntents.Read(IntentPlaces.Orders).ContentHash);
        playbook.Training.Examples.Count(e => e.Intents is ["warranty"]).ShouldBe(shipped.Examples.Count(e => e.Intents is ["warranty"]) + 1);
        playbook.Training.Examples.Count(e => e.Intents is ["price"]).ShouldBe(1);
        playbook.Training.Examples.Count(e => e.Intents.Count > 1).ShouldBe(shipped.Examples.Count(e => e.Intents.Count > 1));
    }

    [Fact]
    public void The_shipped_playbook_is_without_fault() => ShippedPlaybook.Reading.Diagnostics.ShouldBeEmpty();

    [Fact]
    public void The_shipped_playbook_is_learnt_from_its_intents() => ShippedPlaybook.Playbook.Training.ContentHash.ShouldBe(ShippedIntents.Read().ContentHash);

    [Fact]
    public void A_letter_more_is_another_version()
    {
        var version = Files.Of(("playbook.yaml", "playbook: a")).Playbook!.Version;
        Files.Of(("playbook.yaml", "playbook: a")).Playbook!.Version.ShouldBe(version);
        Files.Of(("playbook.yaml", "playbook: a ")).Playbook!.Version.ShouldNotBe(version);
    }

    [Fact]
    public void A_folder_on_disk_is_read_without_what_is_hidden()
    {
        using var folder = new TemporaryFolder();
        folder.Write("playbook.yaml", "playbook: disk\n");
        folder.Write("texts.yaml", "hours: a las 9\n");
        folder.Write(".git/playbook.yaml", "no: no\n");
        var reading = PlaybookReader.Read(new DirectoryFolder(folder.Path));
        reading.Diagnostics.ShouldAllBe(d => d.Severity == Severity.Warning);
        reading.Playbook!.Texts.Keys.ShouldBe(["hours"]);
    }
}
