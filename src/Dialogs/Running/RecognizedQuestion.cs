using System.Globalization;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;

namespace MeliBot.Dialogs.Running;

/// <summary>What any recognizer found, as our dialogs use it. Ours says which intents are asked and where; of another one the best counts, over the whole text.</summary>
internal static class RecognizedQuestion
{
    private const double Enough = 0.5;

    public static UnderstoodQuestion Read(RecognizerResult result, string text)
    {
        var slots = Slots(result.Entities).ToArray();
        var intents = result.Intents
            .Where(i => IsTrue(i.Value.Properties, "asked"))
            .OrderBy(i => Number(Get(i.Value.Properties, "order")) ?? 0)
            .Select(i => Asked(i.Key, i.Value, slots, text))
            .ToArray();
        if (intents.Length == 0)
            intents = [.. result.Intents.Where(i => i.Value.Score is >= Enough && i.Key is not ("None" or "")).OrderByDescending(i => i.Value.Score).Take(1).Select(i => Asked(i.Key, i.Value, slots, text))];
        return new UnderstoodQuestion(
            text,
            intents,
            result.Intents.ToDictionary(i => i.Key, i => i.Value.Score ?? 0, StringComparer.Ordinal),
            [],
            slots,
            IsTrue(result.Properties, "followUp"));
    }

    private static AskedIntent Asked(string name, IntentScore score, SlotValue[] slots, string text)
    {
        var span = Span(Get(score.Properties, "span")) ?? new TextSpan(0, text.Length);
        var carried = IsTrue(score.Properties, "carriedOver");
        return new AskedIntent(name, score.Score ?? 0, span, [.. slots.Where(s => carried || (s.Span.Length > 0 && s.Span.Start >= span.Start && s.Span.End <= span.End))], carried);
    }

    private static IEnumerable<SlotValue> Slots(JObject? entities)
    {
        if (entities is null) yield break;
        var instances = entities["$instance"] as JObject;
        foreach (var (name, values) in entities)
        {
            if (name == "$instance" || values is not JArray list) continue;
            var places = instances?[name] as JArray;
            for (var i = 0; i < list.Count; i++)
            {
                var value = (list[i] as JValue)?.ToString(CultureInfo.InvariantCulture) ?? "";
                var place = places is not null && i < places.Count ? places[i] as JObject : null;
                var (start, end) = ((int?)place?["startIndex"] ?? 0, (int?)place?["endIndex"] ?? 0);
                yield return new SlotValue(name, (string?)place?["text"] ?? value, value, new TextSpan(start, Math.Max(0, end - start)));
            }
        }
    }

    private static object? Get(IDictionary<string, object> properties, string name) => properties.TryGetValue(name, out var value) ? value : null;

    private static bool IsTrue(IDictionary<string, object> properties, string name) => Get(properties, name) is true or JValue { Value: true };

    private static TextSpan? Span(object? json) =>
        json is JObject span && (int?)span["start"] is { } start && (int?)span["length"] is { } length ? new TextSpan(start, length) : null;

    private static int? Number(object? value) => value switch
    {
        int number => number,
        long number => (int)number,
        JValue { Value: long number } => (int)number,
        _ => null,
    };
}
