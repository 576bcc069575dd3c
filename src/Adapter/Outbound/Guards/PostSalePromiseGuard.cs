using System.Text.RegularExpressions;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Before a sale: the promise to go on in private once the buyer has paid ("por mensaje después de la compra te paso…").</summary>
public sealed class PostSalePromiseGuard() : PatternGuard(
    Name,
    "It promises to go on in private messages after the purchase; before a sale Mercado Libre takes such answers down.",
    @"\b(despues|luego|una vez|tras|posterior[a-z]*|cuando|ni bien|apenas|depois|apos|assim que|quando|uma vez|logo que|concretad[ao]|realizad[ao]|finalizad[ao]|hecha|feita|efectuad[ao]|con)( [a-z]+){0,5} "
    + @"(compr[a-z]+|ofert[a-z]+|pag[a-z]+|ventas?|vendas?|operacion|pedido)\b",
    @"\b(al|ao) (comprar|ofertar|pagar|concretar|finalizar)\b",
    @"\b(post ?-?venta|postventa|pos ?-?venda|comprando)\b")
{
    public const string Name = "post-sale-promise";

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Channel = new(
        @"\b(mensajes?|mensajeria|mensagens?|mensagem|chat|por privado|en privado|por interno|no privado|inbox|contact(amos|aremos|o|arte|arnos|arlo|arse|anos|ate)|contat(o|amos|aremos)|"
        + @"coordin[a-z]+|combin(amos|aremos|emos)|habl(amos|aremos)|convers(amos|aremos)|escrib(imos|iremos|inos|ime)|escrev(emos|a)|charlamos)\b"
        + @"|\bte (lo |la |los |las )?(paso|pasamos|pasaremos|doy|damos|daremos|brindamos|enviamos|mando|mandamos|passo|passamos|informo|informamos|envio)( [a-z]+){0,4} (datos|dados|telefono|telefone|numero|direccion|endereco|ubicacion|contacto|contato|whatsapp|link)\b"
        + @"|\b(datos|dados) (de|do|del) (contacto|contato|vendedor)\b",
        Options);

    private protected override bool Applies(GuardRequest request) => request.Presale;

    private protected override bool IsMeant(string text, Match match) => Channel.IsMatch(Sentence(text, match));
}
