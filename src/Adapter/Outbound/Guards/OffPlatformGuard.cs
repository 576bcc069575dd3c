using System.Text.RegularExpressions;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Deals, payments and talks past Mercado Libre: "por fuera", cash at the shop for a discount, bank data, "hablame al privado".</summary>
public sealed class OffPlatformGuard() : PatternGuard(
    Name,
    GuardReasons.OffPlatform,
    [
    // Outside the platform.
    $@"\b{Outside}( de| do| da)? {Platform}",
    @"\bfora daqui\b|\bfuera de (aca|aqui)\b",
    $@"\b(compr|pag|cobr|arregl|vend|negoci|trat|hace|hag|hic|faz|fac|fech|manej|oper|cerr|habl|fal|conversa|boleto|factur|transf|deposit|rebaj|consegu|combin|acord|coordin|convien|conven)[a-z]*( [a-z]+){{0,3}} (por )?(fuera|afuera|fora)\b",
    $@"\bpor (fuera|afuera|fora)( [a-z]+){{0,4}} ({Cheaper}|faco|fica|queda|hago|hacemos|vendo|sale|sai)",
    $@"\b{Cheaper}( [a-z]+){{0,3}} por (fuera|afuera|fora)\b",
    $@"\b(sin|sem|evit[a-z]*|esquiv[a-z]*|salte[a-z]*|pular|saltar[a-z]*)( (a|la|o|el|pasar por|passar por|passar pel[oa]|pasarlo por|usar|nada de))* {Platform}( en el medio| de por medio| no meio)?",
    $@"\b(sin|sem|evit[a-z]+|ahorr[a-z]+|economiz[a-z]+|no pag[a-z]+|nao pag[a-z]+)( (nos|la|las|a|as|los|o))* (comision(es)?|taxas?|tarifas?|comissao|comissoes)( (de|do|da|que)( cobra| nos cobra)?)? {Platform}",
    @"\b(ahorr[a-z]*|evit[a-z]*|economiz[a-z]*|descont[a-z]*|descuent[a-z]*|salt[a-z]*)( nos)?( [a-z]+)? (la comision|las comisiones|a taxa|as taxas|a comissao)\b",
    @"\b(direct|diret)[oa](mente)? (conmigo|comigo|con nosotros|conosco|entre nosotros|con el vendedor|com o vendedor|con vos y yo|a mi)\b|\b(trato|negocio) (direct|diret)o\b|\bcomprame( a mi)? (direct|por)|\bcomprarlo directo\b|\bcompr[ae] direto\b|\bvend[oa] direto\b",
    @"\b(cancel|anul|baj)[a-z]*( [a-z]+){0,3} (compra|venta|pedido|publicacion|oferta)( y| e|,)( [a-z]+){0,4} (mano|directo|nosotros|afuera|aparte)\b|\bcancel[a-z]*( [a-z]+){0,3} (y|e|que) (lo |la |o |a |nos |se lo )?(compr|hac|hag|te|le|faz|fac|arregl|vend|paso|coordin|manej|pag)[a-z]*|\b(arregl|hac|hag|coordin|manej|negoci|fech|cerr|trat)[a-z]*( [a-z]+){0,2} (direct|diret)[oa](mente)?\b|\bpor (izquierda|debajo de la mesa|debaixo dos panos|fuera de todo)\b",
    @"\bprec(io|o)( [a-z]+){0,2} (lo|la|se|a gente|o) (habl|charl|arregl|convers|negoci|acord|combin|vemos|ve)[a-z]*( (en|por|no) (privado|fuera|afuera|otro lado))?|\b(publicacion|anuncio|precio|preco)( (es|e))? (solo|so|apenas|solamente) (para|de|pra) (mostrar|mostra|muestra|referencia|ilustrativ[oa]|exhibicion)\b",
    @"\bpaga(me|nos)\b|\b(me|nos) (pagas|pagan|paga|pagues|pague)\b|\b(transf|deposit|gir|consign|yape|plin)[a-z]*[ae](me|nos|nosla|mela)\b|\b(arreglo|trato|negocio|acuerdo|acordo|pago) (aparte|a parte|por separado|entre nosotros|privado|particular)\b",
    @"\b((llam[ae]|marca|marque)(me|nos) (y|que|cuando|antes)|(me|nos) (liga|ligue|llamas|marcas)|lig(a|ue) (pra|para))\b|\bte (hago|hacemos|muestro|mostramos|faco|mostro) [a-z ]{0,30}(videollamada|video llamada|chamada de video|meet|zoom)\b",
    // What can't be said here.
    @"\b(te|le|se|lhe) (lo |la |o )?(digo|cuento|explico|hablo|atiendo|paso|llamo|conto|falo|explicamos|contamos|decimos) por (telefono|tel|llamada|celular|otro lado|afuera)\b|\bte (llamo|marco|ligo)\b|\blo que (no )?(se|te) pued[eo] [a-z]+ (aca|aqui|por aca)\b|\b(aca|aqui|por aca|por aqui) (no|nao) (te |se |lo |me )?(puedo|podemos|posso|dejan?|permiten|deixam?)( [a-z]+){1,4},? (pero|mas|entonces)\b",
    // Money past Mercado Pago.
    @"\b(cbu|cvu|clabe|chave pix|datos bancarios|dados bancarios|numero de cuenta|cuenta bancaria|conta bancaria|deposito bancario|transferencia bancaria directa|datos de (la|mi) cuenta|dados da conta)\b",
    @"\balias( (de|del) (mp|mercado|la cuenta|pago|cuenta))?( ?(mercado ?pago|uala|brubank|mp|bancario|cbu|cvu|de pago))* ?(es( |$)|:|=|[a-z0-9]+\.[a-z0-9]+)|\balias (mp|cbu|cvu|mercado ?pago|uala)\b|\b(mi|nuestro|al) alias\b|\b(pas|mand|dec|dej|envi)[a-z]*( me| nos)?( (el|tu|un|mi))? alias\b|\bel alias( de mp)? (es|te|para|y)\b",
    // An account, a tax number to pay to, coins.
    @"\b(cuenta|cta|conta|caja) ?\.? ?(vista|rut|corriente|cte|de ahorros?|ahorros?|corrente|poupanca|sueldo|debito|interbancaria|cci)\b[a-z ,:.°]{0,40}[0-9][0-9 .-]{5,}|\b(pix|deposit[a-z]*|transf[a-z]*|cuenta|conta|banco [a-z]+|ag|agencia)\b[a-z ,:]{0,25}\b(rut|cpf|cnpj|cuit|cc|cci)\.? ?:? ?[0-9][0-9.-]{4,}|\bpix (no|pelo|na|para o|e o|e) (cpf|cnpj|celular|email|e-mail|telefone|numero|chave)\b",
    @"\b(pag|acept|aceit|cobr|transf|mand|envi|paso|recib|receb)[a-z]*( [a-z]+){0,4} (cripto[a-z]*|usdt|bitcoin|btc|binance|wallet|dolares billete|usd billete)\b|\b(cripto[a-z]*|usdt|bitcoin|binance)( [a-z]+){0,4} (wallet|te paso|me|directo)\b",
    @"\b(efectivo|cash|dinheiro|pagas|pagan|paga)( [a-z]+){0,4} (ahi|al retirar|en mano|em maos|cuando (venis|pasas|retiras|llegues|vengas)|na retirada|en el local|en la tienda|na loja|al repartidor|al cadete|al chofer|ao motoboy|ao entregador)\b|\b(ahi|al retirar|en el local|en la tienda|na loja|na retirada|al repartidor)( [a-z]+){0,3} (en|em) (efectivo|cash|dinheiro)\b",
    @"(^|[^0-9])[0-9]{18}([0-9]{4})?($|[^0-9])",
    @"\b(transferi|transferis|transferime|transferinos|transfiere|transfiera|transfere|transferir|depositame|depositanos|depositas|deposita|deposite|consigna[a-z]*|consigne|girame)\b( [a-z]+){0,3} (a|al|en|na|no|para|pra|y|e|directo|oxxo|nequi|daviplata)\b( (mi|nuestra|la|minha|una?|conta|tarjeta|cuenta|te))*",
    @"\bgira(s|r|n)?\b( [a-z]+){0,3} (a|en|na) (mi|nuestra|una|la|minha|nossa) (cuenta|conta|tarjeta)\b",
    @"\b(me|nos) (transferis|transfieres|transfiere|transfere|depositas|deposita|haces (una )?transferencia|faz (um )?pix|yapeas|yapea|giras)\b|\bhaceme una transferencia\b|\b(yapeame|plineame|nequiame)\b",
    @"\b(faz|faca|fazer|manda|envia|paga|pague)( [a-z]+){0,2} pix\b|\bpix (diret[oa]|por fora|na conta|pra mim)\b",
    @"\b(me|nos|por|pagame|con|a|al|via|pelo|no) (por )?(nequi|daviplata|yape|plin|paypal|western union|zelle)\b|\b(nequi|daviplata|yape|plin)( o [a-z]+)? (y|e|te|al|a) ?[a-z]*",
    @"\b(deposit|pag)[a-z]*( [a-z]+){0,2} oxxo( [a-z]+){0,2} (mi|directa|directamente)\b|\boxxo a mi\b|\ba mi (tarjeta|cuenta)\b|\bdeposito (bancario )?(a|en) (mi|nuestra|la) cuenta\b",
    $@"\b(efectivo|cash|transferencia|transferencia directa|contado|dinheiro|en mano|em maos)\b( [a-z0-9]+){{0,8}} ({Cheaper}|[0-9]+ ?%|(te|lo|la) (hago|hacemos|dejo|dejamos|lo dejo|la dejo|bajo|bajamos|descuento|descontamos|queda))",
    $@"\b({Cheaper}|te (hago|hacemos|lo dejo|la dejo|descuento|descontamos)( [a-z0-9]+){{0,3}})( [a-z0-9%]+){{0,4}} (en|por|con|em|no) (efectivo|cash|transferencia|contado|dinheiro|mano)\b",
    @"\b(sena|sinal|adelanto|anticipo|reserv[a-z]+)( [a-z]+){0,3} (por|con|via|en|em) (transferencia|deposito|efectivo|pix|dinheiro)\b",
    @"\b(me )?pag(as|ame|a|an|ar) (en|contra) (mano|entrega)\b",
    $@"\b(local|tienda|tienda fisica|loja|loja fisica|negocio|showroom|deposito)\b( [a-z]+){{0,5}} ({Cheaper}|(se|te) (ahorr|econom)[a-z]+|ahorras?|ahorran|economiza|sem (taxa|comissao)|sin (comision|recargo)|[0-9]+ ?% off)",
    $@"\b{Cheaper}( [a-z]+){{0,3}} (en el local|en la tienda fisica|na loja|en el negocio|en persona|pessoalmente|si (venis|vienes|pasas|retiras))\b",
    $@"\b(venis|vienes|veni|ven|vem|vindo|pasas|pasa|vir)\b( [a-z]+){{0,4}} (local|tienda|loja|negocio|buscar|retirar)( [a-z]+){{0,4}} ({Cheaper}|te hago|faco)",
    // Talk past the platform.
    @"\b(chama|chame|escribi|escribime|mandame|manda|habla|hablame|vem|vamos|me chama)( (no|al|por|pelo|un))? (inbox|imbox|pv|dm|direct)\b|\b(al|por|en|no|pelo|mandame|manda|chama|escribime) (privado|pv|imbox)\b|\bpor interno\b|\ben privado\b",
    @"\b(contact|habl|escrib|comunic|convers|fal|cham|seguimos|arregl|encontr)[a-z]*( [a-z]+){0,3} (por|en|em) (otr[oa]|outr[oa]) (medio|via|lado|canal|red|meio|lugar|app)\b",
    // Another's counter, another's hand, a transfer of whatever name.
    @"\b(balcao|mostrador|loja fisica|tienda fisica|local fisico|presencial|presencialmente|en persona|pessoalmente)( [a-z]+){0,4} (sai|sale|sal|queda|fica|cuesta|custa|faco|hago|vendo|dejo|deixo|precio|preco)\b( [a-z]+){0,2} ?(r?\$ ?)?[0-9]+|\b(te|se|lo|la|le|vendo)( [a-z]+){0,3} (en el mostrador|no balcao)\b",
    @"\b(pag|acert|abon|entreg|cobr|da|de|dar)[a-z]*( [a-z]+){0,3} (al|ao|a la|con el|com o|a el|com ele|con el) (mensajero|motoboy|motoqueiro|cadete|repartidor|chofer|entregador|domiciliario|flete|fletero|transportista|delivery)\b|\b(motoboy|mensajero|cadete|repartidor|entregador|domiciliario|fletero)\b[a-z ,]{0,40}\b(acert|pag|abon|cobr)[a-z]*\b|\b(em|en) especie\b[a-z ,]{0,20}\b(entrega|mano|mao)",
    @"\b(entrego|entregas?|entregamos|entregarte|entrega)( (en forma|de forma|de manera))? (personal|personalmente|personales|pessoal|pessoalmente|presencial|en persona|en mano|em maos?)\b|\b(entrego|entregamos|te l[oa] doy|te l[oa] llevo) (en|na|no|em|a)( (el|la|o|a))? (puerta|porta|salida|saida|entrada|esquina|estacion|estacao|metro|subte|shopping|terminal|plaza|praca|obelisco)\b|\b(por|en|no|pelo|al) (el )?chat de (alla|ahi)\b",
    @"\b(no|nao|ni|nem|sin|sem)( (hace falta|precisa|necesita|necesitas|es necesario|tiene|tem|tenes))?( (que|de))? (compr(e|es|a|as|ar|en|em|ando|arlo)|finaliz(a|e|es|ar)|ofert(a|e|es|ar)|pag(ue|ues|a|as|ar|uem|uen)) (por )?(aca|aqui|el anuncio|pelo anuncio|la publicacion|por la publicacion)\b|\bnem precisa comprar\b|\bsin que (compre|compres|lo compre)s? (por )?(aca|aqui)\b",
    @"\b(no|por|en|en el|via|com|con|pelo) (pix|spei|ted|doc|efecty|baloto|sinpe|zelle|picpay|pago movil|bizum|servipag|supergiros)( (eu|yo|te|lo|la|se|le|o|a))* (faco|fazemos|faz|sai|sale|hago|hacemos|queda|fica|dejo|deixo|vendo|envio|mando|libero|quito|saco|tiro|bajo|baixo|descuento|desconto)\b|\b(faz|faca|hac[ae]|haga|hagame|haceme|manda|mande|giro|gira|gire|recib[a-z]*|receb[a-z]*)( [a-z]+){0,3} (ted|efecty|baloto|sinpe|picpay|supergiros|servipag)\b|\b(giro|deposito|transferencia|consignacion|envio) (a|na|en|para) (mi|minha|meu) (cedula|cuenta|conta|tarjeta|cartao|cpf|dni|rut|nombre)\b",
    @"\b(boleto|link|factura|fatura|nota) (da|de|do|del) (minha|mi|nossa|nuestra|meu) (empresa|firma|loja|tienda|cuenta|conta)\b|\b(me|nos) (fala|diz|passa|manda|informa|pasas?|dices|decis|das?) (o )?(seu|teu|tu|su) (cpf|cnpj|rfc|cuit|dni|rut|e-?mail|correo|mail|numero|cel[a-z]*)\b",
    @"\b(necesito|necesitamos|preciso|precisamos|quiero|quero|requiero|falta|me hace falta)( (que|me|nos|dejes|deje|pases|passe))* (tu|su|seu|teu) (cel[a-z]*|telefono|telefone|tel|whats[a-z]*|wsp|zap|fono|fone|correo|mail|e-?mail|contacto|contato|numero( de (cel|tel|contacto|whats)[a-z]*)?)( (para|pra|asi|y|e|que)\b|[.,!]|$)",
    @"\b(digitos|numeros|cifras) (de|do|da|del) (tu|su|seu|teu|mi|meu|nuestro|nosso) (cel[a-z]*|tel[a-z]*|whats[a-z]*|wsp|zap|fono|fone|movil|contacto|contato)\b|\b(mi|nuestro|meu|nosso) (numero|telefono|telefone|tel|cel|celular|celu|fono|fone|whats[a-z]*|wsp|zap)( de [a-z]+)? (es|e|esta|ta|sale|figura|aparece|empieza|comeca|termina)\b",
    $@"\b(pas|dej|mand|envi|dam|dem|decim|digam|dim|deix|indic|inform|facilit|regal)[a-z]*( (me|nos|aqui|aca))?( (tu|su|teu|seu|un|um|o|el|algun|algum|tus|sus))+ {Contact}",
    $@"\b(me|nos) (passa|passe|pasa|pasas|das|da|deja|dejas|deixa|manda|envia|diz)( (tu|su|teu|seu|un|um|o|el))+ {Contact}",
    $@"\b(qual|cual|que)( (o|e|es|tu|seu|teu|su))+ (whats[a-z]*|zap|wsp|telefone|telefono|celular|cel|contato|insta)\b",
    $@"\b(te|le|les|lhe) (lo |la )?(paso|pasamos|mando|doy|dejo|envio|passo|damos|mandamos|enviamos)( (mi|el|nuestro|meu|o|la|los|un|nuestra|mis|por|a))+ {Contact}",
    .. DealTalk.Patterns, .. PictureContacts.Patterns, .. Invitations.Patterns, .. DirectMoney.Patterns, .. Insinuations.Patterns, .. Evasions.Patterns])
{
    public const string Name = "off-platform";

    private const string Outside = "(fuera|afuera|fora|por fuera|por afuera|por fora)";

    private const string Platform = "(mercado ?li[bv]re|ml|meli|la plataforma|plataforma|la app|da app|do app|esta pagina|la pagina|este sitio|do site|intermediarios?)\\b";

    private const string Cheaper = "(mas barato|mais barato|mas economico|descuento|desconto|descuentito|rebaja|mejor precio|melhor preco|buen precio|precio especial|menos|un precio|te hago precio|precio|% ?off|sale menos)";

    private const string Contact =
        "(numero( de (cel|celular|tel|telefono|contacto|whats|whatsapp|telefone)\\b|$|[.,!?]| (y|e|para|pra|asi|que|te|cuando|quando|si|se|al|apenas|despues|depois|luego)\\b)|(contacto|contato|telefono|telefone|tel|fono|fone|movil|cel|celu|celular|wasap|wapp|ws|wp|mail|correo|whatsapp|face|facebook|fb|telegram|alias|tarjeta|cuenta|conta|cartao|datos( (de contacto|bancarios|personales|para contactar[a-z]*))?|dados|pix|cvu|whats[a-z]*|wsp|wpp|zap|insta|instagram|direccion( exacta)?|ubicacion|endereco|clabe|cbu)\\b)";

    private static readonly LinearPattern[] Called = [.. Invitations.Patterns.Select(pattern => new LinearPattern($"^({pattern})$"))];

    private static readonly LinearPattern StaysHere = new(Invitations.Here);

    private static readonly LinearPattern Thing = new(@"(por (fuera|fora|afuera)) (es|esta|son|tiene|y (por )?dentro|lleva|viene|mide|tem)\b|numero d[eo] (parte|chasis|chassi|serie|calzado|talle|pie|modelo|pedido|orden|zapato)|direccion (de entrega|asistida|hidraulica|ip)|fuera de (stock|la heladera|la caja)|\b(cierra|cierran|abre|abren|fecha|fecham) por (fuera|fora|afuera)\b|\b(denuncie|denunciel[oa]|denuncia(lo)?) (ao|al|a) (mercado|ml|meli)|\b(cuidado con|desconf[a-z]+)[a-z ]{0,30}por (fuera|fora|afuera)\b|\b(tus|sus|seus) (datos|dados) (de la cuenta|da conta)\b|\bdados da conta (compradora|cadastrada|do comprador)\b|\bconsignacion en la sucursal|\bmismo precio en (efectivo|transferencia) que con tarjeta\b|\b(gracias|obrigad[oa]) por comprar|\bpela plataforma\b.{0,40}\b(nao|no)\b.{0,20}por fora|\bfactur[a-z]+,? mande sus datos despues");

    private static readonly LinearPattern Warned = new(@"\b(desconfi[ae]n?|cuidado) (de|do|con|com) (quien|quem) (te |le |lhe )?(pede|pide|pida|peca|ofrece|oferece)( [a-z]+){0,3} $");

    private static readonly LinearPattern Site = new(Platform);

    private static readonly LinearPattern OnPlatform = new(@"mercado ?pago|mercado ?envios|mercado ?li[bv]re (lo |la |te |o )?(hace|ofrece|aplica|calcula|cobra|da)|rapipago|pago facil|lo aplica|el banco|aqui no mercado|checkout|mercado credito|(al|ao) (finalizar|terminar|confirmar|hacer|concluir)|en (el|tu) carrito|dentro de (la|tu) compra|por mercado ?li[bv]re");

    /// <summary>To the seller's own purse, whatever else the sentence says.</summary>
    private static readonly LinearPattern Mine = new(@"\b(me|nos|mi|nuestr[oa]|meu|minha|pagame|yapeame|transferime|directo)\b");

    /// <summary>The platform is named as what is left out.</summary>
    private static readonly LinearPattern NotThere = new(@"\b(no|nao|ni|nem|en vez de|em vez de|sin pasar|sem passar) (por|pelo|en|no|na) (mercado ?li[bv]re|mercado ?pago|ml|meli|la plataforma|a plataforma|el sitio|o site)\b");

    private static readonly LinearPattern Money = new("efectivo|transferencia|contado|dinheiro|cash|oxxo|nequi|yape|plin|daviplata|paypal|paga|deposito");

    /// <summary>Whether a guard tells it better: "llamame al 11 5555-4444" is a telephone number.</summary>
    private static bool SaysWhere(string sentence)
    {
        var request = new GuardRequest(sentence);
        return ContentGuards.Default.Any(guard => guard is PhoneGuard or EmailGuard or LinkGuard or SocialGuard && guard.Check(request).Count > 0);
    }

    private protected override bool IsMeant(string text, Match match)
    {
        if (Clause.IsRefused(text, match) || Warned.IsMatch(text[Math.Max(0, match.Index - 60)..match.Index])) return false;
        var sentence = Clause.Sentence(text, match);
        if (Called.Any(pattern => pattern.IsMatch(match.Value)) && (StaysHere.IsMatch(sentence) || SaysWhere(sentence))) return false;
        if (Thing.IsMatch(sentence) && !Site.IsMatch(match.Value)) return false;
        if (NotThere.IsMatch(sentence)) return true;
        return !(Money.IsMatch(match.Value) && OnPlatform.IsMatch(sentence) && !Mine.IsMatch(sentence));
    }
}
