using System.Text.RegularExpressions;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Before a sale: the promise to go on in private once the buyer has paid ("por mensaje después de la compra te paso…").</summary>
public sealed class PostSalePromiseGuard() : PatternGuard(
    Name,
    GuardReasons.PostSalePromise,
    @"\b(despues|ya que|luego|una vez|tras|posterior[a-z]*|cuando|ni bien|apenas|depois|apos|assim que|quando|uma vez|logo que|concretad[ao]|realizad[ao]|finalizad[ao]|hecha|feita|efectuad[ao]|con)( [a-z]+){0,5} "
    + @"(compr[a-z]+|ofert[a-z]+|pag[a-z]+|ventas?|vendas?|operacion|pedido)\b",
    @"\b(al|ao) (comprar|ofertar|pagar|concretar|finalizar|hacer (tu|la|su) compra|realizar (tu|la|su) compra|fazer a compra)\b",
    @"\b(dale|clic|click|toca|aperta|clica)( [a-z]+){0,2} comprar?\b|\b(post ?-?venta|postventa|pos ?-?venda|comprando)\b",
    // "Comprá y …": the order, and what comes of it.
    @"\b(compr(a|ala|alo|as|e|en|enlo|elo)|ofert(a|e|en|alo)|hac(e|eme|en) la (compra|oferta)|haz (la|tu) (compra|oferta)|realiz(a|e|en) la (compra|oferta)|concret(a|e|en) la (compra|operacion)|finaliz(a|e|en) a? ?(la )?compra|fac?a a compra|feche a compra)( [a-z]+){0,3},? (y|e|que|luego|despues|depois)\b")
{
    public const string Name = "post-sale-promise";

    private static readonly LinearPattern Channel = new(
        @"\b(mensajes?|mensajeria|mensagens?|mensagem|chat|de acuerdo|de acordo|por privado|en privado|por interno|no privado|inbox|contact(amos|aremos|o|arte|arnos|arlo|arse|anos|ate)|contat(o|amos|aremos)|"
        + @"coordin[a-z]+|combin(amos|aremos|emos)|habl(amos|aremos)|convers(amos|aremos)|escrib(imos|iremos|inos|ime|o|is|en)|escrev(emos|a|o)|charlamos|te (digo|decimos|aviso|avisamos|confirmo|confirmamos|cuento|indico|indicamos)|(me|nos) (decis|dices|indicas|avisas|avisa|diz|pasas)|arreglamos|acertamos|comunic(amos|aremos|ate)|contactanos|indicar(nos)?|whatsapp)\b"
        + @"|\b(te|le|les|lhe|se) (lo |la |los |las )?(paso|pasamos|comparto|compartimos|pasaremos|doy|damos|daremos|brindamos|enviamos|mando|mandamos|passo|passamos|informo|informamos|envio|llega)( [a-z]+){0,4} (datos|dados|telefono|telefone|numero|direccion|endereco|ubicacion|contacto|contato|whatsapp|link|tel|fono|fone|cel|celu|celular|mail|correo|zap|insta)\b"
        + @"|\b(datos|dados) (de|do|del) (contacto|contato|vendedor)\b|\b(recibis|recibes|recebe|llega)( [a-z]+){0,2} (datos|dados|direccion|telefono|contacto|endereco)\b|\b(le|lhe|les) (doy|damos|pasamos|enviamos)( [a-z]+){0,2} (datos|dados|direccion|telefono|contacto)\b");

    /// <summary>What the platform itself does then, or what is asked here and now.</summary>
    private static readonly LinearPattern Here = new(@"\b(por aca|por aqui|por este medio|antes de comprar|mercado ?li[bv]re te (contacta|escribe|manda)|se (coordina|combina|acuerda) (por|en|pelo|no) mercado ?li[bv]re|registrad[oa]s? (en|no) mercado ?li[bv]re|(envio|entrega|despacho)s? (por|via|com|con|pelo|a traves de) mercado ?(envios|libre|livre))\b");

    /// <summary>The platform's own chat of a sale, where nothing but the sale is spoken of.</summary>
    private static readonly LinearPattern OwnChat = new(
        @"\b(chat|mensajeria|mensajes|mensaje|mensagens|mensagem)( (interno|interna|internos|internas|privado))? (de|da|do|del|en|no|na|dentro)( (la|el|tu|su|sua|a|o|esta|este|propi[oa]|propri[oa]|de|da|do|del))* (venta|venda|compra|pedido|mercado ?li[bv]re|plataforma|ml|meli)\b"
        // What the invoice or the engraving needs can be said nowhere else.
        + @"|\b(cuit|rfc|nome|nombre|iniciales|iniciais|data|fecha|foto)\b( [a-z]+){0,4} (por|nas|en los|en|na) (mensajes?|mensagens|mensagem|mensajeria)\b"
        + @"|\b(mand|envi|escrib|escrev|diga|diz|decis|dices|indic|pas)[a-z]*( [a-z]+){0,3} (nome|nombre|iniciales|iniciais|frase|dedicatoria)\b( (do|del|da|de la|para|pra|que|a|al|por|pelas|depois|despues|y|e|[.,])|[.,!]|$)|\b(nome|nombre|iniciales|iniciais|frase|dedicatoria|texto) se (manda|envia|escribe|escreve)\b|\blo del? (grabado|bordado|nombre|estampado)\b");

    /// <summary>What is made to order, said in the messages of the sale.</summary>
    private static readonly LinearPattern Order = new(@"\b(arte|frase|diseno|logo|estampa|nombre|nome|dedicatoria|grabado|gravacao|bordado|impres[a-z]+)\b");

    private static readonly LinearPattern OwnMessages = new(@"\b(mensajeria|(area|aba) de mensagens|(por|pelas|nas|en los|por los) (mensagem|mensagens|mensaje|mensajes)|(el|no|pelo|por el) chat)\b");

    private static readonly LinearPattern Way = new(@"\b(datos|dados|telefono|telefone|tel|fono|fone|cel|celu|celular|numero|contacto|contato|whats[a-z]*|wsp|zap|mail|correo|direccion|endereco|ubicacion|insta|instagram|links?|alias|pago|pagamento|precio|preco|descuento|desconto)\b");

    /// <summary>A thing that is called so: what is written on it is agreed in the chat. Or only when it is.</summary>
    private static readonly LinearPattern Sign = new(@"\b(placa|cartel|letrero|chapa|numero|etiqueta)s? (de|do|da|del|para|com|con) (calle|endereco|direccion|rua|casa|telefone|telefono|contato|contacto)\b|\b(depois|despues|apos|tras|luego)?( (do|da|de|del|el|la|o))+ (pagamento|pago)\b");

    private protected override bool Applies(GuardRequest request) => request.Presale;

    private protected override bool IsMeant(string text, Match match) => !Clause.IsRefused(text, match) && Channel.IsMatch(Clause.Sentence(text, match)) && !IsHere(Clause.Sentence(text, match), match.Value);

    private static bool IsHere(string sentence, string promise) => Here.IsMatch(sentence) || ((OwnChat.IsMatch(sentence) || (Order.IsMatch(sentence) && OwnMessages.IsMatch(sentence))) && !Way.IsMatch(Sign.Replace(sentence.Replace(promise, " ", StringComparison.Ordinal), " ")));
}
