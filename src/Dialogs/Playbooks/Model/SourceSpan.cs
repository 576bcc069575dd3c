using System.Globalization;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>Where something stands in a playbook.</summary>
/// <param name="File">Relative to the playbook's folder, with forward slashes: <c>replies/warranty.yaml</c>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
public sealed record SourceSpan(string File, int Line, int Column, int EndLine, int EndColumn)
{
    public static SourceSpan At(string file, int line, int column) => new(file, line, column, line, column);

    /// <summary>In the playbook that comes with the product.</summary>
    public bool IsShipped => File.StartsWith(ShippedPlaybook.Prefix, StringComparison.Ordinal);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
