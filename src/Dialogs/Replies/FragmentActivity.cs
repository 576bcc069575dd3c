using System.Globalization;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Dialogs.Replies;

/// <summary>Fragments and intents in Bot Framework's form: message activities with the channel's documented entities.</summary>
internal static class FragmentActivity
{
    /// <param name="receiver">In a claim: the party that it is for.</param>
    public static Activity Of(Fragment fragment, string? receiver = null)
    {
        var properties = new JObject { ["role"] = NameOf(fragment.Role), ["rule"] = fragment.Rule };
        if (fragment.Intent is not null) properties["intent"] = fragment.Intent;
        if (receiver is not null) properties["receiver"] = receiver;
        if (fragment.Span is { } span) properties["span"] = Span(span);
        if (fragment.Facts.Count > 0) properties["facts"] = new JArray(fragment.Facts.Select(Fact));
        return new Activity { Type = ActivityTypes.Message, Text = fragment.Text, Entities = [new Entity("mercadolibre/fragment") { Properties = properties }] };
    }

    public static Entity IntentsEntity(IEnumerable<AskedIntent> intents) => new("mercadolibre/intents")
    {
        Properties = new JObject
        {
            ["intents"] = new JArray(intents.Select(i => new JObject { ["name"] = i.Name, ["score"] = i.Score, ["span"] = Span(i.Span) })),
        },
    };

    private static string NameOf(FragmentRole role) => role switch
    {
        FragmentRole.Greeting => "greeting",
        FragmentRole.Complement => "complement",
        FragmentRole.Closing => "closing",
        _ => "core",
    };

    private static JObject Span(TextSpan span) => new() { ["start"] = span.Start, ["length"] = span.Length };

    private static JObject Fact(FactNote fact) => new()
    {
        ["name"] = fact.Name,
        ["value"] = fact.Value,
        ["source"] = fact.Source,
        ["at"] = fact.At?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
    };
}
