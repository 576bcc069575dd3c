using System.Text.RegularExpressions;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>In a claim: money, a replacement or a paid way back that is promised before anybody has decided it ("te devolvemos el dinero", "vamos enviar outro").</summary>
public sealed class ClaimPromiseGuard() : PatternGuard(
    Name,
    GuardReasons.ClaimPromise,
    // Who gives it is the seller.
    $@"\b(te|le|les|se (lo|la|los|las))( (lo|la|los|las))? (devolv(emos|eremos|ere|amos|eriamos)|devuelvo|{Give}(amos|aremos|are|emos|o)|repon(emos|dremos|gamos)|resarci(mos|remos)|hacemos|haremos|damos|daremos|ofrecemos) ?(el|la|un|una|todo|toda|en|por|con|sin|parte|otro|[0-9]+|$|[a-z]+)",
    $@"\b(devolv(emos|eremos|erei)|reintegr(amos|aremos)|reembols(amos|aremos)|estorn(amos|aremos)|ressarci(mos|remos)|troc(amos|aremos)|substitui(mos|remos)|rep(omos|oremos)|compens(amos|aremos)|reemplazaremos|bonific(amos|aremos))\b",
    $@"\b(vamos|voy|pasamos|procedemos|vou|iremos|queremos|podemos|prometemos|garantizamos|aseguramos|garantimos)( (a|que|te|le|lhe))* {Giving}[a-z]*",
    $@"\b(a gente) (devolve|reembolsa|estorna|troca|manda|envia|repoe|paga)\b",
    $@"\b(hacemos|haremos|realizamos|realizaremos|gestionamos|gestionaremos|procesamos|procesaremos|aprobamos|aprobaremos|autorizamos|aceptamos|confirmamos|garantizamos|aseguramos|prometemos|ofrecemos|faremos|fazemos|garantimos|asseguramos|aceitamos|aprovamos|oferecemos|liberamos|damos|daremos)( {Article})* {Good}\b",
    // It is said to be done.
    $@"\b{Good}( (de|del|do|da|vuelta|tu|su|producto|compra))*( (ya|ja|te|sera|foi|fue|esta|queda|quedo|va a ser|vai ser|ha sido|e|lo))+ (aprobad|aprovad|autorizad|confirmad|acreditad|creditad|hech|feit|procesad|garantizad|garantid|liberad|devuelt|devolvid)[oa]\b",
    $@"\b(vas a|podras|va a|vai|voce vai|vc vai|voces vao) (recibir|receber|recuperar|tener|ter|cobrar)( {Article})* ({Good}|nuevo|novo|otro|outro)\b",
    $@"\b(recibiras|recebera|tendras|tera|recuperaras|recuperara|cobraras)( {Article})* ({Good}|nuevo|novo|otro|outro)\b",
    @"\b(dinero|plata|importe|dinheiro|valor)( (te|ya|ja))* (vuelve|volvera|volta|voltara|regresa|regresara)\b|\b(sale|salen|sai|llega|chega|va|vai)( [a-z]+){0,2} (reemplazo|repuesto|producto nuevo|produto novo)\b|\b(novo|nova|nuevo|nueva) (produto|producto|unidade|unidad) (sai|sale|chega|llega|vai|va)\b",
    // Money, whoever speaks of it: see IsMeant.
    $@"\b{Money}\b",
    @"\bnos comprometemos\b|\bme comprometo\b|\bliber(amos|aremos|amo)( [a-z]+){0,2} (pago|pagamento|saldo|valor)\b",
    // Something else is sent.
    @"\b(enviamos|enviaremos|enviemos|mandamos|mandaremos|mandemos|despachamos|despacharemos|manda|envia|sale|salen|sai|va a salir|vai sair)( [a-z]+){0,4} (otr[oa]|outr[oa]|nuev[oa]|nov[oa]|reemplazo|repuesto|pieza|peca|unidad|unidade|falta|faltaba|faltante|faltantes|faltou|faltava|reposicion|reposicao)\b",
    $@"\b(te|le|les)?( (lo|la))? ?(enviamos|enviaremos|enviemos|mandamos|mandaremos|mandemos|despachamos|despacharemos|vamos (a )?(enviar|mandar|despachar)(te|le)?)( (un|uno|una|um|uma|el|la|lo|o|a|te|os|as|los|las|que|de|producto|produto|em))* (otro|otra|outro|outra|nuevo|nueva|novo|nova|reemplazo|repuesto|pieza|peca|falta|faltante|faltantes|faltou|reposicion|reposicao)\b",
    @"\b(con|com) (un|una|um|uma|otr[oa]|outr[oa])( [a-z]+)? (nuev[oa]|nov[oa])\b|\b(producto|produto) de (reemplazo|reposicao)\b|\b(valor|pago|o que pagou)( [a-z]+)? (volta|vuelve)\b|\bmand(e|ei|amos|o) (cambiar|trocar|reponer|repor)\b|\b(dar|damos|daremos|hacemos|fazemos|fazer|hacer)( (te|un|um|una|uma|algun))* (desconto|descuento|precio especial|precio|preco)\b|\bde graca\b|\b(recibis|recibes|recibiras|recebe|recebera) (todo|tudo)\b",
    $@"\b(cuente|conte|contas|cuenta|conta) con( (su|el|tu|la|um|o|seu))* ({Good}|reemplazo|repuesto)\b|\b(sera|seran|va a ser|vai ser|serao|se (le|te|lhe)|fue|foi)( (va a|vai|ser|ya|ja))*? ?(reembols|reintegr|devuelt|devolvid|estornad|repuest|reemplazad|restituid)[a-z]*|\brestituicao( [a-z]+){{0,2}} (garantid|aprovad|certa)[a-z]*",
    @"\b(encargamos|ocupamos|absorbemos|bancamos|ponemos|assume|asume|asumo|banco|pongo|pagamos)( [a-z]+){0,4} (costos?|gastos|guia|envio|etiqueta|postagem|flete|frete|correo|correios|prejuizo|vuelta|de volta)\b|\b(costo|custo|guia|postagem|envio|etiqueta|arreglo)( [a-z]+){0,4} (ponemos nosotros|por cuenta de|fica comigo|de nuestro lado|encargamos nosotros|pago yo)\b",
    @"\b(te|le|lhe)( (lo|la))? (compro|armamos|preparamos|estamos preparando|hago llegar|hacemos llegar|repongo|cambio|giro|giramos|consigno|consignamos|mando|despacho|acerco|transfiero)( (yo|mismo|un|una|el|la|otro|otra|su|correct[oa]|de|[0-9]+|pieza|repuesto|nueva|nuevo|valor|descuento))+",
    @"\bsin que (devuelva|devuelvas|lo mandes|pagues)\b|\bsem (precisar )?devolver\b|\b(quedate|quedese|fica|fique|ficar|quedas) com? ?(con )?(el|o|los|os) (producto|produto|dois|dos)\b|\b(separei|despachei|mandei|envie|ya salio|ja saiu)( (um|outro|un|otro|el|ya|ja))+( |[.,]|$)|\b(chegar|llegar|llega|chega) (outro|otro)\b|\b(ves|ver|cae|cai|cair)( [a-z]+){0,3} (el credito|o credito|el saldo|tu cuenta|sua conta|na fatura)\b",
    // Who pays.
    @"\b(corre|corren|va|van|es|son|fica|e|sao|esta|queda)( [a-z]+){0,3} (por nuestra cuenta|a nuestro cargo|por nossa conta|nosso custo)\b|\bpor (nuestra|nossa) (cuenta|conta)\b|\b(a|por) cuenta nuestra\b|\b(no|nao)( (vas|va|vai|a|tenes|tienes|tem|que))* (pagar|pagas|paga|pagaras)( [a-z]+)? nada\b",
    @"\b(nos hacemos cargo|hacernos cargo|cubrimos|pagamos|asumimos|arcamos|cobrimos|assumimos|abonamos)( (de|del|com|el|la|los|las|o|a|os|as|todos|todo|todas))* (costos?|gastos?|envio|envios|flete|frete|arreglo|conserto|devolucion|devolucao|custos?|despesas|reparacion)\b",
    @"\b(te|le|lhe) (pagamos|pagaremos|abonamos|abonaremos)\b",
    $@"\b({Good}|otro|outro|reemplazo|nuevo|novo)( [a-z]+){{0,4}} (sin cargo|sin costo|sem custo|gratis)\b",
    @"\b(damos|daremos|devolvemos|oferecemos|ofrecemos)( (te|de|volta|un|um|uma|una))* ([0-9]+|desconto|descuento|metade|mitad|vale|cupon|cupom)\b",
    // Mercado Libre decides, and nobody knows how.
    @"\b(mercado li[bv]re|meli|ellos|seguro|la plataforma|a plataforma)( (te|le|lhe|va|a|vai|ira))* (devolver|devuelve|devuelven|devolve|devolvera|reintegra|reintegrar|reintegrara|reembolsa|reembolsar|reembolsara|estorna|estornar|estornara)[a-z]*",
    @"\b(te|le) (va[n]? a )?(devuelven|reintegran|reembolsan|devolveran|reintegraran|reembolsaran)\b")
{
    public const string Name = "claim-promise";

    private const string Give = "(regres|reintegr|reembols|acredit|bonific|compens|reemplaz|abon|regal|cambi|descont)";

    private const string Giving = "(regresar|devolver|reintegrar|reembolsar|acreditar|bonificar|compensar|reemplazar|cambiar|reponer|resarcir|abonar|estornar|ressarcir|trocar|substituir|repor|indemnizar)";

    /// <summary>Of which nobody speaks in a claim without saying who gets it.</summary>
    private const string Money = "(reintegros?|reembolsos?|estornos?|dinero|dinheiro|plata|importe|notas? de credito|credito a favor|saldo a favor|lo que pagaste|lo que pago|o que voce pagou|mitad de lo|metade do valor)";

    private const string Article = "(el|la|los|las|tu|tus|su|un|una|del|de|total|parcial|completo|completa|o|a|os|as|um|uma|seu|sua|do|da|integral|hoy|ya|que|vas|al)";

    private const string Good = "(devolucion|devolucao|reintegro|reembolso|estorno|dinero|dinheiro|plata|importe|cambio|troca|reemplazo|compensacion|compensacao|descuento|desconto|cupon|cupom|valor)";

    /// <summary>What only comes about where somebody decides it.</summary>
    private static readonly LinearPattern Undecided = new(@"\b(si|se|cuando|quando|una vez que|uma vez que)( [a-z]+){0,3} (corresponde|cabe|(mercado li[bv]re|el mediador|o mediador)( lo| o)? (decide|define|decida|defina|resuelve|resuelva|resolva|aprueba|apruebe|aprova|aprove))\b");

    /// <summary>Money is asked for, held back, or somebody else's to decide: nothing is promised.</summary>
    private static readonly LinearPattern Neutral = new(
        @"\b(pedido|pediste|pidio|pediu|solicitud|solicitacao|solicitaste|reclamas|define|definir|decid[a-z]*|retenid[oa]|retid[oa]|revis[a-z]*|analis[a-z]*|todavia|ainda|prometer|segun|segundo|entend[a-z]*|manos|maos|esperas|espera|quieras|quieres|queres|preferis|prefieres|prefere|corresponde|cabe|opcion|opciones|opcao|opcoes|avalia[a-z]*|evalua[a-z]*)\b");

    private static readonly LinearPattern OnlyMoney = new($"^{Money}$");

    private protected override bool Applies(GuardRequest request) => request.InClaim;

    private protected override bool IsMeant(string text, Match match)
    {
        if (Clause.IsRefused(text, match)) return false;
        var sentence = Clause.Sentence(text, match);
        return !Undecided.IsMatch(sentence) && !(OnlyMoney.IsMatch(match.Value) && Neutral.IsMatch(sentence));
    }
}
