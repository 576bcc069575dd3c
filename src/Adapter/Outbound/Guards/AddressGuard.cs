using System.Text.RegularExpressions;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Exact addresses: street and number, corner, floor and flat, shop in an arcade, kilometre of a road, coordinates. A district, a city or a postal code passes.</summary>
public sealed class AddressGuard : IGuard
{
    public const string Name = "address";

    private const string W = @"[a-z0-9'.]+";

    private const string Number = @"(n[°.]{1,2} ?|n |nro\.? ?|num\.? ?|numero |altura |# ?)[0-9]{1,5}\b";

    /// <summary>A word that a street may be called.</summary>
    private const string Street = "[a-z'][a-z'.]{2,}";

    private const string Month = "(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro)";

    private const string Ordinal = "(primera|segunda|tercera|cuarta|quinta|sexta|septima|octava|novena|decima|once|doce|trece|quince|veinte)";

    private const string Come = "(estamos en|ubicad[oa]s|nos ubicamos|veni|venite|venga|te espero|te esperamos|l[oe] esper(o|amos)|pasate|pasa a|pase a|pase por|passa aqui|pode vir|venha|retira comigo|retiras en|ficamos|nossa loja|nuestro local|nuestra tienda|a loja fica)";

    private const string Door = "(departamento|depto|dpto|apto|apartamento|oficina|local|stand|sala|box|puesto|loja|galpon|bodega|timbre|piso|andar|quiosque|kiosco|pasillo|corredor|interior|casa)";

