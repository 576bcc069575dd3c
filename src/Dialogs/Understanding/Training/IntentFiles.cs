using YamlDotNet.RepresentationModel;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Reads intent files: mappings of one intent, and lists of questions with any number of intents (docs/understanding.md).</summary>
public static class IntentFiles
{
    /// <summary>Reads every *.yaml of a folder, in the order of their names.</summary>
    public static TrainingSet ReadFolder(string folder) =>
        Read(Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path))));

    /// <exception cref="FormatException">A file can't be read; says where and what to write.</exception>
    public static TrainingSet Read(IEnumerable<(string Name, string Text)> files)
    {
        var examples = new List<IntentExample>();
        var negatives = new List<NegativeExample>();
        var patterns = new List<IntentPattern>();
        foreach (var (name, text) in files)
        {
            var root = Load(name, text);
            if (root is null) continue;
            if (root is YamlSequenceNode list) ReadList(name, list, examples);
            else ReadIntent(name, root, examples, negatives, patterns);
        }

        return TrainingSet.Of(examples, negatives, patterns);
    }

    private static YamlNode? Load(string name, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            throw new FormatException($"{name}:{e.Start.Line}:{e.Start.Column}: this isn't YAML: {e.Message}", e);
        }

        return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
    }

    private static void ReadIntent(string name, YamlNode root, List<IntentExample> examples, List<NegativeExample> negatives, List<IntentPattern> patterns)
    {
        var map = root as YamlMappingNode ?? throw Wrong(name, root, "an intent file begins with 'intent: NAME', or is a list of '- { text: \"...\", locale: es-AR, intents: [price, warranty] }'");
        var intent = Scalar(map, "intent") ?? throw Wrong(name, root, "the intent has no name; begin with 'intent: NAME'");
        foreach (var (locale, text) in Texts(name, map, "examples")) examples.Add(new IntentExample(text, locale, intent == IntentExample.NoIntent ? [] : [intent]));
        foreach (var (locale, text) in Texts(name, map, "negatives")) negatives.Add(new NegativeExample(text, locale, intent));
        foreach (var (language, regex) in Texts(name, map, "patterns")) patterns.Add(new IntentPattern(intent, language, regex));
    }

    private static void ReadList(string name, YamlSequenceNode list, List<IntentExample> examples)
    {
        foreach (var node in list)
        {
            if (node is not YamlMappingNode map || Scalar(map, "text") is not { } text || Child(map, "intents") is not YamlSequenceNode intents)
                throw Wrong(name, node, "an entry is '{ text: \"...\", locale: es-AR, intents: [price, warranty] }'");
            examples.Add(new IntentExample(text, Scalar(map, "locale") ?? "", [.. intents.Select(i => ((YamlScalarNode)i).Value ?? "").Where(i => i is not ("" or IntentExample.NoIntent))]));
        }
    }

    /// <summary>A list, or lists by language.</summary>
    private static IEnumerable<(string Language, string Text)> Texts(string name, YamlMappingNode map, string key) => Child(map, key) switch
    {
        null or YamlScalarNode { Value: null or "" or "~" or "null" } => [],
        YamlSequenceNode list => list.Select(item => ("", Text(name, item))),
        YamlMappingNode byLanguage => byLanguage.Children.SelectMany(pair => pair.Value is YamlSequenceNode list
            ? list.Select(item => (((YamlScalarNode)pair.Key).Value ?? "", Text(name, item)))
            : pair.Value is YamlScalarNode { Value: null or "" } ? [] : throw Wrong(name, pair.Value, $"'{key}' of a language is a list of texts, one a line after '- '")),
        var other => throw Wrong(name, other, $"'{key}' holds a list of texts for each language, such as 'es-AR:' with lines '- \"...\"'"),
    };

    private static string Text(string name, YamlNode node) =>
        node is YamlScalarNode { Value: { } value } ? value : throw Wrong(name, node, "one text a line is expected; put it in double quotes if it holds ': ' or begins with a mark");

    private static string? Scalar(YamlMappingNode map, string key) => (Child(map, key) as YamlScalarNode)?.Value;

    private static YamlNode? Child(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private static FormatException Wrong(string name, YamlNode node, string what) => new($"{name}:{node.Start.Line}:{node.Start.Column}: {what}.");
}
