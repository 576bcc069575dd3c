namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>Which wordings a site hears, unless a playbook says otherwise.</summary>
internal static class Voices
{
    private static readonly Dictionary<string, string[]> BySite = new(StringComparer.Ordinal)
    {
        ["MLA"] = ["es-AR", "es-vos", "es"],
        ["MBO"] = ["es-BO", "es"],
        ["MLB"] = ["pt-BR", "pt"],
        ["MLC"] = ["es-CL", "es"],
        ["MCO"] = ["es-CO", "es"],
        ["MCR"] = ["es-CR", "es"],
        ["MRD"] = ["es-DO", "es"],
        ["MEC"] = ["es-EC", "es"],
        ["MGT"] = ["es-GT", "es"],
        ["MHN"] = ["es-HN", "es"],
        ["MLM"] = ["es-MX", "es"],
        ["MNI"] = ["es-NI", "es-vos", "es"],
        ["MPA"] = ["es-PA", "es"],
        ["MPE"] = ["es-PE", "es"],
        ["MPY"] = ["es-PY", "es-vos", "es"],
        ["MSV"] = ["es-SV", "es"],
        ["MLU"] = ["es-UY", "es-vos", "es"],
        ["MLV"] = ["es-VE", "es"],
    };

    /// <summary>Every key that a text may use without a playbook that names it.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. BySite.Values.SelectMany(v => v).Distinct(StringComparer.Ordinal)];

    /// <summary>By site, and by the locale that is its own.</summary>
    public static VoiceTable Of(SettingsPart? settings)
    {
        var chains = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (site, chain) in BySite) Add(site, chain);
        chains["es"] = ["es"];
        chains["pt"] = ["pt"];
        foreach (var (site, chain) in settings?.Voices ?? new Dictionary<string, IReadOnlyList<string>?>())
        {
            if (chain is { Count: > 0 }) Add(site, chain);
        }

        return new VoiceTable(chains);

        void Add(string site, IReadOnlyList<string> chain)
        {
            chains[site] = chain;
            if (BySite.TryGetValue(site, out var shipped)) chains[shipped[0]] = chain;
        }
    }

    /// <summary>The sites that every text must speak to.</summary>
    public static IReadOnlyList<string> InUse(SettingsPart? settings) => settings is { Voices.Count: > 0 } ? [.. settings.Voices.Keys] : [.. BySite.Keys];
}
