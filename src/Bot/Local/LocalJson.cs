using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.Bot.Local;

internal static class LocalJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}
