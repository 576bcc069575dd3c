using System.Text;

namespace MeliBot.Dialogs.Playbooks;

public enum Severity
{
    Error,
    Warning,
}

/// <summary>Something wrong in a playbook, told so that its designer can mend it.</summary>
/// <param name="Code">For example <c>PB101</c>; docs/bot-designers.md lists them.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Why">Why that matters; null where the message says it.</param>
/// <param name="Suggestion">What to write instead; null where nothing can be guessed.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, string? Why, string? Suggestion, SourceSpan Source)
{
    /// <summary>The line that it is about, as written; null where there is none.</summary>
    public string? Line { get; init; }

    /// <summary>As a compiler would print it: place and message, the line with carets, why, and what to do.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Source}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}");
        if (Line is not null) text.Append('\n').Append(Caret.Under(Line, Source));
        if (Why is not null) text.Append("\n  why: ").Append(Why);
        if (Suggestion is not null) text.Append("\n  try: ").Append(Suggestion);
        return text.ToString();
    }
}
