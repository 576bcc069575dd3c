using System.Globalization;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Tests.Understanding;

/// <summary>Questions that nothing was learnt from. Only the dev files' mistakes may be looked at.</summary>
public class HeldOutTests(TrainedOnce trained, ITestOutputHelper output) : IClassFixture<TrainedOnce>
{
    private static readonly string[] Files = ["dev.jsonl", "test.jsonl", "dev2.jsonl", "test2.jsonl"];

    [Theory]
    [InlineData("dev.jsonl")]
    [InlineData("test.jsonl")]
    [InlineData("dev2.jsonl")]
    [InlineData("test2.jsonl")]
    public void Questions_that_nobody_learnt_from_are_understood(string file)
    {
        var report = Evaluator.Evaluate(trained.Model, Cases(file));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: micro-F1 {report.MicroF1:F3}, exact set {report.Exact:F3}, coverage {report.Coverage:F3}, over-answering {report.OverAnswering:F3}"));
        report.Questions.ShouldBeGreaterThan(290);
        report.MicroF1.ShouldBeGreaterThanOrEqualTo(0.90);
        report.Exact.ShouldBeGreaterThanOrEqualTo(0.72);
        report.Coverage.ShouldBeGreaterThanOrEqualTo(0.90);
        report.OverAnswering.ShouldBeLessThanOrEqualTo(0.08);
    }

    [Fact]
    public void No_intent_is_weak()
    {
        var report = Evaluator.Evaluate(trained.Model, Files.SelectMany(Cases));
        report.Intents.Where(i => i.Asked > 0).Select(i => i.Intent).ShouldBe(trained.Model.Intents, ignoreOrder: true);
        report.Intents.ShouldAllBe(i => i.Asked < 25 || i.F1 >= 0.70);
    }

    [Fact]
    public void No_held_out_question_is_among_the_examples()
    {
        var set = ShippedIntents.Read();
        var learnt = set.Examples.Select(e => e.Text).Concat(set.Negatives.Select(n => n.Text)).Select(Folded).ToHashSet(StringComparer.Ordinal);
        Files.SelectMany(Cases).Select(c => c.Text).Where(text => learnt.Contains(Folded(text))).ShouldBeEmpty();
    }

    private static string Folded(string text) => string.Join(' ', new string([.. Careless.Of(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IReadOnlyList<EvaluationCase> Cases(string file) => EvaluationCase.ReadLines(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", "Evaluation", file)));
}
