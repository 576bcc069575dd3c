using System.Text.Json;

namespace MeliBot.Dialogs.Understanding;

/// <summary>A question with what it asks, as people say. One JSON object a line: <c>{"text","locale","place","intents":[],"segments":[{"text","intent"}]}</c>; locale, place and segments may be missing, other fields are ignored.</summary>
/// <param name="Asked">The intent of each asked segment; those of <paramref name="Intents"/> where segments aren't marked.</param>
public sealed record EvaluationCase(string Text, string? Locale, IReadOnlyList<string> Intents, IReadOnlyList<string> Asked)
{
    public EvaluationCase(string text, string? locale, IReadOnlyList<string> intents)
        : this(text, locale, intents, intents)
    {
    }

    /// <summary>Where it is written, of <see cref="IntentPlaces"/>.</summary>
    public string Place { get; init; } = IntentPlaces.Questions;

    /// <exception cref="FormatException">A line can't be read; says which and why.</exception>
    public static IReadOnlyList<EvaluationCase> ReadLines(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var cases = new List<EvaluationCase>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                cases.Add(ReadLine(line));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new FormatException($"Line {number} can't be read as {{\"text\",\"locale\",\"intents\":[]}}: {e.Message}", e);
            }
        }

        return cases;
    }

    private static EvaluationCase ReadLine(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        string[] intents = [.. root.GetProperty("intents").EnumerateArray().Select(i => i.GetString() ?? "")];
        return new EvaluationCase(
            root.GetProperty("text").GetString() ?? "",
            root.TryGetProperty("locale", out var locale) ? locale.GetString() : null,
            intents,
            root.TryGetProperty("segments", out var segments) ? [.. segments.EnumerateArray().Select(s => s.GetProperty("intent").GetString() ?? "")] : intents)
        {
            Place = root.TryGetProperty("place", out var place) ? PlaceOf(place.GetString()) : IntentPlaces.Questions,
        };
    }

    private static string PlaceOf(string? word) => word is not null && IntentPlaces.All.Contains(word) ? word : throw new JsonException($"\"place\" is {string.Join(" or ", IntentPlaces.All)}, not {word ?? "null"}");
}
