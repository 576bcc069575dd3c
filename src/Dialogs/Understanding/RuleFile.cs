namespace MeliBot.Dialogs.Understanding;

/// <summary>Reads presale.rules, whose head explains its form.</summary>
internal static class RuleFile
{
    public static readonly IReadOnlyList<Rule> Presale = Read();

    private static List<Rule> Read()
    {
        using var stream = typeof(RuleFile).Assembly.GetManifestResourceStream("presale.rules")!;
        using var reader = new StreamReader(stream);
        var lets = new Dictionary<string, string>(StringComparer.Ordinal);
        var rules = new List<Rule>();
        var (intent, strength) = ("", RuleStrength.Plain);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith('#')) continue;
            if (line.StartsWith("let ", StringComparison.Ordinal))
            {
                var parts = line[4..].Split(" = ", 2);
                lets[parts[0]] = parts[1];
            }
            else if (line.StartsWith('['))
            {
                var parts = line.Trim('[', ']').Split(' ');
                (intent, strength) = (parts[0], parts is [_, var word] ? Enum.Parse<RuleStrength>(word, ignoreCase: true) : RuleStrength.Plain);
            }
            else
            {
                rules.Add(new Rule(intent, strength, lets.Aggregate(line, (pattern, let) => pattern.Replace($"{{{let.Key}}}", let.Value, StringComparison.Ordinal))));
            }
        }

        return rules;
    }
}
