namespace MeliBot.Simulator;

internal static class Sites
{
    private static readonly Dictionary<string, (string Country, string Currency, string Domain)> Known = new(StringComparer.Ordinal)
    {
        ["MLA"] = ("AR", "ARS", "mercadolibre.com.ar"),
        ["MLB"] = ("BR", "BRL", "mercadolivre.com.br"),
        ["MLM"] = ("MX", "MXN", "mercadolibre.com.mx"),
        ["MLC"] = ("CL", "CLP", "mercadolibre.cl"),
        ["MCO"] = ("CO", "COP", "mercadolibre.com.co"),
        ["MLU"] = ("UY", "UYU", "mercadolibre.com.uy"),
        ["MPE"] = ("PE", "PEN", "mercadolibre.com.pe"),
        ["MEC"] = ("EC", "USD", "mercadolibre.com.ec"),
    };

    public static string Country(string site) => Known.TryGetValue(site, out var s) ? s.Country : "AR";

    public static string Currency(string site) => Known.TryGetValue(site, out var s) ? s.Currency : "USD";

    public static string Domain(string site) => Known.TryGetValue(site, out var s) ? s.Domain : "mercadolibre.com";
}
