using System.Text.Json;

namespace MeliBot.Dialogs.Understanding;

/// <summary>A question with what it asks, as people say. One JSON object a line: <c>{"text","locale","intents":[]}</c>; other fields are ignored.</summary>
public sealed record EvaluationCase(string Text, string? Locale, IReadOnlyList<string> Intents)
{
    /// <exception cref="FormatException">A line can't be read; says which and why.</exception>
    public static IReadOnlyList<EvaluationCase> ReadLines(IEnumerable<string> lines)
    {
        var cases = new List<EvaluationCase>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                var root = json.RootElement;
                cases.Add(new EvaluationCase(
                    root.GetProperty("text").GetString() ?? "",
                    root.TryGetProperty("locale", out var locale) ? locale.GetString() : null,
                    [.. root.GetProperty("intents").EnumerateArray().Select(i => i.GetString() ?? "")]));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new FormatException($"Line {number} can't be read as {{\"text\",\"locale\",\"intents\":[]}}: {e.Message}", e);
            }
        }

        return cases;
    }
}
