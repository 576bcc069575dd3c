namespace MeliBot.MercadoLibre;

/// <summary>Where the sellers of each country give their consent. The platform documents one of them; the rest is what integrators agree on.</summary>
public static class AuthorizationHosts
{
    public static IReadOnlyDictionary<string, string> BySite { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["MLA"] = "auth.mercadolibre.com.ar",
        ["MLB"] = "auth.mercadolivre.com.br",
        ["MLM"] = "auth.mercadolibre.com.mx",
        ["MLC"] = "auth.mercadolibre.cl",
        ["MCO"] = "auth.mercadolibre.com.co",
        ["MLU"] = "auth.mercadolibre.com.uy",
        ["MPE"] = "auth.mercadolibre.com.pe",
        ["MLV"] = "auth.mercadolibre.com.ve",
        ["MEC"] = "auth.mercadolibre.com.ec",
        ["MCR"] = "auth.mercadolibre.co.cr",
        ["MPA"] = "auth.mercadolibre.com.pa",
        ["MRD"] = "auth.mercadolibre.com.do",
        ["MBO"] = "auth.mercadolibre.com.bo",
        ["MPY"] = "auth.mercadolibre.com.py",
        ["MGT"] = "auth.mercadolibre.com.gt",
        ["MHN"] = "auth.mercadolibre.com.hn",
        ["MNI"] = "auth.mercadolibre.com.ni",
        ["MSV"] = "auth.mercadolibre.com.sv",
        ["MCU"] = "auth.mercadolibre.com.cu",
        ["MPT"] = "auth.mercadolibre.com.pt",
        ["CBT"] = "global-selling.mercadolibre.com",
    };
}