    private static readonly PatternSet Patterns = new([
        // Colombia's grid, and streets with numbers for names.
        @"\b(calle|carrera|cra|cr|kra|cll|cl|transversal|tv|diagonal|dg|kr|av|ave|avenida|ak|ac)\.? ?([0-9]{1,3} ?[a-z]?( ?bis)?|boyaca|caracas|suba) ?(#|no\.?|n|n°|nro\.?|num\.?|numero|con|y|-) ?(carrera |calle |cra\.? |cll\.? |cl\.? )?[0-9]{1,4} ?[a-z]?( ?- ?[0-9]{1,3})?\b",
        $@"\b(calle|carrera|cra|cll)\.? {Ordinal},? (#|no\.?|n|n°|numero|con|y|entre|-|[0-9])",
        $@"\b(calle|diagonal|diag|avenida|av)\.? [0-9]{{1,3}},? ({Number}|entre )",
        // A corner.
        $@"\b(en la|na|da|de la|a la|en) (esquina|esq\.?)( (de|con|da|do|com))?( (la|a|el|o|rua|calle|av\.?|avenida))? {W}( {W}){{0,3}} (y|con|e|com)( (la|a|el|o|rua|calle|av\.?))? {W}",
        $@"\b{W} (esquina|esq\.?) [a-z]+",
        $@"\besquina (da|do|de) {W}( {W})? (com|con|y|e) ((a|o|la|el) )?{W}",
        $@"\b{Street} y {Street},? (en )?(pleno|a metros|a pasos|frente|cerca|barrio|zona|a una cuadra)\b",
        @"\b[a-z]{3,} [0-9]{2,5},? [0-9]{1,2} ?(to|do|er|ro|mo|vo|no|°) ?[a-h]\b",
        @"\ba (pocos |unos |[0-9]+ )?(pasos|metros|minutos|mts) (del|de la|de|da|do) (metro|subte|estacion|estacao|plaza|praca|terminal|obelisco|shopping|mall|tren)\b",
        // Two streets that cross, the first named as one.
        $@"\b(av|avda|ave|blvd|bvar|jr|jiron|pje)\.? {Street}( {Street}){{0,3}} (y|e|con|com|casi|&|c/) (av\.? |calle |rua |jr\.? )?{Street}",
        $@"\b(local( (en|por|el|es|esta|na|no|la|sobre|nuestro))*|(estamos|ubicad[oa]s?|retir[a-z]+|queda|quedamos|fica|ficamos)( (el|es|esta|la|nuestro))* (en|por|na|no|sobre)( (el|la|nuestro))*) (calle |avenida |rua )?{Street}( {Street}){{0,2}} (y|con|&|c/) {Street}( [a-z'.]{{2,}})?,? ?(barrio|centro|a metros|flores|palermo|capital|caba|[.!]|$)",
        $@"\b(estamos|ubicad[oa]s|ubicamos|queda|quedamos|local|tienda|fica|ficamos|loja)( (es|esta))? (en|por|na|no) {Street}( {Street})?,? (con|casi|esquina|y|c/) {Street}( {Street})?,? (edificio|casa|local|depto|departamento|dpto|piso|torre|oficina|galeria|stand|portal|primer|segundo|tercer|sala|predio)\b",
        $@"\b[0-9]{{1,2}} de {Month} (con|esq\.?|esquina|e/|casi) {Street}",
        $@"\b[0-9]{{1,2}} de {Month},? (al |n° ?|# ?)?[0-9]{{3,5}}\b",
        $@"\b{Street} y {Street},? (en )?(la )?(esquina|esq\.?)( |[.,!]|$)",
        $@"\b(calle|avenida|av\.?|pasaje|sobre|en|local|retir[a-z]+|queda|estamos)( [a-z0-9]+){{1,3}},? (entre|e/) (las calles )?{W}( {W})? (y|e) {W}",
        $@"\b{W} [0-9]{{2,5}},? (entre|e/) {W}( {W})? (y|e) {W}",
        $@"(^|[.!?,;:(] ?|\b(estamos|local|queda|es|retiras|retiro|pasa|veni) )entre {Street}( {Street}){{0,2}} (y|e) {Street}( {Street}){{0,2}}(,( [a-z]+){{1,4}})?([.!)]|$)",
        @"\bentre (las )?calles [0-9a-z]+ (y|e) [0-9a-z]+",
        @"\ba (media|una|dos|tres|cuatro|meia|uma|duas|[0-9]) ?(y media )?(cuadras?|quadras?|cuadritas|manzanas) (de|del|da|do)\b",
        @"\b(frente|enfrente|en frente|em frente|al lado|ao lado|a la vuelta|atras)( (a|al|ao|a la|de|del|da|do|la|el))*( [a-z]+)? (plaza|banco|estacion|iglesia|hospital|shopping|terminal|municipalidad|parque|supermercado|escuela|praca|metro|prefeitura|estacao|cancha|facultad|obelisco)\b",
        // Lots, blocks, shops in arcades.
        @"\b(manzana|mza?|quadra|qd)\.? ?([0-9]{1,3}[a-z]?|[a-z][0-9]?),? ?(lote|lt|casa|solar|parcela)\.? ?[0-9]{1,3}\b",
        @"\b(lote|lt|casa|parcela)\.? ?[0-9]{1,3},? ?(manzana|mza?|quadra|qd|barrio|bairro)\b",
        @"\b(parque industrial|poligono industrial|barrio|bairro|country|condominio|conjunto)( [a-z]+){1,4},? (lote|casa|manzana|mz|nave|galpon|quadra|torre|bloque|bloco) [0-9]{1,3}\b",
        @"\b(galeria|shopping|mall|centro comercial|paseo|plaza|feria|mercado|edificio|torre|mercadao|camelodromo)( [a-z]+){0,4}( ?,)? ([0-9]{1,2}°? (piso|andar),? )?(local|tienda|tda\.?|stand|puesto|loja|nave|sala|oficina|piso|box|banca|quiosque|kiosco|quiosco|isla|ilha|modulo|pasillo|corredor) (n°? ?)?[0-9]{1,4}\b",
        @"\b(local|stand|puesto|loja|sala|oficina|box|banca|quiosque|kiosco|isla|ilha)( n°)? [0-9]{1,4},? (del?|en|de la|do|da|no|na)? ?(galeria|shopping|mall|centro comercial|paseo|feria|edificio|plaza)\b",
        @"\b(piso|andar|planta|torre|bloque|bloco) [0-9]{1,2}°?,? (depto|dpto|departamento|oficina|of|sala|apto|apartamento|local|conjunto|dto)\b",
        @"\b([0-9]{1,2}°? (piso|andar)|(piso|andar) [0-9]{1,2}°?|subsuelo|planta baja|primer piso|segundo piso),? (box|local|loja|stand|puesto|oficina|sala) [0-9]{1,4}\b",
        // A door's number in words.
        $@"\b(en|sobre|calle|av\.?|avenida|rua|na) {Street}( {Street})? ((dos|tres|cuatro|cinco|seis|siete|ocho|nueve|dois|quatro|sete|oito|nove) )?mil( [a-z]*cient[a-z]*| quinientos| [a-z]*centos)?( [a-z]+)?([.,!]|$)",
        // A door within a building, where the buyer is asked to come.
        $@"\b{Come}\b[a-z0-9 ,']{{0,60}}\b{Door} (n°? ?|numero )?[0-9]{{1,4}}\b",
        $@"\b{Door} (n°? ?|numero )?[0-9]{{1,4}}\b[a-z0-9 ,']{{0,60}}\b(veni|venite|venga|te espero|te esperamos|l[oe] esper(o|amos)|pasate|pasa a|pase a|passa aqui|pode vir|venha|podes (venir|pasar))\b",
        // Roads by their kilometre.
        @"\b(ruta|carretera|estrada|rodovia|rod\.?|autopista|camino|au|panamericana|colectora)( [a-z0-9]+){0,4},? (km|kilometro)\.? ?[0-9]{1,4}\b",
        @"\b(km|kilometro)\.? ?[0-9]{1,4}([.,][0-9]+)? (de |del |da |do |en )?(la |el |a |o )?(panamericana|ruta|autopista|rodovia|acceso|carretera|colectora|estrada|via)\b",
        // A door's number, and what lies behind the door.
        $@"\b{Street} [0-9]{{1,5}},? (local|loja|depto|dpto|departamento|piso|oficina|of|apto|apartamento|galpon|puesto|stand)\.? ?(n°? ?)?[0-9]{{1,4}}\b",
        @"\b(caiga|caele|caete|llegue|llegale|cai|pase|pasa|pasese|vaya|venga|veni|ven|vem|cola|chega)( [a-z]+){0,3} (al|a|no|na|por|en|pelo) (el |la |o |a )?(puesto|local|box|banca|barraca|stand|loja|tianguis|mercado|camelodromo|taller|oficina|bodega)\b[a-z ,]{0,25}( [0-9]+|tianguis|mercado|lagunilla|feira|feria)",
        @"\b(na|en la|por la) (rua|calle|cuadra|quadra) de (tras|atras|tras|la vuelta|cima|baixo|abajo|arriba) (de|do|da|del)\b",
        // A postal code with a door's number.
        @"\b(cep|cp)\.? ?[0-9]{5} ?-? ?[0-9]{0,3},? (n°|no\.?|nro\.?|numero|casa|apto) ?[0-9]{1,5}\b",
        // Coordinates, plus codes.
        @"-?[0-9]{1,2}[.,][0-9]{3,8}([,;] ?| |-)(long?[a-z]*\.? ?)?-?[0-9]{1,3}[.,][0-9]{4,8}\b",
        @"[0-9]{1,3}° ?[0-9]{1,2} ?['’] ?([0-9.,]+ ?(""|''|”)? ?)?[nsoew]\b",
        @"\b[23456789cfghjmpqrvwx]{4,8}\+[23456789cfghjmpqrvwx]{2,3}\b",
        // Promises of it.
        @"\bte (paso|doy|mando|envio|passo)( (la|mi|o|meu|nuestra|a))* (direccion|ubicacion|domicilio|endereco|localizacao)\b",
        @"\bte (paso|doy|mando|envio)( (la|mi|nuestra))* (direccion )?exacta\b",
        .. Visits.Patterns]);

