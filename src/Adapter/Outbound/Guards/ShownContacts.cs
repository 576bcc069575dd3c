namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>A contact on a thing that a picture shows, beyond what <see cref="PictureContacts"/> knows: a shirt, a van, a box's tape, a manual; and the app that nobody names.</summary>
internal static class ShownContacts
{
    private const string Thing =
        "(foto|fotos|imagen|imagenes|imagem|imagens|etiqueta|caja|caixa|caixinha|sticker|adesivo|bolsa|sacola|cartel|letrero|lona|pendon|placa|remera|camiseta|playera|camioneta|camion|caminhao|iman|ima|volante|manual|empaque|embalagem|mango|fita|rodape|arte|banner|ploteo|parabrisas|fondo|estampa|sello|catalogo|aviso|exhibidor|gorra|uniforme|toldo|vitrina|panfleto|folleto|tarjeta|cartao|cartaozinho|bilhete|descripcion|descricao|video|espaldas?|costas|tampa|ficha tecnica)";

    /// <summary>What no product has for itself.</summary>
    private const string Contact =
        "(telefono|telefone|tel|fono|fone|cel|celular|contacto|contato|arroba|site|correo|mail|e-?mail|dominio|whats[a-z]*|wsp|zap|linea directa|linha direta|linea de atencion|numeritos|(onze|once|diez|dez) (digitos|numeros|numeritos)|numero (de la loja|da loja|del distribuidor|del taller|de ventas|nuestro|da gente))";

    private const string Call =
        "(llam[ae][a-z]*|llamar|lig(a|ue|ar)|marquel[eo]|marcal[oa]|marcar|disc(a|ar|ador)|cham[ae]|fal[ae]|falar|habl[ae][a-z]*|hablar|contact[a-z]+|contat[a-z]+|comuniq[a-z]+|escrib[a-z]+|escreve|usa eles|acercale|ampli[a-z]+|coordin[a-z]+|descuento|desconto|mas barat[oa]|mais barat[oa]|mais em conta|precio de|preco de|segue|grupo|atend[a-z]+|atiend[a-z]+|se lee|da pra ler|da para ler|dirigirse|localizar[a-z]*|ubicar[a-z]*)";

    private const string App = "(app|aplicacion|aplicativo|appcita|icono|icone|globo|globito|bola|bolita|bolinha|burbuja|mensajero|telefonito|telefoninho)";

    public static readonly string[] Patterns =
    [
        $@"\b{Contact}\b[^.!?]{{0,35}} (en|na|no|nas|nos|del?|da|do|pegad[oa]|impres[oa]|colad[oa]|escrit[oa]|atras|sobre)[^.!?]{{0,20}} {Thing}\b[^!?]{{0,60}}\b{Call}\b",
        $@"\b{Call}\b[^!?]{{0,50}}\b{Contact}\b[^.!?]{{0,35}} (en|na|no|nas|nos|del?|da|do|pegad[oa]|impres[oa]|colad[oa]|escrit[oa])[^.!?]{{0,20}} {Thing}\b",
        $@"\b{Thing}\b[^!?]{{0,50}}\b(esta|sale|figura|aparece|se lee|se ve|ta|tem|tiene|dice|ve|viene|puse|da pra ler|hay|trae|deje)\b[^.!?]{{0,15}}\b(el|la|o|a|nuestro|nuestra|nosso|nossa|un|um) {Contact}\b[^!?]{{0,50}}\b{Call}\b",
        $@"\b(figura|sale|aparece|dice|esta|diz|tem|ta escrito|esta escrito|trae|viene)( [a-z]+){{0,2}} (como|a donde|adonde|donde|a quien|a que anexo|o que voce|com quem) (llam|lig|fal|habl|marc|contact|contat|comunic|escrib|tenes que llam|tienes que llam|esta procurando)[a-z]*",
        $@"\b(llam[ae][a-z]*|comuniq[a-z]+|lig(a|ue)|marque|llamando)( [a-z]+){{0,3}} (a|al|ao|para o|pra) (la |nuestra |lo |el |o )?(linea|numero|telefono|telefone|que)( [a-z]+){{0,4}} (aparece|sale|impres[oa]|figura|dice|esta|ta)\b",
        @"\b(no|nao)( te| le)? (puedo|posso|podemos)( [a-z]+){0,3} (telefono|telefone|numero|contacto|contato)[^.!?]{0,25}\b(pero|mas)\b[^.!?]{0,60}\b(foto|imagen|imagem|caja|caixa|etiqueta|cartel|colad[oa]|pegad[oa])\b|\bo site nao deixa[^.!?]{0,20}\bmas\b|\b(imagen|foto|imagem)\b[^.!?]{0,20}\b(lo de la espalda|lo que dice|lo que necesitas|o que voce quer)\b",
        @"\b(en|na|no) (el |la |o )?(bolsa|caja|caixa|etiqueta|verso|reverso|manual|tapa|sacola)[^.!?]{0,35}\b(ta o site|esta la web|figura la web|esta el sitio|nosso site|nuestra web|nuestro sitio)|\b(la web|el sitio|la pagina|o site) (figura|aparece|esta|sale|viene|ta) (en|na|no|cosid[oa]|impres[oa])\b",
        // An app by its colour or its users.
        $@"\b{App} ((del|do|de) (telefono|telefone|mensajes) )?(verde|verdecit[oa]|verdinh[oa]|azul)\b[^.!?]{{0,60}}\b(habl|fal|escrib|convers|charl|cuadr|fech|resolv|mostr|consult|duda|por la|por alla|contra|envi|mand|chama|platic)[a-z]*",
        $@"\b(habl|fal|escrib|convers|charl|cuadr|fech|resolv|mostr|consult|duda|envi|mand|chama|platic|atend|comunic|video)[a-z]*[^.!?]{{0,40}}\b(por|no|na|en|pelo|pela|al|con) (el |la |o |a |naquel[ea] )?{App} ((del|do|de) (telefono|telefone|mensajes) )?(verde|verdecit[oa]|verdinh[oa]|azul|de mensajes|das conversas|que todo)\b",
        @"\b(naquele|naquela|aquella|ese|aquel|pelo|en la|en el|manejamos [a-z]+ en la) (app|aplicativo|aplicacion) (de mensajes|das conversas|que todo[s]? [a-z]+ usan?)\b|\bmande( [a-z]+){0,3} naquele app\b|\b(dos|dois|doble|doble el) (risquinhos|palomitas|tildes|checks|rayitas|palomas) azul(es|is)?\b|\b'?visto'? azul\b|\bdonde mandamos audios\b|\b(app|mensajero|red)( [a-z]+){0,2} (de|del|do) (mechudo |senor |tal )?(zuckerberg|zuck|elon)\b|\bcomeca com whats\b|\b(tenes|tienes|tiene|usa|usas|por|de|al) (wp|wap|wsp|wasap)\b",
    ];
}
