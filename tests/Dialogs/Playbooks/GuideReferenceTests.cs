using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks.Files;
using MeliBot.Dialogs.Templates;

namespace MeliBot.Dialogs.Tests.Playbooks;

/// <summary>The reference in docs/bot-designers.md says what the code does.</summary>
public class GuideReferenceTests
{
    private const string Begin = "<!-- The rest is written by GuideReferenceTests from the code. -->\n";

    [Fact]
    public void The_guide_lists_every_key_variable_filter_and_error()
    {
        var guide = File.ReadAllText(Guide());
        var reference = Write();
        var at = guide.IndexOf(Begin, StringComparison.Ordinal);
        at.ShouldBePositive();
        if (Environment.GetEnvironmentVariable("WRITE_EXPECTED") is "1") File.WriteAllText(Guide(), guide[..(at + Begin.Length)] + reference);
        else guide[(at + Begin.Length)..].ShouldBe(reference, "WRITE_EXPECTED=1 writes it anew");
    }

    private static string Write()
    {
        var text = new StringBuilder("\n## Every key\n");
        foreach (var kind in FileKind.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {kind.Glob}\n\n{kind.About}.\n");
            var written = new HashSet<string>(StringComparer.Ordinal);
            foreach (var keyed in Inside(kind.Shape, []).Where(k => written.Add(k.Name))) Keys(text, keyed, keyed.Name == kind.Name ? null : keyed.What);
            if (kind.Shape is MapOf map) text.Append(CultureInfo.InvariantCulture, $"\nEach key is {map.Key.What}; its value is {map.Value.What}.\n");
        }

        text.Append("\n## Every variable\n\n\"May be unknown\" means that a core which reads it needs an unknown branch, or a text its own `{% if %}`. What the buyer, a dialog or the clock says needs none.\n\n| variable | type | may be unknown | what it is |\n|---|---|---|---|\n");
        foreach (var v in FactCatalogue.All) text.Append(CultureInfo.InvariantCulture, $"| `{v.Name}` | {v.Type.ToString().ToLowerInvariant()} | {(v.MayBeUnknown ? "yes" : "")} | {v.About}{(v.Private ? " Private: never said." : "")} |\n");
        text.Append("\n`list.size`, `.first` and `.last` read parts of a list; `{% for v in item.variations %}{{ v.name }}{% endfor %}` goes through it.\n\n## Every filter\n\n| filter | what it does |\n|---|---|\n");
        foreach (var (name, about) in FilterCatalogue.Own) text.Append(CultureInfo.InvariantCulture, $"| `{name}` | {about} |\n");
        text.Append(CultureInfo.InvariantCulture, $"\nAnd Liquid's own: {string.Join(", ", FilterCatalogue.Standard.Select(f => $"`{f}`"))}.\n\n## Every error\n\n| code | | what is wrong |\n|---|---|---|\n");
        foreach (var p in Problems.All.OrderBy(p => p.Code, StringComparer.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"| {p.Code} | {p.Severity.ToString().ToLowerInvariant()} | {Upper(p.Title).Replace("|", "\\|", StringComparison.Ordinal)}. |\n");
        return text.ToString();
    }

    private static void Keys(StringBuilder text, Keyed keyed, string? heading)
    {
        if (heading is not null) text.Append(CultureInfo.InvariantCulture, $"\n**{Upper(heading)}**\n");
        text.Append("\n| key | value | what it says |\n|---|---|---|\n");
        foreach (var key in keyed.Keys)
            text.Append(CultureInfo.InvariantCulture, $"| `{key.Name}`{(key.Required ? " (needed)" : "")} | {ValueOf(key.Shape)} | {Upper(key.About)}.{(key.Default is null ? "" : $" Default: {key.Default}.")} |\n");
        if (keyed.OneOf.Count > 0) text.Append(CultureInfo.InvariantCulture, $"\nExactly one of {string.Join(", ", keyed.OneOf.Select(k => $"`{k.Name}`"))}.\n");
    }

    private static string ValueOf(Shape shape) => shape switch
    {
        Scalar { Choices.Count: > 0 } scalar => string.Join(", ", scalar.Choices.Select(c => $"`{c}`")),
        ListOf { Item: Scalar { Choices.Count: > 0 } scalar } => $"a list of {string.Join(", ", scalar.Choices.Select(c => $"`{c}`"))}",
        Scalar { Example: { } example } scalar => $"{scalar.What}, such as `{example}`",
        _ => shape.What.Replace("|", "\\|", StringComparison.Ordinal),
    };

    /// <summary>A shape with keys and all that stand inside it, the outer first.</summary>
    private static IEnumerable<Keyed> Inside(Shape shape, HashSet<string> seen) => shape switch
    {
        Keyed keyed => keyed.Keys.SelectMany(k => Inside(k.Shape, seen)).Prepend(keyed),
        ListOf list => Inside(list.Item, seen),
        MapOf map => Inside(map.Value, seen),
        Either either => either.Alternatives.SelectMany(a => Inside(a, seen)),
        Later later => seen.Add(later.Name) ? Inside(later.Shape(), seen) : [],
        _ => [],
    };

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Guide([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "bot-designers.md");
}
