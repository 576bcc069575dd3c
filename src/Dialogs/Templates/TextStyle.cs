using System.Collections.Frozen;
using System.Globalization;

namespace MeliBot.Dialogs.Templates;

/// <summary>How people of a site write numbers, days and lists.</summary>
/// <param name="Locale">For example <c>es-AR</c>.</param>
/// <param name="Currency">ISO 4217, of the listing's prices; null when not known.</param>
/// <param name="Zone">The account's.</param>
internal sealed record TextStyle(string Locale, string? Currency, TimeZoneInfo Zone)
{
    private static readonly FrozenSet<string> PointCountries = new[] { "MX", "PE", "GT", "HN", "NI", "SV", "PA", "DO" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly NumberFormatInfo Comma = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NumberGroupSizes = [3] };
    private static readonly NumberFormatInfo Point = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = ".", NumberGroupSizes = [3] };

    public bool IsPortuguese { get; } = Locale.StartsWith("pt", StringComparison.OrdinalIgnoreCase);

    /// <summary>Mexico, Peru and their neighbours write 1,234.50; the other sites 1.234,50.</summary>
    public static NumberFormatInfo NumberFormat(string locale) => locale.Length >= 5 && PointCountries.Contains(locale[^2..]) ? Point : Comma;

    public string Number(decimal value) => value.ToString(value == decimal.Truncate(value) ? "N0" : "#,##0.####", NumberFormat(Locale));

    public string Day(DateTimeOffset at, string format) => TimeZoneInfo.ConvertTime(at, Zone).ToString(format, CultureInfo.InvariantCulture);

    /// <summary>"a, b y c"; "azul e índigo".</summary>
    public string List(IReadOnlyList<string> values) => values.Count < 2 ? string.Concat(values) : $"{string.Join(", ", values.Take(values.Count - 1))} {And(values[^1])} {values[^1]}";

    private string And(string before)
    {
        if (IsPortuguese) return "e";
        var sound = before.TrimStart().ToLowerInvariant();
        return sound.StartsWith('i') || sound.StartsWith('í') || (sound.StartsWith("hi", StringComparison.Ordinal) && !sound.StartsWith("hie", StringComparison.Ordinal)) ? "e" : "y";
    }
}
