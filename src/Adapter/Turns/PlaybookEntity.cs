using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Turns;

/// <summary>
/// Reads what the bot answered by from the entity that any outgoing activity of the turn may carry, a trace too:
/// <c>{"type":"mercadolibre/playbook","name":"shipped","version":"0a1b2c3d4e5f","notes":["..."],"facts":"{...}"}</c>; in a claim also <c>dialog</c> and
/// <c>route</c> (<c>{"events":[],"dialog","reason","candidates":[{"dialog","outcome","why"}]}</c>).
/// </summary>
internal static class PlaybookEntity
{
    public const string Type = "mercadolibre/playbook";

    public static TracePlaybook? Read(IEnumerable<Activity> activities)
    {
        var entity = activities.SelectMany(activity => activity.Entities ?? []).FirstOrDefault(entity => string.Equals(entity?.Type, Type, StringComparison.OrdinalIgnoreCase));
        if (entity is null) return null;
        var json = entity.Properties is { Count: > 0 } properties ? properties : JObject.FromObject(entity);
        return (string?)json["name"] is { Length: > 0 } name
            ? new TracePlaybook(name, (string?)json["version"] ?? "", [.. (json["notes"] as JArray ?? []).Select(note => note.ToString())], json["facts"] is JValue { Value: string facts } ? facts : null)
            {
                Dialog = (string?)json["dialog"],
                Route = json["route"] is JObject route ? RouteOf(route) : null,
            }
            : null;
    }

    private static TraceRoute RouteOf(JObject route) => new(
        [.. (route["events"] as JArray ?? []).Select(name => name.ToString())],
        (string?)route["dialog"],
        (string?)route["reason"] ?? "",
        [.. (route["candidates"] as JArray ?? []).OfType<JObject>().Select(one => new TraceCandidate((string?)one["dialog"] ?? "", (string?)one["outcome"] ?? "", (string?)one["why"] ?? ""))]);
}
