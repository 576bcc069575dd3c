using System.Globalization;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Tests.Understanding;

/// <summary>Questions written by people who hadn't seen the examples. Only the dev half's mistakes may be looked at.</summary>
public class HeldOutTests(TrainedOnce trained, ITestOutputHelper output) : IClassFixture<TrainedOnce>
{
    [Theory]
    [InlineData("dev.jsonl")]
    [InlineData("test.jsonl")]
    public void Questions_that_nobody_learnt_from_are_understood(string file)
    {
        var report = Evaluate(file);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: micro-F1 {report.MicroF1:F3}, exact set {report.Exact:F3}, coverage {report.Coverage:F3}, over-answering {report.OverAnswering:F3}"));
        report.Questions.ShouldBeGreaterThan(300);
        report.MicroF1.ShouldBeGreaterThanOrEqualTo(0.90);
        report.Exact.ShouldBeGreaterThanOrEqualTo(0.72);
        report.Coverage.ShouldBeGreaterThanOrEqualTo(0.90);
        report.OverAnswering.ShouldBeLessThanOrEqualTo(0.08);
    }

    // Buyers repeat one another, so a few short ones coincide.
    [Fact]
    public void Held_out_questions_are_not_among_the_examples()
    {
        var learnt = ShippedIntents.Read().Examples.Select(e => Careless.Of(e.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in new[] { "dev.jsonl", "test.jsonl" })
            Cases(file).Count(c => c.Text.Split(' ').Length > 4 && learnt.Contains(Careless.Of(c.Text))).ShouldBeLessThan(5);
    }

    private EvaluationReport Evaluate(string file) => Evaluator.Evaluate(trained.Model, Cases(file));

    private static IReadOnlyList<EvaluationCase> Cases(string file) => EvaluationCase.ReadLines(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", "Evaluation", file)));
}
