using MeliBot.Dialogs.Understanding;

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

    /// <summary>Files under <c>tests/orders</c>.</summary>
    public Dictionary<string, byte[]> Orders { get; } = new(StringComparer.Ordinal);

    /// <summary>Files under <c>tests/claims</c>.</summary>
    public Dictionary<string, byte[]> Claims { get; } = new(StringComparer.Ordinal);

    /// <summary>Kinds of files (<see cref="FileKind.Name"/>) and, after a colon, names whose file couldn't be read: that they are missing isn't told again.</summary>
    public HashSet<string> Unread { get; } = new(StringComparer.Ordinal);

    /// <summary>Where an intent is heard; questions, where it isn't known.</summary>
    public string PlaceOf(string intent) => Intents.TryGetValue(intent, out var part) ? part.Definition.Place : IntentPlaces.Questions;

    /// <summary>An example belongs where its intents are heard; one that asks nothing says it itself.</summary>
    public string PlaceOf(ExamplePart example) => example.Example.Intents is [var first, ..] ? PlaceOf(first) : example.Place;

    /// <summary>All that understanding in a place is learnt from.</summary>
    public TrainingSet TrainingOf(string place) => TrainingSet.Of(
        Examples.Where(e => PlaceOf(e) == place).Select(e => e.Example),
        Negatives.Where(n => PlaceOf(n.Example.Intent) == place).Select(n => n.Example),
        Patterns.Where(p => PlaceOf(p.Pattern.Intent) == place).Select(p => p.Pattern));
}
