namespace MeliBot.Inbox.Designing;

/// <summary>Which playbook answers, and how its last edit came out.</summary>
/// <param name="Folder">A path, or <c>shipped</c>.</param>
/// <param name="Version">Of what answers now.</param>
/// <param name="ReadAt">When the files were read last.</param>
/// <param name="IsBroken">The files have errors, so the version before them answers.</param>
/// <param name="IsLearning">New examples are being learnt; until then the model before answers.</param>
public sealed record PlaybookStanding(string Folder, string Version, DateTimeOffset ReadAt, bool IsBroken, bool IsLearning, IReadOnlyList<PlaybookProblem> Problems)
{
    /// <summary>Comes with the product.</summary>
    public bool IsShipped => Folder == "shipped";
}

/// <param name="Place"><c>file:line:column</c>.</param>
/// <param name="IsError">False for a warning, which hinders nothing.</param>
/// <param name="Text">Message, the line with carets, why, and what to try: as "dialogs check" prints it.</param>
public sealed record PlaybookProblem(string Place, bool IsError, string Text);
