using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace MeliBot.Dialogs.Understanding;

/// <param name="Examples">Learnt from.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LearningPoint(int Examples, double MicroF1, double Exact, double Coverage, double OverAnswering)
{
    public static LearningPoint Of(int examples, EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new LearningPoint(examples, report.MicroF1, report.Exact, report.Coverage, report.OverAnswering);
    }

    public static string ToTable(IEnumerable<LearningPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var text = new StringBuilder("examples  micro-F1  exact set  coverage  over-answering").AppendLine();
        foreach (var p in points) text.AppendLine(CultureInfo.InvariantCulture, $"{p.Examples,8}  {p.MicroF1,8:F3}  {p.Exact,9:F3}  {p.Coverage,8:F3}  {p.OverAnswering,14:F3}");
        return text.ToString();
    }
}
