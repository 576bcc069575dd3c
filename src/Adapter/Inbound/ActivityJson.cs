using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace MeliBot.Adapter.Inbound;

/// <summary>Activities as stored: the protocol's own JSON.</summary>
public static class ActivityJson
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        Formatting = Formatting.None,
        // Dates inside channelData stay the platform's own text.
        DateParseHandling = DateParseHandling.None,
        MaxDepth = 128,
    };

    public static string Write(Activity activity) => JsonConvert.SerializeObject(activity, Settings);

    /// <exception cref="JsonException">It isn't an activity.</exception>
    public static Activity Read(string json) =>
        JsonConvert.DeserializeObject<Activity>(json, Settings) ?? throw new JsonSerializationException("A stored activity is empty.");
}
