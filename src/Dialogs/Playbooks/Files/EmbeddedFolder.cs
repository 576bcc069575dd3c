using System.Reflection;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>A playbook among an assembly's resources, named <c>prefix/replies/warranty.yaml</c>.</summary>
public sealed class EmbeddedFolder(Assembly assembly, string prefix) : IPlaybookFolder
{
    public string Name => prefix;

    public IReadOnlyList<PlaybookFile> Read() =>
        [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix + "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new PlaybookFile(name[(prefix.Length + 1)..], Bytes(name)))];

    private byte[] Bytes(string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
