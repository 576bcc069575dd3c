namespace MeliBot.Adapter.Inbound;

/// <summary>What follows from the country a site is for.</summary>
public static class Sites
{
    private static readonly Dictionary<string, (string Locale, string TimeZone)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MLA"] = ("es-AR", "America/Argentina/Buenos_Aires"),
        ["MLB"] = ("pt-BR", "America/Sao_Paulo"),
        ["MLM"] = ("es-MX", "America/Mexico_City"),
        ["MLC"] = ("es-CL", "America/Santiago"),
        ["MCO"] = ("es-CO", "America/Bogota"),
        ["MLU"] = ("es-UY", "America/Montevideo"),
        ["MPE"] = ("es-PE", "America/Lima"),
        ["MLV"] = ("es-VE", "America/Caracas"),
        ["MEC"] = ("es-EC", "America/Guayaquil"),
        ["MCR"] = ("es-CR", "America/Costa_Rica"),
        ["MPA"] = ("es-PA", "America/Panama"),
        ["MRD"] = ("es-DO", "America/Santo_Domingo"),
        ["MBO"] = ("es-BO", "America/La_Paz"),
        ["MPY"] = ("es-PY", "America/Asuncion"),
        ["MGT"] = ("es-GT", "America/Guatemala"),
        ["MHN"] = ("es-HN", "America/Tegucigalpa"),
        ["MNI"] = ("es-NI", "America/Managua"),
        ["MSV"] = ("es-SV", "America/El_Salvador"),
        ["MCU"] = ("es-CU", "America/Havana"),
        ["MPT"] = ("pt-PT", "Europe/Lisbon"),
        ["CBT"] = ("en-US", "Etc/UTC"),
    };

    /// <summary>The language buyers write in; <c>es</c> for a site that this version doesn't know.</summary>
    public static string Locale(string? site) => site is not null && Known.TryGetValue(site, out var known) ? known.Locale : "es";

    /// <summary>IANA name of the zone most sellers live in; UTC for a site that this version doesn't know.</summary>
    public static string TimeZone(string? site) => site is not null && Known.TryGetValue(site, out var known) ? known.TimeZone : "Etc/UTC";

    /// <summary>The site whose buyers write so; null when several do, as in <c>es</c>, or none that this version knows.</summary>
    public static string? OfLocale(string? locale)
    {
        if (string.IsNullOrEmpty(locale)) return null;
        if (locale.Equals("pt", StringComparison.OrdinalIgnoreCase)) return "MLB";
        return Known.FirstOrDefault(site => site.Value.Locale.Equals(locale, StringComparison.OrdinalIgnoreCase)).Key;
    }

    /// <summary>The site that an item's id begins with; null when it begins with no letters.</summary>
    public static string? OfItem(string? item)
    {
        var letters = item is null ? 0 : item.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        return letters == 3 ? item![..3] : null;
    }
}
