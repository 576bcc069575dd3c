using YamlDotNet.Core;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>Compares what stands in a file with what may: unknown and missing keys, kinds and values.</summary>
internal sealed class ShapeCheck(SourceFile file, List<Diagnostic> diagnostics)
{
    /// <summary>What other channels have.</summary>
    private static readonly string[] Absent = ["buttons", "button", "quick_replies", "suggested_actions", "options", "card", "cards", "carousel", "image", "images", "attachment", "attachments", "video", "audio", "file", "location"];

    public void Check(Node node, Shape shape, string of)
    {
        switch (shape)
        {
            case Later later:
                Check(node, later.Shape(), of);
                break;
            case Either either:
                if (either.Alternatives.FirstOrDefault(a => Fits(node, a)) is { } fitting) Check(node, fitting, of);
                else WrongKind(node, shape.What, of);
                break;
            case ListOf list when node is ListNode items:
                foreach (var item in items.Items) Check(item, list.Item, of);
                break;
            case MapOf map when node is MapNode entries:
                foreach (var (key, value) in entries.Entries)
                {
                    if (map.Key == Scalars.Voice && Absent.Contains(key.Value, StringComparer.OrdinalIgnoreCase))
                    {
                        diagnostics.Add(FileProblems.NotOnChannel.At(key.Source, $"Mercado Libre has no {key.Value}", "questions, messages and claims take plain text only", "say it in the text: \"¿Lo querés en azul o en rojo?\""));
                        continue;
                    }

                    CheckScalar(key, map.Key, $"\"{key.Value}\"");
                    if (!IsNothing(value)) Check(value, map.Value, $"\"{key.Value}\"");
                    else diagnostics.Add(FileProblems.WrongValue.At(key.Source, $"\"{key.Value}\" has no value", suggestion: $"write {map.Value.What} after it, or take the line out"));
                }

                break;
            case Keyed keyed when node is MapNode entries:
                CheckKeys(entries, keyed);
                break;
            case Scalar scalar when node is ScalarNode value:
                CheckScalar(value, scalar, of);
                break;
            default:
                WrongKind(node, shape.What, of);
                break;
        }
    }

    private void CheckKeys(MapNode map, Keyed keyed)
    {
        foreach (var (name, value) in map.Entries)
        {
            var key = keyed.Keys.FirstOrDefault(k => k.Name == name.Value);
            if (key is null && Absent.Contains(name.Value, StringComparer.OrdinalIgnoreCase))
                diagnostics.Add(FileProblems.NotOnChannel.At(name.Source, $"Mercado Libre has no {name.Value}", "questions, messages and claims take plain text only", "say it in the text: \"¿Lo querés en azul o en rojo?\""));
            else if (key is null)
                diagnostics.Add(FileProblems.UnknownKey.At(name.Source, $"{keyed.What} has no key \"{name.Value}\"", "a key that nothing reads would change nothing", DidYouMean.SayOrList(name.Value, keyed.Keys.Select(k => k.Name), "keys")));
            else if (!IsNothing(value))
                Check(value, key.Shape, $"\"{key.Name}\"");
            else if (key.Required || keyed.OneOf.Contains(key) || keyed.AnyOf.Contains(key))
                diagnostics.Add(FileProblems.WrongValue.At(name.Source, $"\"{key.Name}\" has no value", suggestion: $"write {key.Shape.What} after it"));
        }

        foreach (var key in keyed.Keys.Where(k => k.Required && map.Find(k.Name) is null))
            diagnostics.Add(FileProblems.MissingKey.At(map.Source, $"{keyed.What} needs the key \"{key.Name}\"", $"it says {key.About}", DidYouMean.Nearest(key.Name, Unknown(map, keyed)) is { } near ? $"write \"{key.Name}\" instead of \"{near}\"" : $"add \"{key.Name}: ...\""));

        if (keyed.AnyOf.Count > 0 && keyed.AnyOf.All(k => map.Find(k.Name) is null)) NoneOf(map, keyed, keyed.AnyOf);
        if (keyed.OneOf.Count == 0) return;
        var there = keyed.OneOf.Where(k => map.Find(k.Name) is not null).ToArray();
        if (there.Length == 0)
            NoneOf(map, keyed, keyed.OneOf);
        else if (there.Length > 1)
            diagnostics.Add(FileProblems.KeysTogether.At(map.Find(there[1].Name)!.Key.Source, $"\"{there[0].Name}\" and \"{there[1].Name}\" can't stand together", $"{keyed.What} does one thing", "make two entries of it, each after a \"- \" of its own"));
    }

    private void NoneOf(MapNode map, Keyed keyed, IReadOnlyList<Key> keys) =>
        diagnostics.Add(FileProblems.MissingKey.At(map.Source, $"{keyed.What} needs one of the keys {string.Join(", ", keys.Select(k => k.Name))}", "it says what is to be done", "add one of them"));

    private static IEnumerable<string> Unknown(MapNode map, Keyed keyed) => map.Entries.Select(e => e.Key.Value).Where(name => keyed.Keys.All(k => k.Name != name));

    private void CheckScalar(ScalarNode value, Scalar shape, string of)
    {
        if (value.Value.Trim().Length == 0)
            diagnostics.Add(FileProblems.WrongValue.At(value.Source, $"{of} has an empty text", suggestion: $"write {shape.What}, or take it out"));
        else if (!shape.Allows(value.Value))
            diagnostics.Add(FileProblems.WrongValue.At(value.Source, $"\"{Short(value.Value)}\" isn't {shape.What}", null, Advice(value, shape)));
    }

    private static string Advice(ScalarNode value, Scalar shape)
    {
        if (shape.Choices.Count > 0) return DidYouMean.Say(value.Value, shape.Choices) ?? $"write {string.Join(" or ", shape.Choices)}";
        if (shape.Type == ScalarType.Flag) return value.Value.ToUpperInvariant() is "YES" or "SI" or "SÍ" or "SIM" or "ON" or "TRUE" or "Y" ? "write true" : value.Value.ToUpperInvariant() is "NO" or "NÃO" or "OFF" or "FALSE" or "N" ? "write false" : "write true or false";
        if (shape.Type == ScalarType.Number && shape.Allows(value.Value.Replace(',', '.'))) return $"write {value.Value.Replace(',', '.')}: numbers take a point";
        return shape.Example is null ? $"write {shape.What}" : $"write it such as {shape.Example}";
    }

    private void WrongKind(Node node, string what, string of)
    {
        var braces = node is MapNode && file.Line(node.Source.Line) is { } line && node.Source.Column <= line.Length && line[node.Source.Column - 1] == '{';
        diagnostics.Add(FileProblems.WrongKind.At(node.Source, $"{of} takes {what}, not {node.Kind}", null, braces
            ? "put a text that begins with { in double quotes"
            : node is ScalarNode ? "write it on lines of its own, indented by two spaces more" : $"write {what}"));
    }

    private static bool IsNothing(Node node) => node is ScalarNode { IsEmpty: true };

    private static bool Fits(Node node, Shape shape) => shape switch
    {
        Later later => Fits(node, later.Shape()),
        Either either => either.Alternatives.Any(a => Fits(node, a)),
        Scalar => node is ScalarNode { Style: not ScalarStyle.Plain } or ScalarNode { IsEmpty: false },
        ListOf => node is ListNode,
        _ => node is MapNode,
    };

    internal static string Short(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
