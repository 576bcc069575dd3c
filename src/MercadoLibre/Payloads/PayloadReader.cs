using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeliBot.MercadoLibre;

/// <summary>Reads payloads as the client does and says what it didn't know: how support looks at what the platform really sent.</summary>
public sealed class PayloadReader
{
    private readonly Dictionary<string, PayloadKind> _kinds;

    /// <param name="more">Kinds beyond the client's own; one of the same name replaces it.</param>
    public PayloadReader(IEnumerable<PayloadKind> more)
    {
        _kinds = PayloadKinds.All.ToDictionary(k => k.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var kind in more)
            _kinds[kind.Name] = kind;
    }

    public IReadOnlyCollection<string> Kinds => _kinds.Keys;

    /// <summary>Never throws for what the bytes are.</summary>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public PayloadResult Read(string kind, ReadOnlyMemory<byte> payload)
    {
        if (!_kinds.TryGetValue(kind, out var reader))
            throw new ArgumentException($"There is no kind \"{kind}\". Kinds: {string.Join(", ", _kinds.Keys.Order(StringComparer.Ordinal))}.", nameof(kind));
        if (payload.Span.StartsWith("\uFEFF"u8))
            payload = payload[3..];

        try
        {
            var content = reader.Read(payload);
            return new PayloadResult(null, Line(content.Normalised, content.Unknown), content.Unknown);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            var why = e is JsonException { Path: { Length: > 1 } path } ? $"{Words(e)} (at {path})" : Words(e);
            return new PayloadResult(why, Line(new JsonObject { ["error"] = $"This can't be read as {reader.Name}: {why}" }, []), []);
        }
    }

    private static string Words(Exception e)
    {
        // The serialiser adds its own position to the message; the path is said once, and inner messages are ours.
        var text = e.Message;
        var cut = text.IndexOf(" Path: ", StringComparison.Ordinal);
        return cut < 0 ? text : text[..cut];
    }

    private static string Line(JsonObject normalised, IReadOnlyList<string> unknown)
    {
        // A payload's own field of that name is among the unknown ones; it keeps its value under another name.
        if (normalised.TryGetPropertyValue("unknown", out var own))
        {
            normalised.Remove("unknown");
            normalised["unknown_"] = own;
        }

        normalised["unknown"] = new JsonArray([.. unknown.Select(u => (JsonNode?)JsonValue.Create(u))]);
        return normalised.ToJsonString(MercadoLibreJson.Options);
    }
}
