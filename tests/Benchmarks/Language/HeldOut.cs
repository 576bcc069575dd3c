using MeliBot.Dialogs.Understanding;

namespace MeliBot.Benchmarks.Language;

/// <summary>The questions that understanding is tried on; nothing is learnt from them.</summary>
internal static class HeldOut
{
    private static readonly string[] Openings = ["", "Hola, ", "Buenas, ", "Buen día, ", "Hola! ", "Buenas tardes, ", "Hola que tal, ", "Consulta: ", "Perdón, ", "Disculpá, "];

    public static IReadOnlyList<EvaluationCase> Questions() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "questions"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(file => EvaluationCase.ReadLines(File.ReadLines(file)))];

    /// <summary>So many questions, each another text: what was said of a text is remembered.</summary>
    public static IEnumerable<(string Text, string? Locale)> Asked(int count) =>
        Openings.SelectMany(opening => Questions().Select(question => (opening + question.Text, question.Locale))).Take(count);
}
