using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MeliBot.Dialogs.Understanding;

/// <summary>How well questions were understood.</summary>
/// <param name="Exact">Share of questions of which all intents and no other were found.</param>
/// <param name="Coverage">Share of asked intents that were found.</param>
/// <param name="OverAnswering">Share of found intents that nobody asked.</param>
/// <param name="Confusions">What was missed and what was found instead, most frequent first; either side may be empty.</param>
/// <param name="Wrong">Questions that weren't understood exactly.</param>
public sealed record EvaluationReport(
    int Questions,
    double Precision,
    double MicroF1,
    double MacroF1,
    double Exact,
    double Coverage,
    double OverAnswering,
    IReadOnlyList<IntentFigures> Intents,
    IReadOnlyList<Confusion> Confusions,
    IReadOnlyList<WrongQuestion> Wrong)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public string ToTable()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Questions} questions: micro-F1 {MicroF1:F3}, exact set {Exact:F3}, coverage {Coverage:F3}, over-answering {OverAnswering:F3}, macro-F1 {MacroF1:F3}");
        text.AppendLine("intent             asked  precision  recall     F1");
        foreach (var i in Intents) text.AppendLine(CultureInfo.InvariantCulture, $"{i.Intent,-18} {i.Asked,5}  {i.Precision,9:F3}  {i.Recall,6:F3}  {i.F1,5:F3}");
        text.AppendLine("missed -> found instead");
        foreach (var c in Confusions.Take(20)) text.AppendLine(CultureInfo.InvariantCulture, $"{c.Count,5}  {string.Join('+', c.Missed)} -> {string.Join('+', c.Invented)}");
        return text.ToString();
    }
}

public sealed record Confusion(IReadOnlyList<string> Missed, IReadOnlyList<string> Invented, int Count);

public sealed record WrongQuestion(string Text, IReadOnlyList<string> Asked, IReadOnlyList<string> Found);
