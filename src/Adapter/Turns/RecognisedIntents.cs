using System.Globalization;
using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Policy;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Turns;

/// <summary>
/// Reads what the bot recognised from the entity that any outgoing activity of the turn may carry, a trace too:
/// <c>{"type":"mercadolibre/intents","intents":[{"name":"price","score":0.93,"span":{"start":0,"length":12}}]}</c>.
/// </summary>
internal static class RecognisedIntents
{
    public const string Type = "mercadolibre/intents";

    public static IReadOnlyList<RecognizedIntent> Read(IEnumerable<Activity> activities)
    {
        var found = activities
            .SelectMany(activity => activity.Entities ?? [])
            .Where(entity => string.Equals(entity?.Type, Type, StringComparison.OrdinalIgnoreCase))
            .SelectMany(entity => (Properties(entity)["intents"] as JArray ?? []).OfType<JObject>());
        var intents = new List<RecognizedIntent>();
        foreach (var json in found)
        {
            if ((string?)json["name"] is not { Length: > 0 } name)
                continue;
            TextSpan? span = Whole(json["span"]?["start"]) is { } start && Whole(json["span"]?["length"]) is { } length ? new TextSpan(start, length) : null;
            var intent = new RecognizedIntent(name, Number(json["score"]), span);
            // The same recognition may be noted on several activities.
            if (!intents.Contains(intent))
                intents.Add(intent);
        }

        return intents;
    }

    // A bot may attach a class of its own; its JSON is what counts.
    private static JObject Properties(Entity entity) => entity.Properties is { Count: > 0 } properties ? properties : JObject.FromObject(entity);

    private static int? Whole(JToken? json) => Number(json) is { } number and >= 0 and < int.MaxValue / 2 ? (int)number : null;

    private static double? Number(JToken? json) =>
        json is JValue { Value: not null } value && double.TryParse(Convert.ToString(value.Value, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
