using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MeliBot.BotFramework.Tests.Golden;

/// <summary>Compares JSON as text: the order of properties counts, and so does the form of a date.</summary>
internal static class Fixture
{
    private static readonly JsonSerializerSettings WithoutNulls = new() { NullValueHandling = NullValueHandling.Ignore };

    public static void ShouldGive(this object value, string fixture, bool nulls = false) =>
        Normal(JsonConvert.SerializeObject(value, nulls ? new JsonSerializerSettings() : WithoutNulls)).ShouldBe(Normal(Read(fixture)));

    public static string Read(string fixture) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", fixture));

    public static string Normal(string json) =>
        JsonConvert.SerializeObject(JsonConvert.DeserializeObject<JToken>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None }), Formatting.Indented);
}
