using MeliBot.Dialogs.Playbooks;
using Microsoft.Bot.Builder.Dialogs;
using static MeliBot.Dialogs.Tests.BotScene;

namespace MeliBot.Dialogs.Tests.Running;

public class FileDialogTests
{
    [Fact]
    public async Task A_question_back_is_said_with_the_answer_and_the_next_question_continues()
    {
        var scene = Scene("""
            dialog: presale
            on: questions
            steps:
              - answer: all
              - ask: { text: "¿Qué talle usás?", into: conversation.size, type: choice, choices: [chico, grande] }
              - say: "Anotado: {{ conversation.size }}."
            """);

        var first = await scene.AskAsync("cuánto sale?");
        Texts(first).ShouldBe(["El precio es $ 15.000."]);
        Texts(first, "complement").Last().ShouldStartWith("¿Qué talle usás?");
        Texts(await scene.AskAsync("grande")).ShouldBe(["Anotado: grande."]);
    }

    [Fact]
    public async Task What_is_no_answer_to_what_was_asked_is_a_question_of_its_own()
    {
        var scene = Scene("""
            dialog: presale
            on: questions
            steps:
              - answer: all
              - ask: { text: "¿Cuántas?", into: conversation.count, type: number, valid: value > 0 }
              - say: "Serían {{ conversation.count }}."
            """);

        await scene.AskAsync("cuánto sale?");
        var replies = await scene.AskAsync("qué garantía tiene?");
        Texts(replies).Single().ShouldContain("garantía del vendedor");
        Trace(replies)["notes"]!.ToString().ShouldContain("a question of its own");
        Texts(await scene.AskAsync("3")).ShouldBe(["Serían 3."]);
    }

    [Fact]
    public async Task Steps_fork_set_act_and_hand_over()
    {
        var scene = Scene("""
            dialog: presale
            on: questions
            steps:
              - set: { conversation.seen: "{{ intent.name }}" }
              - if: conversation.seen == 'price'
                then:
                  - act: { name: remember, with: { what: "{{ item.title }}" } }
                  - hand_over: "asked for {{ conversation.seen }}"
                else:
                  - answer: all
            """);

        HandOver(await scene.AskAsync("cuánto sale?")).ShouldBe("asked for price");
        scene.Acts.Asked.ShouldBe(["what=Campera Impermeable Unisex"]);
        Texts(await scene.AskAsync("tenés en azul?")).ShouldBe(["Sí, tenemos stock en azul."]);
    }

    [Fact]
    public async Task A_loop_without_end_goes_to_a_person() =>
        HandOver(await Scene("dialog: presale\non: questions\nsteps:\n  - set: { conversation.a: \"1\" }\n  - if: conversation.a == '1'\n    then: [repeat]\n").AskAsync("cuánto sale?"))!.ShouldContain("round without end");

    [Fact]
    public async Task A_dialog_in_CSharp_stands_beside_those_of_files()
    {
        var scene = Scene("dialog: presale\non: questions\nsteps:\n  - answer: all\n  - begin: shout\n  - say: \"Y listo.\"\n", new Shout());

        Texts(await scene.AskAsync("cuánto sale?")).ShouldBe(["El precio es $ 15.000.", "Y listo."]);
        scene.Facts.ShouldNotBeNull();
        Shout.Begun.ShouldBeTrue();
    }

    [Fact]
    public async Task A_later_version_goes_on_where_its_step_still_is_and_else_starts_anew()
    {
        const string First = "dialog: presale\non: questions\nsteps:\n  - answer: all\n  - ask: { text: \"¿Para cuándo?\", into: conversation.day, type: choice, choices: [hoy, mañana] }\n  - say: \"Uno: {{ conversation.day }}.\"\n";
        var scene = Scene(First);

        await scene.AskAsync("cuánto sale?");
        scene.Playbook = Playbook(First.Replace("Uno", "Dos", StringComparison.Ordinal));
        Texts(await scene.AskAsync("hoy")).ShouldBe(["Dos: hoy."]);

        await scene.AskAsync("cuánto sale?");
        scene.Playbook = Playbook("dialog: presale\non: questions\nsteps:\n  - answer: all\n");
        var replies = await scene.AskAsync("cuánto sale?");
        Texts(replies).ShouldBe(["El precio es $ 15.000."]);
    }

    private static BotScene Scene(string dialog, params Dialog[] own) => new(Listing(), playbook: Playbook(dialog, own), own: own);

    private static Playbook Playbook(string dialog, params Dialog[] own)
    {
        var reading = PlaybookReader.Read(new MemoryFolder("test", [PlaybookFile.Of("playbook.yaml", "playbook: test\nextends: shipped\nvoices: [MLA]\n"), PlaybookFile.Of("dialogs/presale.yaml", dialog)]), new PlaybookAbilities { Dialogs = [.. own.Select(known => known.Id)] });
        return reading.Playbook ?? throw new InvalidOperationException(string.Join('\n', reading.Diagnostics));
    }

    private sealed class Shout() : Dialog("shout")
    {
        public static bool Begun { get; private set; }

        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
        {
            Begun = true;
            return dc.EndDialogAsync(null, cancellationToken);
        }
    }
}