    private static readonly LinearPattern NoCorner = new(@"\b(mueble|sillon|mesa|protector(es)?|estante|repisa|soporte|rack|escritorio|rinconero|sofa)( de)? esquina|^llama|^(la|las|de|para|con|una|cada|tipo|sin|por|y|o|em|um|uma) esq|esquina (del?|de la|da|do) (mueble|techo|cuarto|marco|escritorio|hoja|cama|movel|teto|quarto|habitacion|living|bano|cocina)|esquina (de la (mesa|pantalla|caja|pared)|derecha|izquierda|superior|inferior|roma|redonde)");

    /// <summary>So much of what follows may say what has the corner.</summary>
    private const int Onward = 20;

    /// <summary>Between two things of a room or a machine.</summary>
    private static readonly LinearPattern Gap = new(@"\bentre ((el|la|los|las|o|a|os|as|una?|uma?) )?(puertas?|portas?|ventanas?|janelas?|pared(es)?|paredes?|cama|camas|mesa|mesas|sofa|sillon|sillas?|cadeiras?|muebles?|moveis|techo|teto|piso|marco|heladera|cocina|cozinha|horno|forno|bano|banheiro|motor|ruedas?|rodas?|pantalla|tela|hojas|folhas|capas?|camadas?|ejes|agujeros?|furos?|orificios?|tornillos?|parafusos?)\b");

