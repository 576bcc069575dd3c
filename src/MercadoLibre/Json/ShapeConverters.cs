using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A property whose JSON comes in several shapes.</summary>
internal interface IShapeConverter
{
    /// <summary>The model that reads this shape; null for the property's own.</summary>
    Type? ModelOf(JsonValueKind kind);
}

/// <summary>A list that may come as one object, or null. A bare word among its entries is read as an entry of that id.</summary>
internal sealed class OneOrManyConverter<T> : JsonConverter<IReadOnlyList<T>>, IShapeConverter
    where T : class
{
    public Type? ModelOf(JsonValueKind kind) => kind == JsonValueKind.Object ? typeof(T) : null;

    public override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return Entry(ref reader, options) is { } one ? [one] : [];

        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Entry(ref reader, options) is { } entry)
                list.Add(entry);
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var entry in value)
            JsonSerializer.Serialize(writer, entry, options.GetTypeInfo(typeof(T)));
        writer.WriteEndArray();
    }

    private static T? Entry(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return (T?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(T)));
        if (Scalar.ReadText(ref reader) is not { Length: > 0 } text)
            return null;
        var json = new System.Text.Json.Nodes.JsonObject { ["id"] = text };
        return (T?)json.Deserialize(options.GetTypeInfo(typeof(T)));
    }
}

/// <summary>The text of a message: a string, or in the oldest shape an object with its plain form.</summary>
internal sealed class MessageTextConverter : JsonConverter<string>, IShapeConverter
{
    public Type? ModelOf(JsonValueKind kind) => kind == JsonValueKind.Object ? typeof(PlainMessageText) : null;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject
            ? ((PlainMessageText?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(PlainMessageText))))?.Plain
            : Scalar.ReadText(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

internal sealed record PlainMessageText
{
    public string? Plain { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>Why a status is what it is: an object, or a bare word.</summary>
internal sealed class DetailConverter : JsonConverter<StatusDetail>, IShapeConverter
{
    public Type? ModelOf(JsonValueKind kind) => kind is JsonValueKind.Object or JsonValueKind.Array ? null : typeof(string);

    public override StatusDetail? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject
            ? (StatusDetail?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(StatusDetail)))
            : Scalar.ReadText(ref reader) is { Length: > 0 } word ? new StatusDetail { Description = word } : null;

    public override void Write(Utf8JsonWriter writer, StatusDetail value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(typeof(StatusDetail)));
}
