using System.Text.Json;

namespace MeliBot.MercadoLibre;

/// <summary>What the platform says about a refused claim outside the body: in a header of JSON, which often isn't there.</summary>
internal static class ExecutionDetails
{
    private const string Header = "metadata";
    private const int MaxLength = 8 * 1024;
    private const int MaxDetails = 20;

    public static IReadOnlyList<ErrorCause> Read(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues(Header, out var values))
            return [];
        // A value with commas may arrive in pieces.
        var text = string.Join(',', values);
        return text.Length > MaxLength ? [] : Parse(text);
    }

    private static IReadOnlyList<ErrorCause> Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("execution_details", out var inner))
                root = inner;
            return root.ValueKind == JsonValueKind.Array
                ? [.. root.EnumerateArray().Take(MaxDetails).Where(detail => detail.ValueKind == JsonValueKind.Object).Select(Cause)]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static ErrorCause Cause(JsonElement detail) => new(
        Word(detail, "id"),
        string.Join(' ', ((string?[])[Word(detail, "message"), Word(detail, "suggested_action")]).OfType<string>()) is { Length: > 0 } words ? words : null,
        Word(detail, "type"),
        []);

    private static string? Word(JsonElement detail, string name) =>
        detail.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;
}
