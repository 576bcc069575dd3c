using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A text that may arrive as a number or boolean (ids do); an object or list is kept as its JSON.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Scalar.ReadText(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
