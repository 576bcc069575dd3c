using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Reads any scalar into an <see cref="IOpenEnum{TSelf}"/> and writes its text back unchanged.</summary>
public sealed class OpenEnumConverter<T> : JsonConverter<T>
    where T : struct, IOpenEnum<T>
{
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Scalar.ReadText(ref reader) is { Length: > 0 } text ? T.From(text) : default;

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.Value is null)
            writer.WriteNullValue();
        else
            writer.WriteStringValue(value.Value);
    }
}
