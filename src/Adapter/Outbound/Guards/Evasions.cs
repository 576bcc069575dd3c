namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>
/// How the site is got around without "por fuera" being said: another way, an order undone for a better price, a deposit that keeps a thing, money at the door, what is written so that nobody takes it down, and the buyer's own number
/// asked for.
/// </summary>
internal static class Evasions
{
    private const string Site = "(intermediari[oa]s?|intermediacion|atravessador(es)?|ml|meli|mercado( ?li[bv]re)?|pagina|plataforma|site|sitio|publicacion)";

    private const string Voice = "(telefono|telefone|llamada|llamadita|ligacao|chamada|viva voz|audio)";

    public static readonly string[] Patterns =
    [
        // Another way.
        @"\bpor (otr[oa]|outr[oa]) (medio|canal|via|meio|caminho|camino)\b|\b(por|en) otro lado (si|te|se puede|hago|hacemos|lo)\b|\b(te|le) (explico|cuento|digo|hablo|atiendo) (en|por) otro (lado|medio)\b|\bde (otra|outra) (manera|forma|maneira) (te |le |lhe )?(lo |la )?(dejo|hago|sale|vendo|faco)\b",
        $@"\b(evit|salt|ahorr|pul|esquiv|elimin)[a-z]*( (a|al|la|el|o|nos|os))* {Site}\b|\b(saquemos|sacamos|saco|tira|tiramos|tirar|quitemos|dejemos|dejamos)( (a|al|la|el|o|afuera|fuera))* {Site}( (del|de|da|do) (medio|jogada|meio))?\b",
        $@"\b(sin|sem) (la |el |o |a |esta |este |essa de )?(site|sitio|pagina|publicacion|atravessador|rastro|intermediari[oa]s?)\b( de por medio)?|\bsem passar pelo (site|app|anuncio)\b",
        @"\b(precio|preco|valor)( [a-z]+)? (sin|sem) (la |a )?(comision|comissao|taxa)\b|\b(sin|sem) (comision|comissao) (es|e|sale|queda|fica) (otro|outro|menos)\b|\b(ml|meli|mercado ?li[bv]re|la pagina|o site)( (me|nos))? se (queda|lleva|come) (con )?(la|un|una|el|parte|mucho|gran|casi)\b",
        @"\b(aca|aqui|por aca|por aqui)( [a-z]+){0,2} (es|sale|e|fica|sai|cuesta) (mas |mais |muy )?(car[oa]|costos[oa])\b|\b(aca|aqui|por aca|por aqui) (no|nao) (conviene|compensa|vale a pena)\b|\bafuera (lo|la|te) (hago|dejo|vendo|arregl|habl|vemos)[a-z]*",
        @"\b(no|nao) (lo |la |me |o )?(compr|pag|confirm|fech|finaliz)[a-z]* (por )?(aca|aqui)[,.]? (que|yo|te|eu|sale|es|mejor|melhor)\b|\bno lo (pagues|compres) (aca|aqui)\b",
        // The order undone.
        @"\b(cancel|anul|desist|desha|desfaz|desfac)[a-z]*( [a-z]+){0,5},? (y|e|que|yo|eu) (te|le|lhe|a gente|yo|eu|refaco)( (lo|la|te|le|lhe))? ?(hag|dej|vend|cobr|pas|descuent|fac|cotiz|deposit|fal|arregl|acert|refaco|rebaj)[a-z]*",
        @"\b(dar|das|dala|dale|da) de baja( [a-z]+){0,2} (y|e) (me|te|le)\b|\b(despues|depois|luego)( [a-z]+){0,3} (la |lo |a )?(cancel|anul|das de baja|damos de baja)[a-z]*( |[.,]|$)( ?(y|e)? ?(me|te|asi|nos|tenes|no))",
        // Money.
        @"\b(sena|senas|sinal|adelanto|anticipo)\b[^.!?]{0,40}\b(guard|reserv|apart|separ|resto)[a-z]*|\b(guard|reserv|apart|separ)[a-z]*[^.!?]{0,30}\b(sena|sinal|adelanto|anticipo|depositad[oa]s?)\b",
        @"\b(pag|abon)[a-z]*( [a-z]+){0,4} (contra ?entrega|contra ?reembolso|al recibir(lo|la)?|cuando (lo|la) (ves|recib|veas|teng|llev)[a-z]*|al cartero|en la terminal|na entrega|ao receber)\b|\bcontra ?(entrega|reembolso) (con|por|en|al)\b|\b(testa|ves|revisas|ve|confere)( [a-z]+)? (y|e) (me )?pag[a-z]*\b",
        @"\b(usdt|moneygram|western union)\b|\b(mi|nuestr[oa]|meu|minha|noss[oa]) (posnet|billetera|carteira digital|wallet|maquininha)\b|\b(dolares|billetes|dinheiro|dinheirinho|plata) (en|na|em) (la )?(mano|mao|maos)\b|\bo pix (e|eh) (o )?(meu|minha)\b|\b(depositame|deposite|deposita|deposito)( [a-z]+){0,2} (en|no|na|em) (oxxo|bradesco|itau|santander|bancomer|loterica)\b",
        @"\b(compr|ofert)[a-z]*( [a-z]+){0,4} (de|por|a) (\$|r\$)? ?(1|un|um|10|diez|dez|100|cien|cem)\b[^.!?]{0,30}\b(abr|habl|ves|ver|despues|depois|contact|contat|datos|dados|anul|cancel|chat)[a-z]*",
        // Written so that it stays.
        @"\b(burl|evad|enga|esquiv|salt)[a-z]*( (a|al|el|la|o))* (filtro|sistema|robot|bot|moderador)\b|\b(asi|assim|pra|para que|para|que) (no|nao) (me |te |nos |lo |la |o )(borr|censur|bloqu|detect|tape|apag)[a-z]*|\b(me|nos)( (lo|la|van|a))* (borran|borrar|censur[a-z]*|bloquean|bloquear|apagam)( (esto|isso|si|todo)|[.,]|$)|\bsin espacios (lo|la|me) (borr|tap|cort)[a-z]*|\b(se )?(o|el) sistema (corta|tapa|borra),? (mas|pero|entonces|asi)\b",
        @"\b(usted|ud|vos|voce|vc|tu) me (entiendes?|entendes?|entende)\b|\bno puedo (decir|hablar|contar|explicar)( [a-z]+)? mas\b|\bcapisce\b|\bya sabe[s]? (para que|a que me|como)\b",
        @"\b(arm[ae]|junt[ae]|form[ae])( (el|o))? numero\b|\b(el|la|o) (area|prefijo|lada|ddd|caracteristica) (es|e) (la |el |o )?(de|do) [a-z]+|\b(precio|preco)( [a-z]+){0,3} (arriba de la mesa|en negro)\b|\ben negro,? (mas barato|te)\b",
        // The buyer's number, and a voice instead of a text.
        $@"\b(a|em|en) (que|qual|cual) (numero|telefono|telefone|cel[a-z]*) (te |le |lo |la |lhe )?(puedo |podemos |posso |podria )?(te )?(llam|marc|lig|ubic|contact|escrib|habl|encontr|cham|fal)[a-z]*|\b(qual|cual)( (e|es|o|a))* (tu|su|seu|teu|melhor|mejor)( [a-z]+)? numero\b[^.!]{{0,20}} (te|le|lhe|pra|para) ?(te )?(mand|llam|lig|marc|cham|fal|habl|envi)[a-z]*",
        $@"\b(un|algun|um|algum|tu|su|seu|teu)( [a-z]+)? (numerito|numerinho|telefonito|telefoninho|celularcito)\b|\b(un|algun|um|algum) (numero|telefono|telefone|fijo) (de|para|pra|donde|onde|tuyo|suyo|seu|teu) ?(contact|contat|ubic|llam|lig|cham|escrib|habl|que te|que o|te|le|[.,!?]|$)[a-z]*|\b(cual|qual)( (es|e|o))* (tu|su|seu|teu) (ig|insta|face|facebook|wsp|wpp|telegram|tiktok)\b",
        $@"\b(mejor|melhor|mas facil|mais facil|mas comodo|mas rapido|mais rapido|prefiero|prefiro)( [a-z]+){{0,3}} (por|en|de|via) {Voice}\b|\bpor {Voice}( (es|fica|e|sale|lo|la))* (mejor|melhor|mas|mais|vemos|arreglamos)\b",
        $@"\b(hablamos|hablemos|lo hablamos|conversamos|conversemos|coordinamos|coordinemos|se coordina( todo)?|arreglamos|combinamos|charlamos|cerramos|falamos|vamos falar|a gente combina|negociamos|lo vemos|te explico)( [a-z]+){{0,2}} (por|en) {Voice}\b",
        @"\b(el|o|mi) (e-?mail|mail|correo|contacto|contato|sitio|site|direccion web)( (esta|ta|se ve|sale|figura|aparece|es|e|o|el|nome|nombre|que))+ (en|na|no|da|de|sobre)( [a-z]+){0,3} (foto|imagen|imagem|etiqueta|caja|caixa|bolsa|sacola|adesivo|empaque|embalagem|placa|cartel)\b",
        @"\b(pregunt[ae]|pergunt[ae]|busc[aoue]+|procur[ae])(me|lo|la)? por [a-z]+( [a-z]+){0,4} (todos me conocen|me conocen|que todos conhecem|todo el mundo (lo|la|me) conoce)\b|\bfacil de (hallar|encontrar|achar)\b[,. ]{0,3}(soy|mi|sou|me|busc)",
    ];
}
