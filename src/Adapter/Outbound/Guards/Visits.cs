namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>The buyer is asked to come, or asked where he lives so that the seller may: whatever the place is called.</summary>
internal static class Visits
{
    private const string Place = "(plaza|praca|metro|subte|mall|estacion|estacao|terminal|centro|esquina|banco|parque|lugar|ponto|punto|puerta|porta|salida|saida|shopping|peaje|bomba|gasolinera|feria|feira|catraca|trabajo|trabalho|rodoviaria|obelisco|catedral|portaria)";

    private const string Bring = "(llevo|llevamos|acerco|alcanzo|levo|levamos|dejo|deixo|entrego|entregamos|motoboy|moto|mando yo|sobrino|pas[oa] a dejar)";

    public static readonly string[] Patterns =
    [
        @"\b(punto|lugar|ponto) (de encuentro|de encontro|neutral|neutro|centrico)\b|\bpunto medio:|\bshow ?room\b",
        $@"\b(nos vemos|nos encontramos|nos juntamos|quedamos|marcamos|nos cruzamos|nos topamos|te veo|te encuentro|te encontro|nos podemos ver|podemos vernos|a gente se (ve|encontra)|encontramos|combina|combinamos|coordinamos)( [a-z]+){{0,3}} (en|a|al|na|no|um|afuera|por)( (el|la|un|una|o|a|los|um|uma))? {Place}\b",
        $@"\b(en|na) (la |el )?{Place}( (del|de la|do|da|de) [a-z]+)? (nos vemos|nos encontramos|te espero|te veo)\b",
        @"\b(te|se) (lo|la|los|las) (alcanzo|acerco|llevo|dejo)( [a-z]+){0,2} (a|hasta|en|por) (tu|su|la|el|una)( [a-z]+){0,2} (casa|trabajo|barrio|plaza|puerta|domicilio|esquina|zona)\b",
        $@"\b(donde|onde|por donde|en que barrio|em que rua|qual bairro|dime|decime|me diz|me fala|dame|deme|pasame|confirmame|me confirma|dejame)( [a-z]+){{0,3}} (vivis|vives|vive|mora|moras|estas|esta|direccion|domicilio|rua|endereco|esquina|calle|casa)\b[^!]{{0,60}}\b{Bring}\b",
        @"\b(veni|venite|venga|vem|vir|ven|pasa|pase|passa|pasate|conhecer|conocer|visit[a-z]*|acercate|acerquese|recoge(lo|la))( [a-z]+){0,4} (mi|nuestro|minha|nosso|nuestra|nossa) (casa|negocio|local|taller|domicilio|oficina|tienda fisica|tienda del centro|loja fisica|sucursal)\b|\b(veni|venga|ven|vem|vir|pasa|pase) (a|aqui em|aca a|por) casa\b",
        @"\b(retir[ae]|retiras|retirar|pega|pegar|busca|buscar|entrego|entregamos|te espero)( [a-z]+){0,2} (no|na|en el|en la|en|al) (posto|estacion de servicio|gasolinera|ypf|copec|shell|padaria|panaderia|bar|mercadinho|carrefour|walmart|jumbo|estacionamento|estacionamiento)\b|\binterseccion de [a-z]+( [a-z]+)? (con|y) [a-z]+",
        @"\b(nuestro|nosso|mi) (local|negocio|taller) (esta abierto|te espera|los espera|lo espera)\b|\bvisit(e|a)nos\b|\bte esperamos (en|con)\b|\bnuestra sucursal\b|\b(conhecer|conoce|conozca) (nossa|nuestra) (loja|tienda)\b",
    ];
}
