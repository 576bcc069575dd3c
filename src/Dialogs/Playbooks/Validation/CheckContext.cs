using MeliBot.Dialogs.Playbooks.Files;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>A playbook as the rules see it. It may lack what couldn't be read; that isn't told a second time.</summary>
internal sealed class CheckContext(PlaybookParts parts, PlaybookAbilities abilities)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, TextReading> _read = new(StringComparer.Ordinal);
    private SaidTexts? _texts;
    private DialogPaths? _paths;

    public PlaybookParts Parts { get; } = parts;

    public PlaybookAbilities Abilities { get; } = abilities;

    public Playbook Model { get; } = PlaybookBuilder.Build(parts, "");

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public SaidTexts Texts => _texts ??= new SaidTexts(this);

    public DialogPaths Paths => _paths ??= new DialogPaths(Model);

    public void Report(Problem problem, SourceSpan source, string message, string? why = null, string? suggestion = null) => _diagnostics.Add(problem.At(source, message, why, suggestion));

    public void Report(LiquidFault fault, SourceSpan source, string text) =>
        Report(fault.Problem, Within(source, text, fault.Start, fault.Length), fault.Message, fault.Why, fault.Suggestion);

    /// <summary>A part of a text.</summary>
    public SourceSpan Within(SourceSpan source, string text, int start, int length) => TextPlace.Of(Parts.Files.GetValueOrDefault(source.File), source, text, start, length);

    /// <summary>Where a value stands that belongs to what begins at a place; that place when it isn't found.</summary>
    public SourceSpan Near(SourceSpan source, string value)
    {
        var file = Parts.Files.GetValueOrDefault(source.File);
        for (var line = source.Line; line < source.Line + 20 && file?.Line(line) is { } text; line++)
        {
            if (text.IndexOf(value, line == source.Line ? Math.Min(source.Column - 1, text.Length) : 0, StringComparison.Ordinal) is >= 0 and var at) return new SourceSpan(source.File, line, at + 1, line, at + 1 + value.Length);
        }

        return source;
    }

    public TextReading Read(Template template)
    {
        if (!_read.TryGetValue(template.Text, out var reading)) _read[template.Text] = reading = TextReading.Of(template.Text);
        return reading;
    }

    /// <summary>A file that couldn't be read may have defined it, or anything of its kind.</summary>
    public bool MayBeUnread(string kind, string name) => Parts.Unread.Contains($"{kind}:{name}") || (kind is "texts" && Parts.Unread.Contains(kind));

    public bool AnyUnread(string kind) => Parts.Unread.Contains(kind);
}
