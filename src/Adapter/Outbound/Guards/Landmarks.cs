using System.Text.RegularExpressions;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>A shop described by what it stands beside, where the buyer is asked to come: "en frente ao posto …, pode passar aqui".</summary>
internal static class Landmarks
{
    private const string Beside =
        @"\b(frente|enfrente|al lado|ao lado|do lado|al costado|pegad[oa]s?|junto|vizinho|a la vuelta|a espaldas|atras|detras|perto|cerca|pasando|passando|antes|despues|depois|proximo|saliendo|bajando|subiendo|dobland[oa]|esquina|diagonal|arriba|debajo|encima|dentro|adentro|a metros|a pasos)"
        + @"( (a|al|ao|de|del|da|do|la|el|los|las|o|com|con|dos|das))* (gran |antigu[oa] |vie(jo|ja) |puente )?";

    private const string Place =
        "(plaza|plazoleta|banco|estacion|iglesia|catedral|capilla|hospital|clinica|shopping|terminal|municipalidad|municipio|parque|supermercado|super|hipermercado|escuela|colegio|praca|metro|prefeitura|estacao|cancha|estadio|facultad|universidad|universidade|faculdade|"
        + "posto|padaria|panaderia|farmacia|drogaria|gasolinera|gasolineria|grifo|ypf|shell|axion|petrobras|copec|terpel|pemex|ipiranga|oxxo|coto|carrefour|jumbo|walmart|soriana|exito|dia|atacadao|assai|tottus|mcdonald'?s?|burger|starbucks|"
        + "hotel|correo|correios|comisaria|delegacia|bomberos|bombeiros|cementerio|cemiterio|igreja|capela|mercado|feira|feria|rodoviaria|aeropuerto|aeroporto|puente|ponte|tunel|peaje|pedagio|semaforo|rotonda|rotatoria|glorieta|ovalo|monumento|obelisco|peatonal|"
        + "kiosco|quiosco|almacen|ferreteria|verduleria|carniceria|acougue|heladeria|libreria|lotericas?|biblioteca|club|gimnasio|academia|teatro|cine|cinema|museo|palacio|tribunales|forum|cuartel|batalhao|ruta|autopista|rodovia|via|vias|trem|tren|subte|playa|praia|rio|lago|galeria|mall)";

    private static readonly LinearPattern Pattern = new($@"{Beside}{Place}\b( [a-z'.]+)?");

    private static readonly LinearPattern Come = new(
        @"\b(veni|venite|venis|venga|vengan|vienes|ven|pasa|pasas|pasar|pase|pasen|pasate|pasame|acercate|acerques|acerquese|visit[a-z]+|te espero|te esperamos|l[oe] esper[a-z]+|os esperamos|esperamos|buscarl[oa]|retir[a-z]+|recog[a-z]+|recoj[a-z]+|vir|venha|venham|vem|passa|passe|passar|"
        + @"busque|pegar|levar|llevas|llevarte|conoc[a-z]+|estamos|ubicad[oa]s?|ubicamos|queda|quedamos|fica|ficamos|encontr[a-z]+|atendo|atendemos|atiendo|local|tienda|taller|oficina|loja|negocio|deposito|salon|salao|casa|puesto|galpon|bodega)\b");

    /// <summary>A street, or a house by its look, is enough where somebody is asked to come to it.</summary>
    private static readonly PatternSet Streets = new(
        @"\b(calle|avenida|avda\.?|av\.|rua|pasaje|travessa|jiron|autopista|rodovia|bulevar|boulevard|calzada|carrera|alameda|malecon|bajada|callejon|esquina) (de |del |da |do |la |las |los |principal )*[a-z0-9][a-z0-9'.]{2,}",
        @"\b(casa|casita|porton|portao|reja|rejas|puerta|porta|edificio|predio|fachada|muro|toldo|persiana|galpon|sobrado)( de)?( [a-z]+)? (blanc[oa]s?|azul(es)?|verdes?|amarill[oa]s?|roj[oa]s?|negr[oa]s?|gris(es)?|marron(es)?|branc[oa]s?|amarel[oa]s?|vermelh[oa]s?|pret[oa]s?|cinza|naranja|laranja|rosad[oa]s?|celestes?)\b");

    /// <summary>A meeting, wherever it is.</summary>
    private static readonly PatternSet Meetings = new(
        @"\b(te espero|l[oe] espero|nos vemos|nos encontramos|te encuentro|te encontro|encontro (voce|vc)|podemos vernos|nos juntamos|juntemonos|juntarnos|encontremonos|veamonos|reunamonos|reunirnos|nos reunimos|la gente se (encontra|ve)|a gente se (encontra|ve)|me encontra|te aguardo|espero voce|espero vc|nos juntemos|nos topamos)( [a-z]+){0,2} (en|na|no|em|a la|al|frente|afuera|fuera|debajo) (el |la |los |las |o |a )?[a-z]+",
        @"\b(vivo|moro|resido|vivimos) (en|na|no|em) (el |la |un |una |o |a )?(torre|condominio|edificio|predio|calle|rua|avenida|casa|bloque|bloco|pasaje|esquina|depto|quadra|manzana|altura)\b|\bavisa(me)? y (bajo|salgo|te abro|abro)\b|\b(toca|tocas|toque|tocame)( [a-z]+)? (timbre|campainha|portero|interfone)\b");

    private static readonly LinearPattern ComeTo = new(
        @"\b(veni|venite|venis|venga|vengan|vienes|ven|acercate|acerquese|te espero|te esperamos|l[oe] espero|l[oe] esperamos|te abro|te atiendo|toca timbre|toque timbre|moro|vivo|mi casa|minha casa|pode (vir|buscar|passar|pegar|retirar)|podes (venir|pasar|buscar|retirar)|puedes (venir|pasar|recoger)|pasate|pase a|pase por|pasa a|passa aqui|passe aqui|"
        + @"venha|retiralo|retira comigo|es por|estoy (en|por)|estamos (en|por|sobre)|fico na|ficamos na|nuestro local|nuestra tienda|nuestro negocio|la tienda|el taller|el deposito|el negocio|o deposito|a oficina|nossa loja|a loja)\b");

    private static readonly LinearPattern Own = new(@"\b(por aca|por aqui|esta publicacion|este medio|mercado ?li[bv]re|tu compra|su compra|proxima|prox)\b");

    private static readonly LinearPattern Thing = new(@"\b(mide|miden|mede|instal[a-z]+|coloc[a-z]+|juguete|brinquedo|maqueta|maquete|cuadro|quadro|poster|libro|livro|correo argentino|punto de retiro|caminhao|camion|carro|auto|cabine|cabina|numero de serie|ponto de retirada|agencia|sucursal (de|del) correo|mercado (libre|livre|envios|pago))\b");

    public static IEnumerable<Match> Find(string text) =>
        Beacons(text).Concat(Meetings.Matches(text).Where(match => !Own.IsMatch(Clause.Sentence(text, match)))).Concat(Streets.Matches(text).Where(match => Clause.Sentence(text, match) is var sentence && ComeTo.IsMatch(sentence.Replace(match.Value, " ", StringComparison.Ordinal)) && !Thing.IsMatch(sentence) && !Clause.IsRefused(text, match)));

    private static IEnumerable<Match> Beacons(string text) => Pattern.Matches(text).Where(match => Clause.Sentence(text, match) is var sentence && Come.IsMatch(sentence.Replace(match.Value, " ", StringComparison.Ordinal)) && !Thing.IsMatch(sentence) && !Clause.IsRefused(text, match));
}
