using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MeliBot.Simulator;

/// <summary>One mapping of a scenario file; every complaint is collected with its line.</summary>
internal sealed class YamlMap
{
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly List<string> _errors;
    private readonly string _what;

    private YamlMap(int line, string what, List<string> errors) => (Line, _what, _errors) = (line, what, errors);

    public int Line { get; }

    public static YamlMap Read(YamlNode? node, string what, List<string> errors, params string[] known)
    {
        var map = new YamlMap(node is null ? 1 : LineOf(node), what, errors);
        if (node is not YamlMappingNode mapping)
        {
            map.Complain(map.Line, $"{what} must be a mapping, such as \"{known.FirstOrDefault() ?? "key"}: …\"");
            return map;
        }

        foreach (var (keyNode, value) in mapping.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            if (!known.Contains(key, StringComparer.Ordinal)) map.Complain(LineOf(keyNode), $"{what} knows no \"{key}\"; it knows {string.Join(", ", known)}");
            else map._values[key] = value;
        }

        return map;
    }

    public static int LineOf(YamlNode node) => (int)node.Start.Line;

    public bool Has(string key) => _values.ContainsKey(key);

    public YamlNode? Node(string key) => _values.GetValueOrDefault(key);

    public void Complain(int line, string text) => _errors.Add(string.Create(CultureInfo.InvariantCulture, $"line {line}: {text}."));

    public string Text(string key) => Optional(key) ?? Missing<string>(key, "");

    public string? Optional(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalarNode { Value: var value, Style: var style }:
                return style == ScalarStyle.Plain && value is "" or "~" or "null" ? null : value;
            case var other:
                Complain(LineOf(other), $"\"{key}\" of {_what} must be a text");
                return null;
        }
    }

    public decimal Decimal(string key, decimal otherwise) => Parse(key, otherwise, "a number", (string s, out decimal v) => decimal.TryParse(s, NumberStyles.Number, CultureInfo.InvariantCulture, out v));

    public int Int(string key, int otherwise) => Parse(key, otherwise, "a whole number", (string s, out int v) => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out v));

    public long? Long(string key) => Has(key) ? Parse(key, 0L, "a whole number", (string s, out long v) => long.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out v)) : null;

    public double Double(string key, double otherwise) => Parse(key, otherwise, "a number", (string s, out double v) => double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out v));

    public bool Bool(string key) => Parse(key, false, "true or false", (string s, out bool v) => bool.TryParse(s, out v));

    public TimeSpan Duration(string key, TimeSpan otherwise) => Parse(key, otherwise, "a length of time such as 500ms, 1.5s or 2m", (string s, out TimeSpan v) => Durations.TryParse(s, out v));

    public TimeSpan? OptionalDuration(string key) => Has(key) ? Duration(key, default) : null;

    /// <summary>An enum in words: <c>retry-after</c>, <c>over quota</c>.</summary>
    public T Word<T>(string key, T otherwise)
        where T : struct, Enum =>
        Parse(key, otherwise, "one of " + string.Join(", ", Enum.GetNames<T>().Select(Kebab)), (string s, out T v) =>
            Enum.TryParse(s.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out v) && Enum.IsDefined(v) && !char.IsAsciiDigit(s[0]));

    public IEnumerable<YamlNode> List(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                return sequence.Children;
            case var other:
                Complain(LineOf(other), $"\"{key}\" of {_what} must be a list");
                return [];
        }
    }

    /// <summary>A mapping of free keys to texts.</summary>
    public IEnumerable<(string Key, string Value)> Pairs(string key)
    {
        if (Node(key) is not { } node) return [];
        if (node is YamlMappingNode mapping && mapping.All(p => p is { Key: YamlScalarNode, Value: YamlScalarNode }))
        {
            return mapping.Select(p => (((YamlScalarNode)p.Key).Value ?? "", ((YamlScalarNode)p.Value).Value ?? ""));
        }

        Complain(LineOf(node), $"\"{key}\" of {_what} must be a mapping of texts");
        return [];
    }

    private delegate bool Parser<T>(string text, out T value);

    private T Parse<T>(string key, T otherwise, string what, Parser<T> parse)
    {
        if (Optional(key) is not { } text) return otherwise;
        if (parse(text, out var value)) return value;
        Complain(LineOf(Node(key)!), $"\"{key}\" of {_what} must be {what}, not \"{text}\"");
        return otherwise;
    }

    private T Missing<T>(string key, T otherwise)
    {
        if (!Has(key)) Complain(Line, $"{_what} needs \"{key}\"");
        return otherwise;
    }

    private static string Kebab(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
