namespace MeliBot.Dialogs.Playbooks;

/// <summary>A kind of diagnostic.</summary>
/// <param name="Title">What every diagnostic of this kind is about, for the list in the documentation.</param>
internal sealed record Problem(string Code, Severity Severity, string Title)
{
    public Diagnostic At(SourceSpan source, string message, string? why = null, string? suggestion = null) => new(Code, Severity, message, why, suggestion, source);
}
