using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Tests.Understanding;

public class EvaluatorTests
{
    [Fact]
    public void Figures_count_what_was_asked_found_and_invented()
    {
        var report = Evaluator.Compare([
            ("a", ["price", "warranty"], ["price"]),
            ("b", ["price"], ["price"]),
            ("c", ["variant"], ["availability", "variant"]),
        ]);
        report.Questions.ShouldBe(3);
        report.Exact.ShouldBe(1.0 / 3, 1e-9);
        report.Coverage.ShouldBe(3.0 / 4, 1e-9);
        report.OverAnswering.ShouldBe(1.0 / 4, 1e-9);
        report.MicroF1.ShouldBe(6.0 / 8, 1e-9);
        report.Intents.Single(i => i.Intent == "warranty").Recall.ShouldBe(0);
        report.Intents.Single(i => i.Intent == "price").F1.ShouldBe(1);
        report.Confusions.Select(c => (string.Join('+', c.Missed), string.Join('+', c.Invented))).ShouldBe([("warranty", ""), ("", "availability")]);
        report.Wrong.Select(w => w.Text).ShouldBe(["a", "c"]);
    }

    [Fact]
    public void A_case_is_a_line_of_json()
    {
        var cases = EvaluationCase.ReadLines(["""{"id":7,"text":"tem?","locale":"pt-BR","intents":["availability"]}""", ""]);
        cases.ShouldHaveSingleItem().Intents.ShouldBe(["availability"]);
    }

    [Theory]
    [InlineData("""{"text":"tem?"}""")]
    [InlineData("tem?")]
    public void A_line_that_cannot_be_read_is_named(string line) =>
        Should.Throw<FormatException>(() => EvaluationCase.ReadLines(["", line])).Message.ShouldStartWith("Line 2");

    [Fact]
    public void The_report_is_a_table_and_json()
    {
        var report = Evaluator.Compare([("a", ["price"], ["price"])]);
        report.ToTable().ShouldContain("micro-F1 1.000");
        report.ToJson().ShouldContain("\"microF1\": 1");
    }
}
