using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>The messages of a claim, in either shape: a bare list, or one within an envelope.</summary>
[JsonConverter(typeof(ClaimMessagesConverter))]
public sealed record ClaimMessages
{
    /// <summary>As they came; newest first as far as seen, which nothing promises.</summary>
    public IReadOnlyList<ClaimMessage> Data { get => field ?? []; init; }

    /// <summary>Only in the envelope.</summary>
    public Paging? Paging { get; init; }

    /// <summary>Each once, oldest first.</summary>
    [JsonIgnore]
    public IReadOnlyList<ClaimMessage> All =>
        [.. Data.Reverse().DistinctBy(message => message.Key, StringComparer.Ordinal).OrderBy(message => message.At ?? DateTimeOffset.MinValue)];

    /// <summary>False when the envelope says that there are more than came.</summary>
    [JsonIgnore]
    public bool IsWhole => !(Paging?.Total > Data.Count);

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>The envelope as it is written in JSON.</summary>
internal sealed record ClaimMessageEnvelope
{
    public Paging? Paging { get; init; }

    public IReadOnlyList<ClaimMessage>? Data { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

internal sealed class ClaimMessagesConverter : JsonConverter<ClaimMessages>, IShapeConverter
{
    public Type? ModelOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => typeof(List<ClaimMessage>),
        JsonValueKind.Object => typeof(ClaimMessageEnvelope),
        _ => null,
    };

    public override ClaimMessages Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                return new ClaimMessages { Data = (List<ClaimMessage>)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(List<ClaimMessage>)))! };
            case JsonTokenType.StartObject:
                var envelope = (ClaimMessageEnvelope)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(ClaimMessageEnvelope)))!;
                return new ClaimMessages { Data = envelope.Data ?? [], Paging = envelope.Paging, Extra = envelope.Extra };
            default:
                throw new JsonException("A list of messages was expected.");
        }
    }

    public override void Write(Utf8JsonWriter writer, ClaimMessages value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(
            writer,
            new ClaimMessageEnvelope { Paging = value.Paging, Data = value.Data, Extra = value.Extra },
            options.GetTypeInfo(typeof(ClaimMessageEnvelope)));
}
