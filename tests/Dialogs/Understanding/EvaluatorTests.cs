using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Tests.Understanding;

public class EvaluatorTests
{
    [Fact]
    public void Figures_count_what_was_asked_found_and_invented()
    {
        var report = Evaluator.Compare([
            (Case("a", "price", "warranty"), ["price"]),
            (Case("b", "price"), ["price"]),
            (Case("c", "variant"), ["availability", "variant"]),
        ]);
        report.Questions.ShouldBe(3);
        report.Exact.ShouldBe(1.0 / 3, 1e-9);
        report.Coverage.ShouldBe(3.0 / 4, 1e-9);
        report.OverAnswering.ShouldBe(1.0 / 4, 1e-9);
        report.MicroF1.ShouldBe(6.0 / 8, 1e-9);
        report.Intents.Single(i => i.Intent == "warranty").Recall.ShouldBe(0);
        report.Intents.Single(i => i.Intent == "price").F1.ShouldBe(1);
        report.Recall.ShouldBe(3.0 / 4, 1e-9);
        report.Precision.ShouldBe(3.0 / 4, 1e-9);
        report.Confusions.Select(c => (c.Asked, c.Said)).ShouldBe([(null, "availability"), ("warranty", null)]);
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
        var report = Evaluator.Compare([(Case("a", "price"), ["price"]), (Case("b", "restock"), ["shipping_time"])]);
        report.ToTable().ShouldContain("micro-F1 0.500");
        report.ToTable().ShouldContain("restock -> shipping_time");
        report.ToJson().ShouldContain("\"microF1\": 0.5");
        report.ToJson().ShouldContain("\"said\": \"shipping_time\"");
    }

    [Fact]
    public void Coverage_counts_segments_where_they_are_marked()
    {
        var cases = EvaluationCase.ReadLines(["""{"text":"cuánto el rojo? y el azul? garantía?","intents":["price","warranty"],"segments":[{"text":"cuánto el rojo","intent":"price"},{"text":"y el azul","intent":"price"},{"text":"garantía","intent":"warranty"}]}"""]);
        var report = Evaluator.Compare([(cases[0], ["price"])]);
        report.Coverage.ShouldBe(2.0 / 3, 1e-9);
        report.Recall.ShouldBe(1.0 / 2, 1e-9);
    }

    [Fact]
    public void The_learning_curve_has_a_point_a_share()
    {
        var set = TrainingSet.Of(ShippedIntents.Read().Examples.Where((_, i) => i % 12 == 0));
        EvaluationCase[] cases = [.. ShippedIntents.Read().Examples.Where((e, i) => i % 12 == 5 && e.Intents.Count > 0).Select(e => new EvaluationCase(e.Text, e.Locale, e.Intents))];
        var points = Evaluator.LearningCurve(set, cases, [0.25, 1], cancellationToken: TestContext.Current.CancellationToken);
        points.Select(p => p.Examples).ShouldBe([(int)Math.Round(set.Examples.Count * 0.25), set.Examples.Count]);
        points[1].MicroF1.ShouldBeGreaterThan(points[0].MicroF1);
        LearningPoint.ToTable(points).ShouldContain("over-answering");
    }

    private static EvaluationCase Case(string text, params string[] intents) => new(text, null, intents);
}
