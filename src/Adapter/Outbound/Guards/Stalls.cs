namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Where sellers stand without a street's number: a stall in a market, a door in an arcade, a station where they bring it; and the buyer's own house, where they come.</summary>
internal static class Stalls
{
    private const string Door =
        "(puesto|box|barraca|stand|banca|banquinha|local|loja|modulo|pasillo|sala|bodega|quiosque|kiosco|quiosco|galpon|galpao|pabellon|pavilhao|isla|ilha|fila|pedra|patio|etapa|nave|corredor|andar|piso|portaria|porteria|ap|apto|apartamento|depto|bloco|casa|torre|timbre|interfone)";

    private const string Market =
        "(feria|feira|feirinha|feirao|tianguis|bazar|swap meet|mercado (techado|central|municipal|persa)|mercadao|persa|camelodromo|galeria|shopping|mall|centro comercial|c\\.? ?c\\.|central de abasto|ceagesp|saara|zofri|san victorino|gran san|patronato|meiggs|lo valledor|expo [a-z]+|parque [a-z]+|largo d[aeo] [a-z]+)";

    private const string Spot =
        "(metro|subte|estacion|estacao|shopping|mall|plaza|praca|feria|feira|feirinha|tianguis|bazar|hospital|terminal|rodoviaria|mercado (central|municipal|techado)|mercadao|parque|kiosco|quiosco|estacionamiento|estacionamento|catedral|walmart|carrefour|oxxo|sears|coppel|portaria|porteria|jardin|estadio|largo|galeria|peaje|rotonda|banquinha|banca|puesto|barraca)";

    private const string There =
        "(estoy|estou|to aqui|ando|voy a estar|vou estar|salgo|saio|tengo (un |mi )?puesto|tenemos (un )?puesto|tenho (uma |um |minha )?(barraca|banca|box|ponto)|somos el puesto|me encuentra|me encuentras|me encontras|me encontra|me espera|nos vemos|nos encontramos|nos podemos (ver|encontrar)|podemos (vernos|encontrarnos)|"
        + "(te|se|le) l[oa] (llevo|muestro|enseno|alcanzo)|le (llevo|muestro|enseno)|te (llevo|muestro|mostro)|le puedo llevar|yo (llevo|traigo|le caigo)|eu levo|que levo|ahi (se|te) l[oa]|la veamos|lo veamos)";

    private const string Shop = "(taller|fabrica|bodega|oficina|galpao|galpon|deposito|lava-?rapido|casa|tienda|loja|lojinha|local|negocio|feria|feira|puesto|barraca|banca|banquinha|persa|sala de ventas|vivero|persa)";

    public static readonly string[] Patterns =
    [
        $@"\b{Market}\b[^!?]{{0,70}}\b{Door} (n[°o]?\.? ?|numero |azul |verde )?[0-9]{{1,4}}\b",
        $@"\b{Door} (n[°o]?\.? ?|numero )?[0-9]{{1,4}}\b[^!?]{{0,40}}\b{Market}\b",
        $@"\b{There}\b[^!?]{{0,50}}\b(en|na|no|al|a la|a|del?|da|do|por|cerca|la|el|ate) (el |la |los |o )?{Spot}\b",
        $@"\b(en|na|no|al|a la|afuera de|por|desce na|frente al?) (el |la |o )?{Spot} [a-z][^!?]{{0,60}}\b{There}\b",
        // Within a building, whatever the street.
        @"\b(rua|calle|avenida|av|pasaje|travessa|ed|edf|edificio|predio|condominio|conj|conjunto)\.? [a-z][^!?]{0,50}\b(sala|loja|box|galpao|bodega|ap|apto|portaria|depto|bloco|torre|interfon[a-z]+) (n[°o]?\.? ?)?[0-9]{1,4}\b",
        $@"\b(encosta|encoste|acercate|acerquese|arrimate|date una vuelta|te das una vuelta|dese una vuelta|pasele|vengase|vente|venite|venha|vem|veni|venga|vayan?|traig?a(lo|la)?|traelo|traela|apareca|aparezca|passa|lleguen?) (aqui |aca |ahi |alla |ali |nomas |ate |por |hasta |a |al |no |na |pelo |en |nuestro |nuestra |mi |la |el |nosso |nossa |meu |minha )+{Shop}\b( (de|en|que|da|do|esta|queda|no|na|del|y|detras|atras|para)|[.,!]|$)",
        // The seller comes.
        @"\b(paso|voy|vou|caigo|lo visito|te visito|la visito|ir yo)( [a-z]+){0,2} (a|ate|hasta|en|na|por) (tu|su|sua|seu|tua) (casa|domicilio|oficina|trabajo|trabalho|empresa|local)\b|\b(el|este|manana|el proximo) ?(sabado|domingo|lunes|martes|miercoles|jueves|viernes)? (lo|la|te) visito\b|\ble toco el timbre\b",
        @"\b(garage|feria americana|venta de garage|bazar) (sale|en casa|en mi casa|este (sabado|domingo|viernes))\b",
        @"\b(waze|google maps|maps) ?: ?[a-z]",
    ];
}
