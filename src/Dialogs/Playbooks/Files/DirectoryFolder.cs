namespace MeliBot.Dialogs.Playbooks;

/// <summary>A playbook on disk. Hidden files and folders, such as <c>.git</c>, are none of its files.</summary>
public sealed class DirectoryFolder(string path) : IPlaybookFolder
{
    private static readonly EnumerationOptions Visible = new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = false };

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Name => path;

    public IReadOnlyList<PlaybookFile> Read()
    {
        var files = new List<PlaybookFile>();
        Add(new DirectoryInfo(Path), "", files, 0);
        files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    private static void Add(DirectoryInfo folder, string prefix, List<PlaybookFile> files, int depth)
    {
        // Deeper than any playbook goes: a link that leads back up, most likely.
        if (depth > 8) return;
        foreach (var entry in folder.EnumerateFileSystemInfos("*", Visible))
        {
            if (entry.Name.StartsWith('.')) continue;
            if (entry is DirectoryInfo child) Add(child, $"{prefix}{child.Name}/", files, depth + 1);
            else files.Add(new PlaybookFile(prefix + entry.Name, File.ReadAllBytes(entry.FullName)));
        }
    }
}
