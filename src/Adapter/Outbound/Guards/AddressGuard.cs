using System.Text.RegularExpressions;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Exact addresses: street and number, corner, floor and flat, shop in an arcade, kilometre of a road, coordinates. A district, a city or a postal code passes.</summary>
public sealed class AddressGuard : IGuard
{
    public const string Name = "address";

    private const string Why = "looks like an exact address; before a sale Mercado Libre takes such answers down";

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string W = @"[a-z0-9'.]+";

    private const string Number = @"(n[°.]{1,2} ?|n |nro\.? ?|num\.? ?|numero |altura |# ?)[0-9]{1,5}\b";

    private static readonly Regex Pattern = new(
        string.Join(
            '|',
            // Colombia's grid, and streets with numbers for names.
            @"\b(calle|carrera|cra|cr|kra|cll|cl|transversal|tv|diagonal|dg|kr|av|ave|avenida|ak|ac)\.? ?([0-9]{1,3} ?[a-z]?( ?bis)?|boyaca|caracas|suba) ?(#|no\.?|n°|nro\.?|num\.?|numero|con|y|-) ?(carrera |calle |cra\.? |cll\.? |cl\.? )?[0-9]{1,4} ?[a-z]?( ?- ?[0-9]{1,3})?\b",
            $@"\b(calle|diagonal|diag|avenida|av)\.? [0-9]{{1,3}},? ({Number}|entre )",
            // A corner.
            $@"\b(en la|na|da|de la|a la|en) (esquina|esq\.?)( (de|con|da|do|com))?( (la|a|el|o|rua|calle|av\.?|avenida))? {W}( {W}){{0,3}} (y|con|e|com)( (la|a|el|o|rua|calle|av\.?))? {W}",
            $@"\b{W} (esquina|esq\.?) [a-z]+",
            $@"\b{W} y {W},? (en )?(la )?(esquina|esq\.?)( |[.,!]|$)",
            $@"\b(calle|avenida|av\.?|pasaje|sobre|en|local|retir[a-z]+|queda|estamos)( [a-z0-9]+){{1,3}},? (entre|e/) (las calles )?{W}( {W})? (y|e) {W}",
            $@"\b{W} [0-9]{{2,5}},? (entre|e/) {W}( {W})? (y|e) {W}",
            @"\bentre (las )?calles [0-9a-z]+ (y|e) [0-9a-z]+",
            @"\ba (media|una|dos|tres|cuatro|meia|uma|duas|[0-9]) ?(y media )?(cuadras?|quadras?|cuadritas|manzanas) (de|del|da|do)\b",
            @"\b(frente|enfrente|en frente|em frente|al lado|ao lado|a la vuelta|atras)( (a|al|ao|de|del|da|do|la|el))* (plaza|banco|estacion|iglesia|hospital|shopping|terminal|municipalidad|parque|supermercado|escuela|praca|metro|prefeitura|estacao|cancha|facultad|obelisco)\b",
            // Lots, blocks, shops in arcades.
            @"\b(manzana|mza?|quadra|qd)\.? ?[0-9]{1,3}[a-z]?,? ?(lote|lt|casa|solar|parcela)\.? ?[0-9]{1,3}\b",
            @"\b(lote|lt|casa|parcela)\.? ?[0-9]{1,3},? ?(manzana|mza?|quadra|qd|barrio|bairro)\b",
            @"\b(parque industrial|poligono industrial|barrio|bairro|country|condominio|conjunto)( [a-z]+){1,4},? (lote|casa|manzana|mz|nave|galpon|quadra|torre|bloque|bloco) [0-9]{1,3}\b",
            @"\b(galeria|shopping|mall|centro comercial|paseo|plaza de la tecnologia|feria|edificio|edificio|torre)( [a-z]+){0,4},? (local|stand|puesto|loja|nave|sala|oficina|piso) (n°? ?)?[0-9]{1,4}\b",
            @"\b(local|stand|puesto|loja|sala|oficina)( n°)? [0-9]{1,4},? (del?|en|de la|do|da|no|na)? ?(galeria|shopping|mall|centro comercial|paseo|feria|edificio|plaza)\b",
            @"\b(piso|andar|planta|torre|bloque|bloco) [0-9]{1,2}°?,? (depto|dpto|departamento|oficina|of|sala|apto|apartamento|local|conjunto|dto)\b",
            // Roads by their kilometre.
            @"\b(ruta|carretera|estrada|rodovia|rod\.?|autopista|camino|au|panamericana|colectora)( [a-z0-9]+){0,4},? (km|kilometro)\.? ?[0-9]{1,4}\b",
            @"\b(km|kilometro)\.? ?[0-9]{1,4}([.,][0-9]+)? (de |del |da |do |en )?(la |el |a |o )?(panamericana|ruta|autopista|rodovia|acceso|carretera|colectora|estrada|via)\b",
            // A postal code with a door's number.
            @"\b(cep|cp)\.? ?[0-9]{5} ?-? ?[0-9]{0,3},? (n°|no\.?|nro\.?|numero|casa|apto) ?[0-9]{1,5}\b",
            // Coordinates, plus codes.
            @"-?[0-9]{1,2}[.,][0-9]{3,8}[,;]? ?(long?[a-z]*\.? ?)?-?[0-9]{1,3}[.,][0-9]{4,8}\b",
            @"[0-9]{1,3}° ?[0-9]{1,2} ?['’] ?([0-9.,]+ ?(""|''|”)? ?)?[nsoew]\b",
            @"\b[23456789cfghjmpqrvwx]{4,8}\+[23456789cfghjmpqrvwx]{2,3}\b",
            // Promises of it.
            @"\bte (paso|doy|mando|envio|passo)( (la|mi|o|meu|nuestra|a))* (direccion|ubicacion|domicilio|endereco|localizacao)\b",
            @"\bte (paso|doy|mando|envio)( (la|mi|nuestra))* (direccion )?exacta\b"),
        Options);

    private static readonly Regex NoCorner = new(@"\b(mueble|sillon|mesa|protector(es)?|estante|repisa|soporte|rack|escritorio|rinconero|sofa)( de)? esquina|^(de|para|con|una|cada|tipo|sin|por|y|o|em|um|uma) esq|esquina (de la (mesa|pantalla|caja|pared)|derecha|izquierda|superior|inferior|roma|redonde)", Options);

    private static readonly Regex PlusCode = new(@"^[23456789]+\+[23456789]+$", Options);

    string IGuard.Name => Name;

    public IReadOnlyList<GuardFinding> Check(GuardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var text = request.Folded;
        var findings = new List<GuardFinding>();
        foreach (Match match in Pattern.Matches(text.Text))
        {
            if (IsMeant(text.Text, match)) findings.Add(text.Finding(Name, Why, match.Index, match.Length));
        }

        foreach (var (start, end) in StreetNumbers.Find(request.Tokens))
        {
            if (!findings.Exists(finding => finding.Start <= start && finding.Start + finding.Length >= start)) findings.Add(text.Finding(Name, Why, start, end - start));
        }

        return findings;
    }

    private static bool IsMeant(string text, Match match)
    {
        if (PlusCode.IsMatch(match.Value) || Clause.IsRefused(text, match)) return false;
        return !match.Value.Contains("esq", StringComparison.Ordinal) || !NoCorner.IsMatch(match.Value) || StreetNumbers.SpeaksOfAPlace(Clause.Sentence(text, match));
    }
}
