using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>
/// The Bot Framework entity by which any bot says what the text of a message activity is in an answer:
/// <c>{"type":"mercadolibre/fragment","role":"greeting|core|complement|closing","intent":"price","span":{"start":0,"length":12},"rule":"price.known",
/// "facts":[{"name":"item.price","value":"100","source":"item","at":"2026-01-02T03:04:05Z"}]}</c>. Without it a text is a core.
/// </summary>
public static class FragmentEntity
{
    public const string Type = "mercadolibre/fragment";

    /// <summary>Text and activity aren't part of it: it describes the activity that it is attached to.</summary>
    public static Entity ToEntity(Fragment fragment)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        var properties = new JObject { ["role"] = Name(fragment.Role) };
        if (fragment.Intent is not null) properties["intent"] = fragment.Intent;
        if (fragment.Span is { } span) properties["span"] = new JObject { ["start"] = span.Start, ["length"] = span.Length };
        if (fragment.Rule is not null) properties["rule"] = fragment.Rule;
        if (fragment.Facts is { Count: > 0 } facts) properties["facts"] = new JArray(facts.Select(ToJson));
        return new Entity(Type) { Properties = properties };
    }

    /// <summary>What a message says, as one fragment; none when it holds no text. Cards and suggested actions become text.</summary>
    public static IReadOnlyList<Fragment> Read(Activity message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = CardText.Of(message);
        if (text.Length == 0) return [];

        var entity = message.Entities?.FirstOrDefault(entity => string.Equals(entity?.Type, Type, StringComparison.OrdinalIgnoreCase));
        var properties = entity switch
        {
            null => new JObject(),
            // A bot may attach a class of its own; its JSON is what counts.
            { Properties: null } or { Properties.Count: 0 } => JObject.FromObject(entity),
            _ => entity.Properties,
        };
        return
        [
            new(text,
                Role(Text(properties, "role")),
                Text(properties, "intent"),
                Span(properties["span"]),
                Text(properties, "rule"),
                [.. (properties["facts"] as JArray ?? []).OfType<JObject>().Select(Fact).OfType<FragmentFact>()],
                message.Id),
        ];
    }

    private static string Name(FragmentRole role) => role switch
    {
        FragmentRole.Greeting => "greeting",
        FragmentRole.Complement => "complement",
        FragmentRole.Closing => "closing",
        _ => "core",
    };

    /// <summary>An unknown role is a core: what isn't understood is never dropped.</summary>
    private static FragmentRole Role(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        "GREETING" => FragmentRole.Greeting,
        "COMPLEMENT" => FragmentRole.Complement,
        "CLOSING" => FragmentRole.Closing,
        _ => FragmentRole.Core,
    };

    private static JObject ToJson(FragmentFact fact)
    {
        var json = new JObject { ["name"] = fact.Name, ["value"] = fact.Value };
        if (fact.Source is not null) json["source"] = fact.Source;
        if (fact.At is { } at) json["at"] = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);
        return json;
    }

    private static FragmentFact? Fact(JObject json) =>
        Text(json, "name") is { } name ? new(name, Text(json, "value"), Text(json, "source"), Date(json["at"])) : null;

    private static TextSpan? Span(JToken? json)
    {
        if (json is not JObject span || Number(span["start"]) is not { } start || Number(span["length"]) is not { } length) return null;
        return start < 0 || length < 0 || start > int.MaxValue - length ? null : new(start, length);
    }

    private static int? Number(JToken? json) =>
        json is JValue { Value: not null } value && int.TryParse(Convert.ToString(value.Value, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Date(JToken? json) => json switch
    {
        JValue { Value: DateTime date } => date.Kind == DateTimeKind.Unspecified ? new(date, TimeSpan.Zero) : new DateTimeOffset(date),
        JValue { Value: DateTimeOffset date } => date,
        JValue { Value: string text } when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) => date,
        _ => null,
    };

    private static string? Text(JObject json, string name) => json[name] switch
    {
        JValue { Value: bool flag } => flag ? "true" : "false",
        JValue { Value: not null } value when Convert.ToString(value.Value, CultureInfo.InvariantCulture) is { Length: > 0 } text => text,
        _ => null,
    };
}
