using MeliBot.Dialogs.Playbooks.Files;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>The playbook that comes with the product.</summary>
public static class ShippedPlaybook
{
    /// <summary>Before the paths of its files in messages.</summary>
    internal const string Prefix = "shipped:";

    public static IPlaybookFolder Folder { get; } = new EmbeddedFolder(typeof(ShippedPlaybook).Assembly, "shipped");

    private static readonly Lazy<PlaybookParts> LazyParts = new(ReadParts);

    private static readonly Lazy<PlaybookReading> LazyReading = new(static () => PlaybookReader.Read(Folder));

    // It is part of the build, whose tests hold it to every rule: a start needn't.
    private static readonly Lazy<Playbook> LazyPlaybook = new(static () => PlaybookReader.Build(ReadParts(), Folder.Read()));

    public static PlaybookReading Reading => LazyReading.Value;

    public static Playbook Playbook => LazyPlaybook.Value;

    /// <summary>For playbooks that extend it. Not kept for itself.</summary>
    internal static PlaybookParts Parts => LazyParts.Value;

    private static PlaybookParts ReadParts() => PartsReader.Read(Folder.Read(), Prefix, []);
}
