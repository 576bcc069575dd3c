using System.Globalization;
using System.Text;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Tests.Understanding;

/// <summary>Messages of sales that nothing was learnt from. Only the dev file's mistakes may be looked at.</summary>
public class SaleHeldOutTests(ITestOutputHelper output)
{
    private static readonly Lazy<IntentModel> Model = new(() => IntentModel.Train(ShippedIntents.Read(IntentPlaces.Orders)));

    [Theory]
    [InlineData("sale-dev.jsonl")]
    [InlineData("sale-test.jsonl")]
    public void Messages_that_nobody_learnt_from_are_understood(string file)
    {
        var report = Evaluator.Evaluate(place => place == IntentPlaces.Orders ? Model.Value : null, Cases(file));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {report.Questions} messages, micro-F1 {report.MicroF1:F3}, exact set {report.Exact:F3}, coverage {report.Coverage:F3}, over-answering {report.OverAnswering:F3}"));
        report.Questions.ShouldBeGreaterThan(90);
        report.MicroF1.ShouldBeGreaterThanOrEqualTo(0.85);
    }

    [Fact]
    public void Every_intent_after_the_sale_has_thirty_examples_in_each_language()
    {
        var set = ShippedIntents.Read(IntentPlaces.Orders);
        foreach (var intent in set.Intents)
        {
            var own = set.Examples.Where(e => e.Intents is [var only] && only == intent).ToArray();
            own.Count(e => e.Locale.StartsWith("es", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(30, intent);
            own.Count(e => e.Locale == "pt-BR").ShouldBeGreaterThanOrEqualTo(30, intent);
            own.Select(e => e.Locale).Distinct().ShouldBe(["es-AR", "es-MX", "es-CL", "es-CO", "pt-BR"], ignoreOrder: true);
        }
    }

    [Fact]
    public void No_held_out_message_is_among_the_examples()
    {
        var learnt = ShippedIntents.Read(IntentPlaces.Orders).Examples.Select(e => Folded(e.Text)).ToHashSet(StringComparer.Ordinal);
        Cases("sale-dev.jsonl").Concat(Cases("sale-test.jsonl")).Select(c => c.Text).Where(text => learnt.Contains(Folded(text))).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_learnt_for_questions_is_the_same_with_and_without_the_messages()
    {
        var files = ShippedPlaybook.Folder.Read().Where(f => f.Path.StartsWith("intents/", StringComparison.Ordinal)).Select(f => (Name: f.Path["intents/".Length..], Text: Encoding.UTF8.GetString(f.Bytes))).ToArray();
        files.Count(f => f.Name.StartsWith("sale_", StringComparison.Ordinal)).ShouldBeGreaterThan(15);

        ShippedIntents.Read().ContentHash.ShouldBe(IntentFiles.Read(files.Where(f => !f.Name.StartsWith("sale_", StringComparison.Ordinal))).ContentHash);
        ShippedPlaybook.Playbook.Training.ContentHash.ShouldBe(ShippedIntents.Read().ContentHash);
        ShippedPlaybook.Playbook.AfterSale!.ContentHash.ShouldBe(ShippedIntents.Read(IntentPlaces.Orders).ContentHash);
    }

    private static string Folded(string text) => string.Join(' ', new string([.. Careless.Of(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IReadOnlyList<EvaluationCase> Cases(string file) => EvaluationCase.ReadLines(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", "Evaluation", file)));
}
