using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>
/// What a message activity says where nothing but text can be shown: its text, then of each card the title, subtitle, text and facts, then the options as "A, B o C".
/// Pictures and files say nothing here.
/// </summary>
internal static class CardText
{
    private static readonly JArray None = [];

    public static string Of(Activity message)
    {
        var parts = new List<string>();
        Add(parts, string.IsNullOrWhiteSpace(message.Text) ? message.Speak : message.Text);
        var options = new List<string>();
        foreach (var attachment in message.Attachments ?? [])
        {
            if (attachment?.Content is not null && Json(attachment.Content) is { } card) Read(card, attachment.ContentType, parts, options);
        }

        options.AddRange((message.SuggestedActions?.Actions ?? []).Where(action => action is not null).Select(Option).OfType<string>());
        var said = string.Join("\n\n", parts);
        var asked = options.Distinct(StringComparer.OrdinalIgnoreCase).Where(option => !said.Contains(option, StringComparison.OrdinalIgnoreCase)).ToList();
        if (asked.Count > 0) Add(parts, Enumerate(asked, message.Locale));
        return string.Join("\n\n", parts);
    }

    private static void Read(JObject card, string? contentType, List<string> parts, List<string> options)
    {
        if (string.Equals(contentType, "application/vnd.microsoft.card.adaptive", StringComparison.OrdinalIgnoreCase) || string.Equals((string?)card["type"], "AdaptiveCard", StringComparison.OrdinalIgnoreCase))
        {
            ReadAdaptive(card, parts, options, 0);
            return;
        }

        Add(parts, Word(card, "title"));
        Add(parts, Word(card, "subtitle"));
        Add(parts, Word(card, "text"));
        foreach (var fact in Objects(card, "facts")) Add(parts, Pair(Word(fact, "key"), Word(fact, "value")));
        foreach (var item in Objects(card, "items")) Add(parts, Pair(Word(item, "title"), Word(item, "price")));
        Add(parts, Pair("Total", Word(card, "total")));
        options.AddRange(Objects(card, "buttons").Select(button => Option(button.ToObject<CardAction>()!)).OfType<string>());
    }

    private static void ReadAdaptive(JObject element, List<string> parts, List<string> options, int depth)
    {
        if (depth > 16) return;
        switch (((string?)element["type"])?.ToUpperInvariant())
        {
            case "TEXTBLOCK" or "TEXTRUN":
                Add(parts, Word(element, "text"));
                break;
            case "RICHTEXTBLOCK":
                Add(parts, string.Concat((element["inlines"] as JArray ?? None).Select(inline => inline is JObject run ? Word(run, "text") : inline.ToString())));
                return;
            case "FACTSET":
                foreach (var fact in Objects(element, "facts")) Add(parts, Pair(Word(fact, "title"), Word(fact, "value")));
                return;
            case "INPUT.CHOICESET":
                options.AddRange(Objects(element, "choices").Select(choice => Word(choice, "title")).OfType<string>());
                return;
        }

        foreach (var name in new[] { "body", "items", "columns" })
        {
            foreach (var child in Objects(element, name)) ReadAdaptive(child, parts, options, depth + 1);
        }

        options.AddRange(Objects(element, "actions").Select(action => Link(Word(action, "title"), Word(action, "url"))).OfType<string>());
    }

    private static string? Option(CardAction action)
    {
        var title = string.IsNullOrWhiteSpace(action.Title) ? action.Value as string ?? action.Text : action.Title;
        return Link(title, string.Equals(action.Type, ActionTypes.OpenUrl, StringComparison.OrdinalIgnoreCase) ? Convert.ToString(action.Value, CultureInfo.InvariantCulture) : null);
    }

    private static string? Link(string? title, string? url)
    {
        if (string.IsNullOrWhiteSpace(url)) return string.IsNullOrWhiteSpace(title) ? null : title.Trim();
        return string.IsNullOrWhiteSpace(title) || string.Equals(title, url, StringComparison.Ordinal) ? url : $"{title.Trim()}: {url}";
    }

    private static string Enumerate(List<string> options, string? locale)
    {
        if (options.Count == 1) return options[0];
        var portuguese = locale?.StartsWith("pt", StringComparison.OrdinalIgnoreCase) == true;
        return $"{string.Join(", ", options.SkipLast(1))} {(portuguese ? "ou" : SoundsLikeO(options[^1]) ? "u" : "o")} {options[^1]}";
    }

    private static bool SoundsLikeO(string word)
    {
        var start = word.TrimStart('(', '"', '¿', '¡').Normalize(NormalizationForm.FormD);
        return start.StartsWith("o", StringComparison.OrdinalIgnoreCase) || start.StartsWith("ho", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Pair(string? name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : string.IsNullOrWhiteSpace(name) ? value : $"{name.TrimEnd(':', ' ')}: {value}";

    private static void Add(List<string> parts, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) parts.Add(text);
    }

    private static string? Word(JObject json, string name) => json[name] is JValue { Value: not null } value ? Convert.ToString(value.Value, CultureInfo.InvariantCulture) : null;

    private static IEnumerable<JObject> Objects(JObject json, string name) => (json[name] as JArray ?? None).OfType<JObject>();

    private static JObject? Json(object content) => content switch
    {
        JObject json => json,
        string or JValue or JArray or Stream or byte[] => null,
        _ => JObject.FromObject(content),
    };
}
