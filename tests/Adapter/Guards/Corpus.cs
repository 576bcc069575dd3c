namespace MeliBot.Adapter.Tests.Guards;

/// <summary>Texts to try the guards on: a line each, attacks under the guard that has to see them.</summary>
internal static class Corpus
{
    public static IReadOnlyList<(string Guard, string Text)> Attacks(string file)
    {
        var attacks = new List<(string Guard, string Text)>();
        var guard = "";
        foreach (var line in Lines(file))
        {
            if (line[0] == '[' && MeliBot.Adapter.Outbound.Guards.ContentGuards.Names.Contains(line[1..^1])) guard = line[1..^1];
            else attacks.Add((guard, line));
        }

        return attacks;
    }

    public static IReadOnlyList<string> Innocent(string file) => [.. Lines(file)];

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Guards", "Corpus", file)).Where(line => line.Length > 0 && line[0] != '#');
}
