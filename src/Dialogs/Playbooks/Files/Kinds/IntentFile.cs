using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>Files under <c>intents</c>: one intent, or a list of questions with any number of intents.</summary>
internal static class IntentFile
{
    private static readonly Key Name = new("intent", Scalars.Name, "the intent's name") { Required = true };
    private static readonly Key About = new("about", Scalars.Text, "what is asked, in a few words");
    private static readonly Key Place = new("place", Scalars.Choice("a place", IntentPlaces.Questions, IntentPlaces.Orders, IntentPlaces.Claims), "where it is heard: questions before a sale, orders, the messages after one, or claims, which without an intent of their own are understood as orders; none is understood by what another was taught") { Default = "questions" };
    private static readonly Key Add = new("add", Scalars.Flag, "the examples are added to those of the intent of the same name that comes with what the playbook extends; else they replace them") { Default = "false" };
    private static readonly Key Slots = new("slots", new ListOf(Scalars.Choice("a slot", SlotNamesInOrder), "a list of slots"), "what its questions may name");
    private static readonly Key Critical = new("critical", Scalars.Flag, "a wrong answer could do harm (voltage, health, child safety, compatibility): nothing is guessed, and nothing is sent on low confidence") { Default = "false" };
    private static readonly Key Examples = new("examples", ByLanguage(Scalars.Text, Scalars.Locale, "questions", "es-AR"), "questions as buyers write them, by locale");
    private static readonly Key Negatives = new("negatives", ByLanguage(Scalars.Text, Scalars.Locale, "questions", "es-AR"), "questions that look like it, but ask something else");
    private static readonly Key Patterns = new("patterns", ByLanguage(Scalars.Text, Scalars.Locale, "regular expressions", "es"), "regular expressions that settle it, over text without capitals, accents and marks");

    private static readonly Key QuestionText = new("text", Scalars.Text, "the question") { Required = true };
    private static readonly Key Locale = new("locale", Scalars.Locale, "where it was asked");
    private static readonly Key Intents = new("intents", new ListOf(Scalars.Name, "a list of intents such as [price, warranty]"), "what it asks, in the order asked") { Required = true };

    public static readonly Keyed Shape = new("intent", "an intent", [Name, About, Place, Add, Slots, Critical, Examples, Negatives, Patterns]);

    public static readonly ListOf ListShape = new(new Keyed("labelled", "a question", [QuestionText, Locale, Place, Intents]), "a list of questions");

    public static readonly Shape AnyShape = new Either("an intent that begins with \"intent: NAME\", or a list of \"- { text: ..., locale: es-AR, intents: [price, warranty] }\"", Shape, ListShape);

    private static string[] SlotNamesInOrder =>
        [SlotNames.Color, SlotNames.Size, SlotNames.Model, SlotNames.Voltage, SlotNames.Quantity, SlotNames.Place, SlotNames.Date, SlotNames.Product];

    public static IntentPart? Read(MapNode map)
    {
        if (map.Scalar(Name) is not { } name || name.Text() is null) return null;
        string[] labels = name.Value == IntentExample.NoIntent ? [] : [name.Value];
        var place = map.Text(Place) ?? IntentPlaces.Questions;
        return new IntentPart(
            new IntentDefinition(name.Value, map.Text(About) ?? "", map.Texts(Slots), map.Flag(Critical) ?? false, name.Source) { Place = place },
            map.Flag(Add) ?? false,
            [.. Pairs(map.Get(Examples)).Select(p => new ExamplePart(new IntentExample(p.Text.Value, p.Language, labels), [], p.Text.Source, name.Value) { Place = place })],
            [.. Pairs(map.Get(Negatives)).Select(p => new NegativePart(new NegativeExample(p.Text.Value, p.Language, name.Value), p.Text.Source))],
            [.. Pairs(map.Get(Patterns)).Select(p => new PatternPart(new IntentPattern(name.Value, p.Language, p.Text.Value), p.Text.Source))]);
    }

    public static IEnumerable<ExamplePart> ReadList(ListNode list)
    {
        foreach (var map in list.Maps())
        {
            if (map.Scalar(QuestionText) is not { } text || text.Text() is null || map.Get(Intents) is not ListNode) continue;
            ScalarNode[] labels = [.. map.Get(Intents).Scalars().Where(i => i.Value != IntentExample.NoIntent)];
            yield return new ExamplePart(new IntentExample(text.Value, map.Text(Locale) ?? "", [.. labels.Select(l => l.Value)]), [.. labels.Select(l => l.Source)], text.Source, null) { Place = map.Text(Place) ?? IntentPlaces.Questions };
        }
    }

    private static Either ByLanguage(Scalar item, Scalar language, string what, string example)
    {
        var list = new ListOf(item, $"a list of {what}");
        return new Either($"a list of {what}, or one for each locale such as \"{example}:\"", list, new MapOf(language, list, $"{what} by locale"));
    }

    private static IEnumerable<(string Language, ScalarNode Text)> Pairs(Node? node) => node switch
    {
        ListNode list => list.Scalars().Select(s => ("", s)),
        MapNode map => map.Entries.SelectMany(e => (e.Value is ListNode list ? list.Scalars() : []).Select(s => (e.Key.Value, s))),
        _ => [],
    };
}

internal sealed record IntentPart(IntentDefinition Definition, bool Add, IReadOnlyList<ExamplePart> Examples, IReadOnlyList<NegativePart> Negatives, IReadOnlyList<PatternPart> Patterns);

/// <param name="Labels">Where its intents stand; empty for an example inside an intent's own file.</param>
/// <param name="Owner">The intent in whose file it stands; null for one of a list.</param>
internal sealed record ExamplePart(IntentExample Example, IReadOnlyList<SourceSpan> Labels, SourceSpan Source, string? Owner)
{
    /// <summary>Counts where it has no intents.</summary>
    public string Place { get; init; } = IntentPlaces.Questions;
}

internal sealed record NegativePart(NegativeExample Example, SourceSpan Source);

internal sealed record PatternPart(IntentPattern Pattern, SourceSpan Source);
