using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.Delivery.Reasons;

/// <summary>A bare sentence is a string; a coded reason is an object that holds its English sentence too, so that a version that has lost the code still shows it.</summary>
internal sealed class ReasonJson : JsonConverter<Reason>
{
    /// <summary>How every coded reason begins.</summary>
    public const string Head = "{\"code\":";

    public override Reason? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new Reason(reader.GetString()!);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("code", out var code) || code.ValueKind != JsonValueKind.String
            || !root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
            throw new JsonException("A reason is a sentence, or an object with code, args and text.");
        List<string> arguments = root.TryGetProperty("args", out var args) && args.ValueKind == JsonValueKind.Array ? [.. args.EnumerateArray().Select(arg => arg.ToString())] : [];
        return new Reason(code.GetString()!, arguments, text.GetString()!);
    }

    public override void Write(Utf8JsonWriter writer, Reason value, JsonSerializerOptions options)
    {
        if (value.Code is null)
        {
            writer.WriteStringValue(value.Text);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("code", value.Code);
        if (value.Arguments.Count > 0)
        {
            writer.WriteStartArray("args");
            foreach (var argument in value.Arguments) writer.WriteStringValue(argument);
            writer.WriteEndArray();
        }

        writer.WriteString("text", value.Text);
        writer.WriteEndObject();
    }
}
