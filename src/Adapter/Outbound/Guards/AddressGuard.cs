using System.Text.RegularExpressions;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Exact addresses: street and number, floor and flat, or coordinates. A district, a city or a postal code passes.</summary>
public sealed class AddressGuard() : PatternGuard(
    Name,
    "It seems to hold an exact address; before a sale Mercado Libre takes such answers down.",
    $@"\b(calle|avenida|avda|av|avd|boulevard|bulevar|blvd|bv|pasaje|pje|jiron|jr|calzada|rua|travessa|alameda|rodovia|praca|callejon)\b\.?( [a-z0-9'.]+){{1,5}},? ?{Number}",
    $@"\b(calle|carrera|cra|kra|cll|cl|transversal|diagonal|dg|kr)\b\.? ?[0-9]{{1,3}} ?[a-z]{{0,3}} ?(#|no\.?|nro\.?|n°|num\.?|-) ?[0-9]{{1,3}}[a-z]? ?- ?[0-9]{{1,3}}\b",
    $@"\b(ruta|carretera|estrada|rodovia|autopista|camino)( [a-z0-9]+){{0,4}},? km\.? ?[0-9]{{1,4}}\b",
    $@"\b(estamos|ubicados|ubicado|retiro|retiras|retirar|retira|visitanos|nos encontras|direccion|domicilio|endereco|local|deposito|showroom|estamos localizados|fica|ficamos)( es| e|:| en| na| no| em| por)? (en |na |no |em |la |el )?([a-z'.]+ ){{1,4}}{Number}",
    @"\b(piso|andar|planta) [0-9]{1,2}[°º]?,? (depto|dpto|departamento|oficina|of|sala|apto|apartamento|local|conjunto)\b",
    @"-?[0-9]{1,2}\.[0-9]{4,8}, ?-?[0-9]{1,3}\.[0-9]{4,8}")
{
    public const string Name = "address";

    private const string Number = @"(al |n[°ºo.]{0,2} ?|nro\.? ?|num\.? ?|numero |altura |# ?)?[0-9]{2,5}\b( ?[a-z%""]{1,10}\b)?";

    /// <summary>What follows a number that counts or measures something.</summary>
    private static readonly Regex Measure = new(
        @"[0-9] ?(cm|mm|m|mts|kg|g|gr|ml|l|lt|lts|v|w|watts?|hz|mah|gb|%|""|hs|h|horas?|dias?|meses|anos?|unidades|cuotas|pesos|reais|modelos|productos|de|a|y|e|x|km)$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex PostalCode = new(@"\b(cep|cp|codigo postal)\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private protected override bool IsMeant(string text, Match match) =>
        (!Measure.IsMatch(match.Value) || Road.IsMatch(match.Value))
        && !PostalCode.IsMatch(match.Value);

    private static readonly Regex Road = new(@"^(ruta|carretera|estrada|rodovia|autopista|camino)\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
