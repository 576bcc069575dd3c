namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>What isn't said but meant: another way that suits both, what can't be explained here, the seller's own contact, a delivery and a payment by hand.</summary>
internal static class Insinuations
{
    public static readonly string[] Patterns =
    [
        @"\b(no|nao) (te |se |lo |o )?(puedo|podemos|se puede|posso|podemos|da pra|da para|me dejan?|deixam?|conviene|debo)( [a-z]+){0,3} (explic|escrib|escrev|decir|dizer|habl|falar|contar|detall)[a-z]*( [a-z]+){0,3} (aca|aqui|por aca|por aqui|por este medio|en este|neste)\b",
        @"\b(entre lineas|nas entrelinhas|a buen entendedor|para bom entendedor|ya sab(e|es|en) (como|que digo|a que)|tu me entiendes|vos me entend[a-z]*|me entend[a-z]* ne)\b",
        @"\b(otra|outra|otro|outro|hay una|tem um|existe un?a?|hay) (forma|manera|via|opcion|maneira|jeito|modo|camino)\b[a-z ,]{0,45}\b(mejor|melhor|mas barat[oa]|mais barat[oa]|conviene|menos|los dos|ambos|nos dois|os dois|aqui|aca)\b|\bum jeito (mais barato|melhor|de pagar menos)\b",
        @"\b(conviene|gan(amos|an|as y gano)|ganham|ganhamos|sale mejor|sai melhor|sale bien|bom|bueno|mejor|melhor)( [a-z]+){0,2} (los dos|para ambos|nos dois|os dois|pros dois|a ambos)\b",
        @"\b(mas|mais) (barat[oa]|economic[oa]|em conta|conveniente) (que|do que) (aca|aqui|por aca|por aqui|en (ml|mercado|la pagina|la app)|no (ml|mercado|site|app))\b",
        @"\b(mi|mis|meu|meus|nuestro|nuestros|nosso|nossos|minha|nuestra|nossa) (contactos?|contatos?|datos (de contacto|personales|bancarios)|datos([.,!]| y|$)|dados (de contato|pessoais|bancarios)|dados([.,!]| e|$)|telefonos?|telefones?|celular|celu|whats[a-z]*|wsp|zap|casilla|e-?mail|mail|correo|domicilio|chave( pix)?|fono|fijo|movil)\b",
        @"\b(te|le|lhe|voce|vc|vos|me|nos|passo|mando|hago|faco|vendo|consigo|dou|doy|dejo|condicion|precio|preco)\b[a-z ,]{0,40}\bpor (fora|fuera|afuera)\b|\bpor (fora|fuera|afuera)\b[a-z ,]{0,20}\b(te|le|lhe|voce|vc|vos|me|nos|passo|mando|hago|faco|vendo|consigo|dou|doy|dejo)\b",
        @"\b(pago|pagas|paga|pagan|pague|pagar|paguei) (contra ?entrega|al recibir|en caja|cuando (lo )?recib[a-z]*|na entrega|ao receber|a mi nombre|no meu nome|na porta|en la puerta)\b|\ba mi nombre\b|\bem meu nome\b",
        @"\b(te|se) (lo|la|los|las) (llevo|entrego|acerco|alcanzo)( (yo|a|en|hasta|personalmente|hoy|mismo)| *[.,!]|$)|\b(entrego|levo|llevo)( (eu|yo))? (pessoalmente|personalmente|em maos|en mano|en persona|na sua casa|a tu casa|a su casa)\b",
        @"\b(convers|fal|habl|charl|combin|acert|trat|resolv|neg)[a-z]*( [a-z]+){0,2} (no particular|no pv|no reservado|en lo privado)\b",
        @"\b(cpf|cnpj|rut|cuil|cuit) ?:? ?[0-9]{2,3}\.[0-9]{3}\.[0-9]{3}|\b(minha|na minha|mi) chave\b",
    ];
}
