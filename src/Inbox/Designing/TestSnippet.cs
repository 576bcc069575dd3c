using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MeliBot.Adapter.Turns;

namespace MeliBot.Inbox.Designing;

/// <summary>What was just tried, as an entry of a playbook's tests/*.yaml: from then on it must come out the same.</summary>
internal static class TestSnippet
{
    private const int LongestName = 60;

    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(ConsoleQuestion question, TurnTrace trace)
    {
        var yaml = new StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $"- name: {Quote(Name(question.Text))}\n");
        Add("question", Quote(question.Text));
        if (question.Locale is { } locale) Add("locale", Quote(locale));
        Add("at", Quote(question.At.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture)));
        if (question.Before.Count > 0) Add("before", List(question.Before));
        Add("intents", List([.. trace.Intents.Select(intent => intent.Name).Distinct(StringComparer.Ordinal)]));
        Add("decision", trace.Decision.ToLowerInvariant());
        if (trace.Text is { } text) Add("text", Quote(text));
        return yaml.ToString();

        void Add(string key, string value) => yaml.Append(CultureInfo.InvariantCulture, $"  {key}: {value}\n");
    }

    // A JSON string is a YAML string too, whatever stands in it.
    private static string Quote(string text) => JsonSerializer.Serialize(text, Quoted);

    private static string List(IReadOnlyList<string> texts) => $"[{string.Join(", ", texts.Select(Quote))}]";

    private static string Name(string question)
    {
        if (question.Length <= LongestName) return question;
        var space = question.LastIndexOf(' ', LongestName);
        return question[..(space > LongestName / 2 ? space : LongestName)];
    }
}