    private static readonly LinearPattern Day = new(@"(^| )(el|dia|al|del|hasta|desde|ate|no dia|em|para el) $");

    private static readonly LinearPattern Does = new(@" (con|com) (coordinacion|turno|cita|agendamento)|\b(con|com) [a-z]+ propi[oa]s?\b|\bcon [a-z]+ previa| (y|e) (enviamos|despachamos|hacemos|vendemos|llegamos|mandamos|entregamos|tenemos|fabricamos|trabajamos|temos|fazemos)\b");

    /// <summary>A sentence ends within: what is shorter before its full stop is an abbreviation.</summary>
    private static readonly LinearPattern Stops = new("[a-z]{6,}[.] [a-z]");

    private static readonly LinearPattern Furnishing = new(@"\b(maniqui|maniquies|manequim|perchero|arara|exhibidor|expositor|gondola|estante|vitrina|ideal|perfect[oa]|para|pensad[oa])\b[a-z ,]{0,30}\bshow ?room\b");

    private static readonly LinearPattern Seat = new(@"\b(cabine|cabina|caminhao|camion|camioneta|carro|auto|volts|assento|asiento|traseir[oa]|moto|bagageiro)\b");

    private static readonly LinearPattern Sale = new(@"esperamos (en|con) (la|tu|su) (compra|oferta|pregunta)");

    private static readonly LinearPattern PlusCode = new(@"^[23456789]+\+[23456789]+$");

    string IGuard.Name => Name;

    public IReadOnlyList<GuardFinding> Check(GuardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var findings = new List<GuardFinding>();
        AddTo(findings, request.Folded, request.Tokens);
        if (findings.Count == 0 && request.Numbered != request.Folded) AddTo(findings, request.Numbered, Token.Split(request.Numbered.Text));
        return findings;
    }

    private static void AddTo(List<GuardFinding> findings, GuardText text, List<Token> tokens)
    {
        foreach (var match in Patterns.Matches(text.Text))
        {
            if (IsMeant(text.Text, match)) text.AddTo(findings, Name, GuardReasons.Address, match.Index, match.Length);
        }

        foreach (var match in Landmarks.Find(text.Text)) text.AddTo(findings, Name, GuardReasons.Address, match.Index, match.Length);
        foreach (var (start, end) in StreetNumbers.Find(tokens)) text.AddTo(findings, Name, GuardReasons.Address, start, end - start);
    }

    private static bool Again(string value)
    {
        var words = value.Split(' ');
        var and = Array.FindLastIndex(words, word => word is "y" or "e");
        return and > 0 && and + 1 < words.Length && words[and - 1] == words[and + 1].TrimEnd('.', ',', '!') && value.Contains("entre", StringComparison.Ordinal);
    }

    private static bool IsMeant(string text, Match match)
    {
        // "Llega el 10 de julio con …" is a day.
        if (match.Value.Contains(" de ", StringComparison.Ordinal) && char.IsAsciiDigit(match.Value[0]) && Day.IsMatch(text[Math.Max(0, match.Index - 10)..match.Index])) return false;
        // "Estamos en Rosario y enviamos hoy."
        if (Does.IsMatch(match.Value) || Stops.IsMatch(match.Value)) return false;
        // "Entre mano y mano": of paint.
        if (Again(match.Value) || (match.Value.Contains("entre ", StringComparison.Ordinal) && Gap.IsMatch(match.Value))) return false;
        // A doll for a shop's window; a purchase is no place.
        if ((match.Value.Contains("room", StringComparison.Ordinal) && Furnishing.IsMatch(Clause.Sentence(text, match))) || (match.Value.Contains("esperamos", StringComparison.Ordinal) && Sale.IsMatch(text[match.Index..Math.Min(text.Length, match.Index + match.Length + Onward)]))) return false;
        // In Portuguese a seat is a bank.
        if (match.Value.EndsWith("banco", StringComparison.Ordinal) && Seat.IsMatch(Clause.Sentence(text, match))) return false;
        if (PlusCode.IsMatch(match.Value) || Clause.IsRefused(text, match)) return false;
        return !match.Value.Contains("esq", StringComparison.Ordinal) || !NoCorner.IsMatch(text.AsSpan(match.Index, Math.Min(text.Length - match.Index, match.Length + Onward))) || StreetNumbers.SpeaksOfAPlace(Clause.Sentence(text, match));
    }
}
