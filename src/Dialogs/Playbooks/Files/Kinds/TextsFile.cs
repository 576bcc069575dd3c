namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary><c>texts.yaml</c>.</summary>
internal static class TextsFile
{
    public static readonly MapOf Shape = new(Scalars.Name, TextShapes.Local, "names with their texts");

    public static IEnumerable<TextPart> Read(MapNode map)
    {
        foreach (var (name, value) in map.Entries)
        {
            if (TextShapes.ReadLocal(value) is { } text) yield return new TextPart(name.Value, text, name.Source);
        }
    }
}

internal sealed record TextPart(string Name, LocalText Text, SourceSpan Source);
