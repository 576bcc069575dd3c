namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>What was read of a folder, with everything's place.</summary>
internal sealed class PlaybookParts
{
    public Dictionary<string, SourceFile> Files { get; } = new(StringComparer.Ordinal);

    public SettingsPart? Settings { get; set; }

    public Dictionary<string, IntentPart> Intents { get; } = new(StringComparer.Ordinal);

    /// <summary>In the order of their files: what is learnt depends on it.</summary>
    public List<ExamplePart> Examples { get; } = [];

    public List<NegativePart> Negatives { get; } = [];

    public List<PatternPart> Patterns { get; } = [];

    public Dictionary<string, ReplyPart> Replies { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DialogPart> Dialogs { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TextPart> Texts { get; } = new(StringComparer.Ordinal);

    public DecidingRules? Deciding { get; set; }

    public GuardsPart? Guards { get; set; }

    public List<TestPart> Tests { get; } = [];

    /// <summary>Files under <c>tests/items</c>.</summary>
    public Dictionary<string, byte[]> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>Kinds of files (<see cref="FileKind.Name"/>) and, after a colon, names whose file couldn't be read: that they are missing isn't told again.</summary>
    public HashSet<string> Unread { get; } = new(StringComparer.Ordinal);
}
