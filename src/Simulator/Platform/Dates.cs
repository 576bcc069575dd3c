using System.Globalization;

namespace MeliBot.Simulator;

/// <summary>The forms in which the platform writes a time.</summary>
internal static class Dates
{
    private static readonly TimeSpan Atlantic = TimeSpan.FromHours(-4);

    /// <summary><c>2026-09-25T12:00:00.046Z</c></summary>
    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary><c>2026-09-25T08:00:00.046-04:00</c></summary>
    public static string Three(DateTimeOffset at) => at.ToOffset(Atlantic).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    /// <summary><c>2026-09-25T08:00:00.0460000-04:00</c></summary>
    public static string Seven(DateTimeOffset at) => at.ToOffset(Atlantic).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);

    /// <summary><c>2026-09-25T12:00:00.046608612Z</c></summary>
    public static string Nine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'12Z'", CultureInfo.InvariantCulture);

    /// <summary><c>2026-09-25T08:00:00.046-0400</c></summary>
    public static string NoColon(DateTimeOffset at) => at.ToOffset(Atlantic).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'-0400'", CultureInfo.InvariantCulture);

    /// <summary><c>2026-09-25T08:00:00</c>, which zone isn't said</summary>
    public static string NoZone(DateTimeOffset at) => at.ToOffset(Atlantic).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>2026-09-25T12:00:00.046+00:00</c></summary>
    public static string ZeroOffset(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    /// <summary><c>2026-09-25T12:00:00Z</c></summary>
    public static string Seconds(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
