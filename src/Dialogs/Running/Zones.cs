using System.Collections.Concurrent;

namespace MeliBot.Dialogs.Running;

/// <summary>Time zones by their IANA names.</summary>
internal static class Zones
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Found = new(StringComparer.Ordinal);

    /// <param name="name">The account's; null where that isn't known.</param>
    public static TimeZoneInfo Of(string? name, string? site) => Found.GetOrAdd(name ?? OfSite(site), static id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc);

    private static string OfSite(string? site) => site switch
    {
        "MLA" => "America/Argentina/Buenos_Aires",
        "MLB" => "America/Sao_Paulo",
        "MLM" => "America/Mexico_City",
        "MLC" => "America/Santiago",
        "MCO" => "America/Bogota",
        "MLU" => "America/Montevideo",
        "MPE" => "America/Lima",
        _ => "Etc/UTC",
    };
}
