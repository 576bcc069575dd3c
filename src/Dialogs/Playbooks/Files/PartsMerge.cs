namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>A designer's folder over what it extends: the same name replaces, an intent with <c>add</c> adds.</summary>
internal static class PartsMerge
{
    public static PlaybookParts Over(PlaybookParts shipped, PlaybookParts own)
    {
        var merged = new PlaybookParts { Settings = own.Settings ?? shipped.Settings, Deciding = own.Deciding ?? shipped.Deciding, Guards = own.Guards ?? shipped.Guards };
        foreach (var (path, file) in shipped.Files.Concat(own.Files)) merged.Files[path] = file;
        var replaced = own.Intents.Values.Where(i => !i.Add).Select(i => i.Definition.Name).ToHashSet(StringComparer.Ordinal);
        merged.Examples.AddRange(shipped.Examples.Where(e => !IsOf(e, replaced)).Concat(own.Examples));
        merged.Negatives.AddRange(shipped.Negatives.Where(n => !replaced.Contains(n.Example.Intent)).Concat(own.Negatives));
        merged.Patterns.AddRange(shipped.Patterns.Where(p => !replaced.Contains(p.Pattern.Intent)).Concat(own.Patterns));
        foreach (var (name, intent) in shipped.Intents) merged.Intents[name] = intent;
        foreach (var (name, intent) in own.Intents) merged.Intents[name] = intent.Add && shipped.Intents.TryGetValue(name, out var first) ? Both(first, intent) : intent;
        Overlay(merged.Replies, shipped.Replies, own.Replies);
        Overlay(merged.Dialogs, shipped.Dialogs, own.Dialogs);
        Overlay(merged.Texts, shipped.Texts, own.Texts);
        merged.Tests.AddRange(own.Tests);
        Overlay(merged.Items, [], own.Items);
        Overlay(merged.Orders, [], own.Orders);
        Overlay(merged.Claims, [], own.Claims);
        merged.Unread.UnionWith(own.Unread);
        return merged;
    }

    /// <summary>A question with several intents stays when one of them is replaced: its name still says what is asked.</summary>
    private static bool IsOf(ExamplePart example, HashSet<string> replaced) =>
        example.Owner is { } owner ? replaced.Contains(owner) : example.Example.Intents is [var only] && replaced.Contains(only);

    private static IntentPart Both(IntentPart first, IntentPart added) => added with
    {
        Definition = added.Definition with
        {
            About = added.Definition.About.Length > 0 ? added.Definition.About : first.Definition.About,
            Slots = [.. first.Definition.Slots.Union(added.Definition.Slots, StringComparer.Ordinal)],
            Critical = first.Definition.Critical || added.Definition.Critical,
            Place = first.Definition.Place,
        },
        Examples = [.. first.Examples, .. added.Examples],
        Negatives = [.. first.Negatives, .. added.Negatives],
        Patterns = [.. first.Patterns, .. added.Patterns],
    };

    private static void Overlay<T>(Dictionary<string, T> merged, Dictionary<string, T> shipped, Dictionary<string, T> own)
    {
        foreach (var (name, part) in shipped.Concat(own)) merged[name] = part;
    }
}
