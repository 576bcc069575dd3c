using MeliBot.Adapter.Turns;
using MeliBot.Inbox.Designing;

namespace MeliBot.Inbox.Tests;

public class TestSnippetTests
{
    [Fact]
    public void What_was_tried_becomes_a_test_that_a_playbook_understands()
    {
        var at = new DateTimeOffset(2026, 11, 26, 15, 0, 0, TimeSpan.FromHours(-3));
        var question = new ConsoleQuestion { Text = "¿Viene \"usado\"?\ny en rojo?", Before = ["Hola"], Locale = "es-AR", At = at };
        var trace = new TurnTrace { Activity = "a", Cause = "question", Clock = at, Seed = 1, Decision = "draft", Text = "Sí: es nuevo.", Intents = [new("condition", 0.9, 0, 5, true), new("condition", 0.8, 6, 5, true), new("variant", 0.7, 12, 5, true)] };

        TestSnippet.Of(question, trace).ShouldBe(
            """
            - name: "¿Viene \"usado\"?\ny en rojo?"
              question: "¿Viene \"usado\"?\ny en rojo?"
              locale: "es-AR"
              at: "2026-11-26T15:00-03:00"
              before: ["Hola"]
              intents: ["condition", "variant"]
              decision: draft
              text: "Sí: es nuevo."

            """);
    }

    [Fact]
    public void A_long_question_names_its_test_by_its_beginning()
    {
        var question = new ConsoleQuestion { Text = string.Join(' ', Enumerable.Repeat("palabra", 20)), At = DateTimeOffset.UnixEpoch };
        var trace = new TurnTrace { Activity = "a", Cause = "question", Clock = question.At, Seed = 1, Decision = "send" };

        TestSnippet.Of(question, trace).Split('\n')[0].ShouldBe("- name: \"palabra palabra palabra palabra palabra palabra palabra\"");
    }
}
