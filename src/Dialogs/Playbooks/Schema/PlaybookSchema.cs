using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeliBot.Dialogs.Playbooks.Files;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>JSON Schemas of a playbook's files, for completion and checks in editors.</summary>
public static class PlaybookSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>By file name: <c>playbook-reply.schema.json</c>.</summary>
    public static IReadOnlyDictionary<string, string> All() => FileKind.All.ToDictionary(NameOf, kind => Write(kind).ToJsonString(Readable) + "\n", StringComparer.Ordinal);

    /// <summary>The schema of a file of a playbook; null where it has none.</summary>
    /// <param name="path">Relative to the playbook's folder.</param>
    public static string? NameOf(string path) => FileKind.Of(path) is { } kind ? NameOf(kind) : null;

    private static string NameOf(FileKind kind) => $"playbook-{kind.Name}.schema.json";

    private static JsonObject Write(FileKind kind)
    {
        var definitions = new JsonObject();
        var root = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = kind.Glob, ["description"] = kind.About + "." };
        foreach (var (name, value) in Of(kind.Shape, definitions).ToList()) root[name] ??= value?.DeepClone();
        if (definitions.Count > 0) root["definitions"] = definitions;
        return root;
    }

    private static JsonObject Of(Shape shape, JsonObject definitions)
    {
        switch (shape)
        {
            case Later later:
                if (!definitions.ContainsKey(later.Name))
                {
                    definitions[later.Name] = true;
                    definitions[later.Name] = Of(later.Shape(), definitions);
                }

                return new JsonObject { ["$ref"] = $"#/definitions/{later.Name}" };
            case Either either:
                return new JsonObject { ["anyOf"] = new JsonArray([.. either.Alternatives.Select(a => Of(a, definitions))]) };
            case ListOf list:
                return new JsonObject { ["type"] = "array", ["items"] = Of(list.Item, definitions) };
            case MapOf map:
                return new JsonObject { ["type"] = "object", ["propertyNames"] = Names(map.Key), ["additionalProperties"] = Of(map.Value, definitions) };
            case Keyed keyed:
                return Of(keyed, definitions);
            default:
                return Of((Scalar)shape);
        }
    }

    private static JsonObject Of(Keyed keyed, JsonObject definitions)
    {
        var properties = new JsonObject();
        foreach (var key in keyed.Keys)
        {
            var value = Of(key.Shape, definitions);
            var about = Sentence(key.About) + (key.Default is null ? "" : $" Default: {key.Default}.");
            properties[key.Name] = value.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(value), ["description"] = about } : With(value, about);
        }

        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        string[] required = [.. keyed.Keys.Where(k => k.Required).Select(k => k.Name)];
        if (required.Length > 0) schema["required"] = new JsonArray([.. required.Select(r => (JsonNode)r)]);
        if (keyed.OneOf.Count > 0) schema["oneOf"] = new JsonArray([.. keyed.OneOf.Select(k => new JsonObject { ["required"] = new JsonArray(k.Name) })]);
        if (keyed.AnyOf.Count > 0) schema["anyOf"] = new JsonArray([.. keyed.AnyOf.Select(k => new JsonObject { ["required"] = new JsonArray(k.Name) })]);
        return schema;
    }

    private static JsonObject Of(Scalar scalar)
    {
        var schema = new JsonObject
        {
            ["type"] = scalar.Type switch
            {
                ScalarType.Flag => "boolean",
                ScalarType.Whole => "integer",
                ScalarType.Number => "number",
                _ when scalar.Pattern is null && scalar.Choices.Count == 0 => new JsonArray("string", "number", "boolean"),
                _ => "string",
            },
        };
        if (scalar.Choices.Count > 0) schema["enum"] = new JsonArray([.. scalar.Choices.Select(c => (JsonNode)c)]);
        if (scalar.Pattern is not null) schema["pattern"] = scalar.Pattern;
        if (scalar.Min is { } min) schema["minimum"] = min;
        if (scalar.Max is { } max) schema["maximum"] = max;
        if (scalar.Example is not null) schema["examples"] = new JsonArray(scalar.Example.Trim('"'));
        return schema;
    }

    private static JsonObject Names(Scalar key)
    {
        var names = new JsonObject();
        if (key.Pattern is not null) names["pattern"] = key.Pattern;
        return names;
    }

    private static JsonObject With(JsonObject schema, string about)
    {
        schema["description"] = about;
        return schema;
    }

    private static string Sentence(string about) => char.ToUpperInvariant(about[0]) + about[1..] + ".";
}
