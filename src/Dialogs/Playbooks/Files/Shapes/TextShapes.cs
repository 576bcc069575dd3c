namespace MeliBot.Dialogs.Playbooks.Files;

internal static class TextShapes
{
    public static readonly ListOf Wordings = new(Scalars.Template, "a list of wordings that say the same");

    /// <summary>A text, a list of wordings, or either by voice.</summary>
    public static readonly Shape Local = new Either(
        "a text, a list of wordings, or texts by voice such as { es: \"...\", pt: \"...\" }",
        Scalars.Template,
        Wordings,
        new MapOf(Scalars.Voice, new Either("a text or a list of wordings", Scalars.Template, Wordings), "texts by voice"));

    public static readonly Shape Names = new Either("a name or a list of names", Scalars.Name, new ListOf(Scalars.Name, "a list of names"));

    public static LocalText? ReadLocal(Node? node)
    {
        if (node is null) return null;
        var variations = new Dictionary<string, IReadOnlyList<Template>>(StringComparer.Ordinal);
        if (node is MapNode map)
        {
            foreach (var (voice, wordings) in map.Entries)
            {
                if (Scalars.Voice.Allows(voice.Value) && ReadWordings(wordings) is { Count: > 0 } read) variations[voice.Value] = read;
            }
        }
        else if (ReadWordings(node) is { Count: > 0 } read)
        {
            variations[""] = read;
        }

        return variations.Count == 0 ? null : new LocalText(variations, node.Source);
    }

    public static Template? ReadTemplate(Node? node) => node is ScalarNode scalar && scalar.Text() is { } text ? new Template(text, scalar.Source) : null;

    public static Condition? ReadCondition(Node? node) => node is ScalarNode scalar && scalar.Text() is { } text ? new Condition(text, scalar.Source) : null;

    private static List<Template> ReadWordings(Node node) => [.. node.Scalars().Select(s => new Template(s.Value, s.Source))];
}
