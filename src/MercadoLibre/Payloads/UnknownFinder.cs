using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MeliBot.MercadoLibre;

/// <summary>Walks a payload along the model that reads it, and names what the model doesn't know.</summary>
internal static class UnknownFinder
{
    public static IReadOnlyList<string> Find(JsonElement payload, Type model)
    {
        var found = new List<string>();
        Walk(payload, MercadoLibreJson.Options.GetTypeInfo(model), "", found);
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static void Walk(JsonElement element, JsonTypeInfo type, string path, List<string> found)
    {
        if (element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || type.Type == typeof(JsonElement) || type.Type == typeof(JsonElement?))
            return;

        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                // The old envelope carries an error as the body of an unknown id.
                if (IsEntry(type) && IsFailedEntry(element))
                    return;
                foreach (var property in element.EnumerateObject())
                {
                    var own = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
                    if (type.Properties.FirstOrDefault(p => !p.IsExtensionData && p.Name == property.Name) is { } known)
                        Walk(property.Value, MercadoLibreJson.Options.GetTypeInfo((known.CustomConverter as IShapeConverter)?.ModelOf(property.Value.ValueKind) ?? known.PropertyType), own, found);
                    else
                        found.Add(own);
                }

                return;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                var elementType = MercadoLibreJson.Options.GetTypeInfo(type.ElementType!);
                foreach (var entry in element.EnumerateArray())
                    Walk(entry, elementType, $"{path}[]", found);
                return;
            case JsonTypeInfoKind.None:
                Leaf(element, type, path, found);
                return;
            default:
                found.Add($"{path}: {element.ValueKind.ToString().ToLowerInvariant()} where another shape was expected");
                return;
        }
    }

    private static void Leaf(JsonElement element, JsonTypeInfo type, string path, List<string> found)
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText();
        if (string.IsNullOrEmpty(text))
            return;
        var value = element.Deserialize(type);
        if (value is null)
            found.Add($"{path}: can't be read");
        else if (value is IOpenEnum { IsKnown: false } word)
            found.Add($"{path}={word.Value}");
        else if (value is string && element.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            found.Add($"{path}: {element.ValueKind.ToString().ToLowerInvariant()} where a text was expected");
    }

    private static bool IsEntry(JsonTypeInfo type) => type.Type.IsGenericType && type.Type.GetGenericTypeDefinition() == typeof(BulkEntry<>);

    public static bool IsFailedEntry(JsonElement element) =>
        (element.TryGetProperty("status_code", out var status) || element.TryGetProperty("code", out status))
        && Scalar.TryParseInt64(status.ToString(), out var code) && code >= 400;
}
