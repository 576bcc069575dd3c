using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MeliBot.Dialogs.Understanding;

/// <summary>How well questions were understood.</summary>
/// <param name="Precision">Of all intents together, as are <paramref name="Recall"/> and <paramref name="MicroF1"/>.</param>
/// <param name="MacroF1">Mean over the intents that are asked.</param>
/// <param name="Exact">Share of questions of which all intents and no other were found.</param>
/// <param name="Coverage">Share of asked segments whose intent was found.</param>
/// <param name="OverAnswering">Share of found intents that nobody asked.</param>
/// <param name="Confusions">What was asked and what was said instead, most frequent first.</param>
/// <param name="Wrong">Questions that weren't understood exactly.</param>
public sealed record EvaluationReport(
    int Questions,
    double Precision,
    double Recall,
    double MicroF1,
    double MacroF1,
    double Exact,
    double Coverage,
    double OverAnswering,
    IReadOnlyList<IntentFigures> Intents,
    IReadOnlyList<Confusion> Confusions,
    IReadOnlyList<WrongQuestion> Wrong)
{
    private const int ShownConfusions = 25;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public string ToTable()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Questions} questions");
        text.AppendLine(CultureInfo.InvariantCulture, $"micro-F1 {MicroF1:F3} (precision {Precision:F3}, recall {Recall:F3}), macro-F1 {MacroF1:F3}, exact set {Exact:F3}, coverage {Coverage:F3}, over-answering {OverAnswering:F3}");
        text.AppendLine().AppendLine("intent             asked  precision  recall     F1");
        foreach (var i in Intents) text.AppendLine(CultureInfo.InvariantCulture, $"{i.Intent,-18} {i.Asked,5}  {i.Precision,9:F3}  {i.Recall,6:F3}  {i.F1,5:F3}");
        if (Confusions.Count == 0) return text.ToString();
        text.AppendLine().AppendLine("times  asked -> said instead");
        foreach (var c in Confusions.Take(ShownConfusions)) text.AppendLine(CultureInfo.InvariantCulture, $"{c.Count,5}  {c.Asked ?? "(nothing)"} -> {c.Said ?? "(nothing)"}");
        return text.ToString();
    }
}

/// <param name="Asked">Null: nothing more was asked.</param>
/// <param name="Said">Found though nobody asked it; null: nothing was found in its place.</param>
/// <param name="Count">Questions. One that misses two intents counts under both.</param>
public sealed record Confusion(string? Asked, string? Said, int Count);

public sealed record WrongQuestion(string Text, IReadOnlyList<string> Asked, IReadOnlyList<string> Found);
