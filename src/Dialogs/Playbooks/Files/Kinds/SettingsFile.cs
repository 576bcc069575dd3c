namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary><c>playbook.yaml</c>.</summary>
internal static class SettingsFile
{
    public const string Shipped = "shipped";

    private static readonly Key Name = new("playbook", Scalars.Name, "the playbook's name") { Required = true };

    private static readonly Key Extends = new("extends", Scalars.Choice("a playbook to start from", Shipped), "what it starts from: with \"shipped\" everything that comes with the product is there, and what has the same name here replaces it");

    private static readonly Key Voices = new(
        "voices",
        new Either(
            "a list of sites such as [MLA, MLM], or sites with the voices that they hear",
            new ListOf(Scalars.Site, "a list of sites"),
            new MapOf(Scalars.Site, new ListOf(Scalars.Voice, "a list of voices, best first"), "voices by site")),
        "the sites or locales that it speaks to; every text must have a wording for each. With a list of voices for a site, these are tried in turn")
    { Default = "every site" };

    public static readonly Keyed Shape = new("settings", "playbook.yaml", [Name, Extends, Voices]);

    public static SettingsPart Read(MapNode map)
    {
        var chains = new Dictionary<string, IReadOnlyList<string>?>(StringComparer.Ordinal);
        if (map.Get(Voices) is MapNode bySite)
        {
            foreach (var (site, voices) in bySite.Entries) chains[site.Value] = [.. voices.Scalars().Select(v => v.Value)];
        }
        else
        {
            foreach (var site in map.Get(Voices).Scalars()) chains[site.Value] = null;
        }

        return new SettingsPart(map.Text(Name) ?? "unnamed", map.Text(Extends), chains, map.Find(Voices.Name)?.Key.Source ?? map.Source, map.Get(Extends)?.Source ?? map.Source);
    }
}

/// <param name="Voices">By site that is spoken to; null for the voices that it hears by default. Empty: every site.</param>
internal sealed record SettingsPart(string Name, string? Extends, IReadOnlyDictionary<string, IReadOnlyList<string>?> Voices, SourceSpan VoicesSource, SourceSpan ExtendsSource);
