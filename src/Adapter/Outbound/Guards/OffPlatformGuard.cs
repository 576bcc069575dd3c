using System.Text.RegularExpressions;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Deals, payments and talks past Mercado Libre: "por fuera", cash at the shop for a discount, bank data, "hablame al privado".</summary>
public sealed class OffPlatformGuard() : PatternGuard(
    Name,
    "leads the sale, the payment or the talk past Mercado Libre; such answers are taken down and sanctioned",
    // Outside the platform.
    $@"\b{Outside}( de| do| da)? {Platform}",
    @"\bfora daqui\b|\bfuera de (aca|aqui)\b",
    $@"\b(compr|pag|arregl|vend|negoci|trat|hac|faz|fac|fech|manej|oper|cerr|habl|fal|conversa)[a-z]*( [a-z]+){{0,3}} (por )?(fuera|afuera|fora)\b",
    $@"\bpor (fuera|afuera|fora)( [a-z]+){{0,4}} ({Cheaper}|faco|fica|queda|hago|hacemos|vendo|sale|sai)",
    $@"\b{Cheaper}( [a-z]+){{0,3}} por (fuera|afuera|fora)\b",
    $@"\b(sin|sem|evit[a-z]*|esquiv[a-z]*|salte[a-z]*|pular|saltar[a-z]*)( (a|la|o|el|pasar por))* {Platform}( en el medio| de por medio| no meio)?",
    $@"\b(sin|sem|evit[a-z]+|ahorr[a-z]+|economiz[a-z]+|no pag[a-z]+|nao pag[a-z]+)( (nos|la|las|a|as|los|o))* (comision(es)?|taxas?|tarifas?|comissao|comissoes)( (de|do|da|que)( cobra| nos cobra)?)? {Platform}",
    @"\b(ahorr(amos|arnos|ar|ate)|evit(amos|arnos|ar|emos)|economizamos)( nos)?( [a-z]+)? (la comision|las comisiones|a taxa|as taxas|a comissao)\b",
    @"\b(direct|diret)[oa](mente)? (conmigo|comigo|con nosotros|conosco|con el vendedor|com o vendedor|con vos y yo|a mi)\b|\b(trato|negocio) (direct|diret)o\b|\bcomprame( a mi)? (direct|por)|\bcomprarlo directo\b|\bcompr[ae] direto\b|\bvend[oa] direto\b",
    @"\bcancel[a-z]*( [a-z]+){0,3} (y|e) (compr|hac|te|le|faz|fac)[a-z]*",
    // Money past Mercado Pago.
    @"\b(cbu|cvu|clabe|chave pix|datos bancarios|dados bancarios|numero de cuenta|cuenta bancaria|conta bancaria|datos de (la|mi) cuenta|dados da conta)\b",
    @"\b(mi |el |al |tu |nuestro )?alias( (de|del) [a-z]+)? ?(es|:|mp|cbu|cvu)( |$)|\b(mi|nuestro|al|el) alias\b",
    @"(^|[^0-9])[0-9]{18}([0-9]{4})?($|[^0-9])",
    @"\b(transferi|transferis|transferime|transferinos|transfiere|transfiera|transfere|transferir|depositame|depositanos|depositas|deposita|deposite|consigna[a-z]*|consigne|girame|gira)\b( [a-z]+){0,3} (a|al|en|na|no|para|pra|y|e|directo|oxxo|nequi|daviplata)\b( (mi|nuestra|la|minha|una?|conta|tarjeta|cuenta|te))*",
    @"\b(me|nos) (transferis|transfieres|transfiere|transfere|depositas|deposita|haces (una )?transferencia|faz (um )?pix|yapeas|yapea|giras)\b|\bhaceme una transferencia\b|\b(yapeame|plineame|nequiame)\b",
    @"\b(faz|faca|fazer|manda|envia|paga|pague)( [a-z]+){0,2} pix\b|\bpix (diret[oa]|por fora|na conta|pra mim)\b",
    @"\b(me|nos|por|pagame|con|a|al|via|pelo|no) (por )?(nequi|daviplata|yape|plin|paypal|western union|zelle)\b|\b(nequi|daviplata|yape|plin)( o [a-z]+)? (y|e|te|al|a) ?[a-z]*",
    @"\b(deposit|pag)[a-z]*( [a-z]+){0,2} oxxo( [a-z]+){0,2} (mi|directa|directamente)\b|\boxxo a mi\b|\ba mi (tarjeta|cuenta)\b|\bdeposito (bancario )?(a|en) (mi|nuestra|la) cuenta\b",
    $@"\b(efectivo|cash|transferencia|transferencia directa|contado|dinheiro|en mano|em maos)\b( [a-z0-9]+){{0,8}} ({Cheaper}|[0-9]+ ?%|te (hago|hacemos|dejo|lo dejo|la dejo|descuento|descontamos|queda))",
    $@"\b({Cheaper}|te (hago|hacemos|lo dejo|la dejo|descuento|descontamos)( [a-z0-9]+){{0,3}})( [a-z0-9%]+){{0,4}} (en|por|con|em|no) (efectivo|cash|transferencia|contado|dinheiro|mano)\b",
    @"\b(sena|sinal|adelanto|anticipo|reserv[a-z]+)( [a-z]+){0,3} (por|con|via|en|em) (transferencia|deposito|efectivo|pix|dinheiro)\b",
    @"\b(me )?pag(as|ame|a|an|ar) (en|contra) (mano|entrega)\b",
    $@"\b(local|tienda|tienda fisica|loja|loja fisica|negocio|showroom|deposito)\b( [a-z]+){{0,5}} ({Cheaper}|[0-9]+ ?% off)",
    $@"\b{Cheaper}( [a-z]+){{0,3}} (en el local|en la tienda fisica|na loja|en el negocio|en persona|pessoalmente|si (venis|vienes|pasas|retiras))\b",
    $@"\b(venis|vienes|veni|ven|vem|vindo|pasas|pasa|vir)\b( [a-z]+){{0,4}} (local|tienda|loja|negocio|buscar|retirar)( [a-z]+){{0,4}} ({Cheaper}|te hago|faco)",
    // Talk past the platform.
    @"\b(chama|chame|escribi|escribime|mandame|manda|habla|hablame|vem|vamos|me chama)( (no|al|por|pelo|un))? (inbox|imbox|pv|dm|direct)\b|\b(al|por|en|no|pelo|mandame|manda|chama|escribime) (privado|pv|imbox)\b|\bpor interno\b|\ben privado\b",
    @"\b(contact|habl|escrib|comunic|convers|fal|cham|seguimos|arregl|encontr)[a-z]*( [a-z]+){0,3} (por|en|em) (otr[oa]|outr[oa]) (medio|via|lado|canal|red|meio|lugar|app)\b",
    $@"\b(pas|dej|mand|envi|dam|dem|decim|digam|dim|deix|indic|inform|facilit)[a-z]*( (me|nos|aqui|aca))?( (tu|su|teu|seu|un|um|o|el|algun|algum|tus|sus))+ {Contact}",
    $@"\b(me|nos) (passa|passe|pasa|pasas|das|da|deja|dejas|deixa|manda|envia|diz)( (tu|su|teu|seu|un|um|o|el))+ {Contact}",
    $@"\b(qual|cual|que)( (o|e|es|tu|seu|teu|su))+ (whats[a-z]*|zap|wsp|telefone|telefono|celular|cel|contato|insta)\b",
    $@"\bte (lo |la )?(paso|pasamos|mando|doy|dejo|envio|passo|damos|mandamos|enviamos)( (mi|el|nuestro|meu|o|la|los|un|nuestra|mis|por|a))+ {Contact}")
{
    public const string Name = "off-platform";

    private const string Outside = "(fuera|afuera|fora|por fuera|por afuera|por fora)";

    private const string Platform = "(mercado ?li[bv]re|ml|meli|la plataforma|plataforma|la app|da app|do app|esta pagina|la pagina|este sitio|do site|intermediarios?)\\b";

    private const string Cheaper = "(mas barato|mais barato|mas economico|descuento|desconto|descuentito|rebaja|mejor precio|melhor preco|buen precio|precio especial|menos|un precio|te hago precio|precio|% ?off|sale menos)";

    private const string Contact =
        "(numero( de (cel|celular|tel|telefono|contacto|whats|whatsapp|telefone)\\b|$|[.,!?]| (y|e|para|pra|asi|que|te)\\b)|(contacto|contato|telefono|telefone|cel|celu|celular|whats[a-z]*|wsp|wpp|zap|insta|instagram|direccion( exacta)?|ubicacion|endereco|clabe|cbu)\\b)";

    private static readonly Regex Thing = new(@"(por (fuera|fora|afuera)) (es|esta|son|tiene|y|lleva|viene|mide|tem)\b|numero d[eo] (parte|chasis|chassi|serie|calzado|talle|pie|modelo|pedido|orden|zapato)|direccion (de entrega|asistida|hidraulica|ip)|fuera de (stock|la heladera|la caja)", Options);

    private static readonly Regex Site = new(Platform, Options);

    private static readonly Regex OnPlatform = new(@"mercado ?pago|mercado ?envios|mercado ?li[bv]re (lo |la |te |o )?(hace|ofrece|aplica|calcula|cobra|da)|rapipago|pago facil|lo aplica|el banco|aqui no mercado|por mercado ?li[bv]re", Options);

    private static readonly Regex Money = new("efectivo|transferencia|contado|dinheiro|cash|oxxo|nequi|yape|plin|daviplata|paypal", Options);

    private protected override bool IsMeant(string text, Match match)
    {
        if (Clause.IsRefused(text, match)) return false;
        var sentence = Clause.Sentence(text, match);
        if (Thing.IsMatch(sentence) && !Site.IsMatch(match.Value)) return false;
        return !(Money.IsMatch(match.Value) && OnPlatform.IsMatch(sentence));
    }
}
