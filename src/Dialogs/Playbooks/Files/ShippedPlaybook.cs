using MeliBot.Dialogs.Playbooks.Files;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>The playbook that comes with the product.</summary>
public static class ShippedPlaybook
{
    /// <summary>Before the paths of its files in messages.</summary>
    internal const string Prefix = "shipped:";

    public static IPlaybookFolder Folder { get; } = new EmbeddedFolder(typeof(ShippedPlaybook).Assembly, "shipped");

    private static readonly Lazy<PlaybookParts> LazyParts = new(static () => PartsReader.Read(Folder.Read(), Prefix, []));

    private static readonly Lazy<PlaybookReading> LazyReading = new(static () => PlaybookReader.Read(Folder));

    public static PlaybookReading Reading => LazyReading.Value;

    /// <exception cref="InvalidOperationException">It doesn't hold together; says why.</exception>
    public static Playbook Playbook => Reading.Playbook
        ?? throw new InvalidOperationException($"The playbook that comes with this build can't be used:\n{string.Join('\n', Reading.Diagnostics)}");

    internal static PlaybookParts Parts => LazyParts.Value;
}
