namespace MeliBot.Dialogs.Playbooks;

/// <summary>A playbook that is nowhere on disk.</summary>
public sealed class MemoryFolder(string name, params IEnumerable<PlaybookFile> files) : IPlaybookFolder
{
    private readonly PlaybookFile[] _files = [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];

    public string Name => name;

    public IReadOnlyList<PlaybookFile> Read() => _files;
}
