using System.Text.Json;
using MeliBot.Bot.Demo;

namespace MeliBot.Bot.Tests;

public class DemoTests
{
    [Fact]
    public async Task The_demo_answers_every_question_exactly_once_through_a_crash_and_a_storm()
    {
        var run = await ConsoleRun.OfAsync(["demo", "--exit", "--json"]);

        run.ExitCode.ShouldBe(0, run.Error);
        var lines = run.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var questions = lines[..^1];
        questions.Count.ShouldBeGreaterThanOrEqualTo(30);
        foreach (var question in questions)
        {
            question.EnumerateObject().Select(p => p.Name).ShouldBe(["question", "conversation", "buyer", "item", "text", "intents", "answer", "by"]);
            var answer = question.GetProperty("answer").GetString().ShouldNotBeNull();
            answer.ShouldNotBeEmpty();
            answer.ShouldNotContain("\n");
        }

        questions.Select(q => q.GetProperty("question").GetInt64()).ShouldBeUnique();
        questions.Select(q => q.GetProperty("buyer").GetInt64()).Distinct().Count().ShouldBeGreaterThan(3);
        var by = questions.CountBy(q => q.GetProperty("by").GetString()!).ToDictionary();
        by.Keys.ShouldBe(["bot", "person", "elsewhere"], ignoreOrder: true);
        by["bot"].ShouldBeGreaterThan(questions.Count / 2);

        var summary = lines[^1].GetProperty("summary");
        summary.GetProperty("questions").GetInt32().ShouldBe(questions.Count);
        summary.GetProperty("answeredOnce").GetInt32().ShouldBe(questions.Count);
        summary.GetProperty("crashes").GetInt32().ShouldBe(1);
        summary.GetProperty("tooManyRequests").GetInt32().ShouldBeGreaterThan(0);
        summary.GetProperty("duplicates").GetInt32().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void The_journal_judges_not_the_bot(int accepted, bool ok)
    {
        var question = new SimulatorQuestion(5, 1, 2, "MLA1", "?", "ANSWERED", accepted == 0 ? null : new SimulatorAnswer("a", "ACTIVE", "app:1"));
        var effects = Enumerable.Range(0, accepted).Select(_ => new SimulatorEffect("answer", "5", true, "app:1")).Append(new SimulatorEffect("answer", "5", false, "app:1"));

        DemoJudge.Judge([question], new SimulatorJournal([], [.. effects], []), [], 0, TimeSpan.Zero).Ok.ShouldBe(ok);
    }

    [Fact]
    public void Deliveries_beyond_the_question_and_its_answer_count_as_duplicates() =>
        DemoJudge.Judge([], new SimulatorJournal([], [], []), [new("/questions/5", 3, "acknowledged"), new("/questions/5", 1, "acknowledged"), new("/questions/6", 1, "acknowledged")], 0, TimeSpan.Zero).Duplicates.ShouldBe(2);
}
