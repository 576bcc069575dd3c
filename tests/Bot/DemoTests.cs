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
        var questions = lines[..^1].Where(line => line.TryGetProperty("question", out _)).ToList();
        questions.Count.ShouldBeGreaterThanOrEqualTo(30);
        foreach (var question in questions)
        {
            question.EnumerateObject().Select(p => p.Name).ShouldBe(["question", "conversation", "buyer", "item", "text", "intents", "answer", "by"]);
            var answer = question.GetProperty("answer").GetString().ShouldNotBeNull();
            answer.ShouldNotBeEmpty();
            answer.ShouldNotContain("\n");
        }

        var said = lines[..^1].Where(line => line.TryGetProperty("sale", out _)).ToList();
        said.Count(line => line.GetProperty("by").GetString() == "bot").ShouldBeGreaterThanOrEqualTo(3);
        said.Where(line => line.GetProperty("by").GetString() == "buyer").SelectMany(line => line.GetProperty("intents").EnumerateArray()).ShouldNotBeEmpty();
        said.Count(line => line.GetProperty("reasons").GetArrayLength() > 0).ShouldBe(1, "what came wrong is a person's");

        questions.Select(q => q.GetProperty("question").GetInt64()).ShouldBeUnique();
        questions.Select(q => q.GetProperty("buyer").GetInt64()).Distinct().Count().ShouldBeGreaterThan(3);
        var by = questions.CountBy(q => q.GetProperty("by").GetString()!).ToDictionary();
        by.Keys.ShouldBe(["bot", "person", "elsewhere"], ignoreOrder: true);
        by["bot"].ShouldBeGreaterThan(questions.Count / 2);

        var claims = lines[..^1].Where(line => line.TryGetProperty("claim", out _)).ToList();
        claims.Where(line => line.GetProperty("what").GetString() == "opened").Select(line => line.GetProperty("claim").GetInt64()).Distinct().Count().ShouldBe(2);
        claims.Where(line => line.GetProperty("what").GetString() == "decided").Select(line => line.GetProperty("claim").GetInt64()).Distinct().Count().ShouldBe(2);

        var summary = lines[^1].GetProperty("summary");
        summary.GetProperty("claims").GetInt32().ShouldBe(2);
        summary.GetProperty("moneyActions").GetInt32().ShouldBe(0);
        summary.GetProperty("questions").GetInt32().ShouldBe(questions.Count);
        summary.GetProperty("answeredOnce").GetInt32().ShouldBe(questions.Count);
        summary.GetProperty("lines").GetInt32().ShouldBe(4);
        summary.GetProperty("linesByBot").GetInt32().ShouldBe(3);
        summary.GetProperty("linesLeft").GetInt32().ShouldBe(1);
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

        DemoJudge.Judge([question], [], [], new SimulatorJournal([], [.. effects], []), [], 0, TimeSpan.Zero).Ok.ShouldBe(ok);
    }

    [Fact]
    public void Lines_of_a_sale_that_came_together_count_as_one_and_the_same_twice_is_told()
    {
        SimulatorMessage[] said =
        [
            new("1", "hola", false, "buyer"), new("2", "llega hoy?", false, "buyer"), new("3", "mañana", true, "app:1"), new("4", "mañana", true, "app:1"), new("5", "y la factura?", false, "buyer"),
        ];

        var summary = DemoJudge.Judge([], [new SimulatorThread(7, 1, 2, said)], [], new SimulatorJournal([], [], []), [], 0, TimeSpan.Zero);

        (summary.Lines, summary.LinesByBot, summary.LinesLeft).ShouldBe((2, 1, 1));
        summary.Wrong.ShouldBe([7]);
    }

    [Fact]
    public void What_costs_money_in_a_claim_what_is_said_twice_and_what_goes_to_the_wrong_party_is_told()
    {
        static SimulatorClaim Claim(long id, params string[] texts) => new(
            id, "mediations", "claim", "opened", 1, 2, false, default, null, new("affected"), null, [.. texts.Select((text, i) => new SimulatorClaimMessage(i, "respondent", text, default, "app:1"))]);
        SimulatorEffect[] effects =
        [
            new("claim-refund", "5", true, "app:1"), new("claim-refund", "6", true, "elsewhere"), new("claim-refund", "6", false, "app:1"), new("claim-message", "7", false, "app:1", "stage_forbids"),
        ];

        var summary = DemoJudge.Judge([], [], [Claim(5), Claim(6, "hola", "chau"), Claim(7), Claim(8, "hola", "hola")], new SimulatorJournal([], effects, []), [], 0, TimeSpan.Zero);

        (summary.Claims, summary.ClaimsByBot, summary.ClaimsLeft, summary.MoneyActions).ShouldBe((4, 2, 2, 1));
        summary.Wrong.ShouldBe([8, 5, 7]);
    }

    [Fact]
    public void Deliveries_beyond_the_question_and_its_answer_count_as_duplicates() =>
        DemoJudge.Judge([], [], [], new SimulatorJournal([], [], []), [new("/questions/5", 3, "acknowledged"), new("/questions/5", 1, "acknowledged"), new("/questions/6", 1, "acknowledged")], 0, TimeSpan.Zero).Duplicates.ShouldBe(2);
}
