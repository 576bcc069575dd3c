namespace MeliBot.Dialogs.Playbooks;

/// <summary>Where a playbook's files are.</summary>
public interface IPlaybookFolder
{
    /// <summary>For messages: a path, or <c>shipped</c>.</summary>
    string Name { get; }

    /// <summary>Every file as it is now, by path in ordinal order.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    IReadOnlyList<PlaybookFile> Read();
}

/// <param name="Path">Relative to the folder, with forward slashes: <c>replies/warranty.yaml</c>.</param>
public sealed record PlaybookFile(string Path, byte[] Bytes)
{
    public static PlaybookFile Of(string path, string text) => new(path, System.Text.Encoding.UTF8.GetBytes(text));
}
