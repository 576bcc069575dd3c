namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>A shop elsewhere: the seller's own app or page, another market with its price, a form, a payment link, a domain told in words.</summary>
internal static class OtherShops
{
    private const string Markets = "(temu|shopee|amazon|olx|elo ?7|linio|americanas|magalu|ripley|falabella|ali ?express|shein|enjoei|yapo|marketplace|etsy|coppel|dafiti|walmart|liverpool|exito|sodimac)";

    public static readonly string[] Patterns =
    [
        @"\b(baj|descarg|baix|instal|tem|tenemos|hay|faz|haz|hac)[a-z]*( [a-z]+){0,4} (app|aplicacion|aplicativo|plataforma) (de la (tienda|ferreteria|marca|empresa)|da (nossa )?loja|da empresa|de nuestra tienda|propi[ao]|nuestr[ao])\b|\bapp da loja\b|\be-shop\b",
        @"\b(tienda|loja) (en linea|online|virtual|web) (propia|propria)\b|\b(otra|outra) (tienda|loja)( [a-z]+){0,3} (fuera|afuera|fora)\b|\ben nuestra web\b|\b(compr|ped|pedi)[a-z]*( [a-z]+){0,3} (en|na|no|por) (nuestra|nossa|nosso|nuestro|mi) (web|site|sitio|pagina|tienda online|app)\b",
        @"\b(llen|complet|preench|hac|haga|faca|ped)[a-z]*( [a-z]+){0,3} (formulario|form|forms)\b|\bforms? ?(punto |ponto |\.)?gle\b|\bgugl[a-z]*\b|\bguglee\b|\bgugle[a-z]*\b|\b(carpeta|pasta|catalogo|lista|pdf)( [a-z]+){0,5} (en|no|de|do) (el |o )?(drive|dropbox)\b",
        @"\b(liga|link|enlace) (de|do|del) (pago|webpay|picpay|cobro|pagamento|cobranca|catalogo|stripe|paypal|wompi|khipu)\b|\bcobranca direta\b|\bliga de pago\b",
        $@"\b(en|por|na|no|pela|via) (la |el |mi |nuestra |minha |nossa |su )?{Markets}\b[^!?]{{0,80}}\b(mas barat[oa]|mais barat[oa]|barat[oa]|menos|menor|oferta|mismo vendedor|mesmo estoque|personalizad[oa]|lo tenes|enlace|mi tienda|puntos|publicad[oa]s?|revis[a-z]+|procur[a-z]+|busq[a-z]+|buscal[oa]|damos|segunda|descuento|desconto|faco|cupon|cupom|igual|nuestra|nossa)\b",
        $@"\b{Markets}( y [a-z]+)?( tambien)? (nos (maneja|tiene|tienen|publica|vende)|tiene lo mismo|lo tiene (igual|mas))[a-z]*",
        @"\b(tienda|loja|concorrente|app|aplicacion|pagina|competencia) (naranja|roja|amarela|laranja|amarilla|de la bolsita|do tubarao|del tiburon|vermelha)\b",
        @"\b[a-z0-9-]{4,},? (punto|ponto|diagonal|slash),? (com|net|shop|store|online|cl|mx|ar|org|br)\b|\b(tres|triple) (dabl[iy]us?|dobleus?|uve ?dobles?|doble u|w)\b|\b(bit|tinyurl|cutt|is)( ly)?,? (diagonal|slash|barra),? [a-z0-9]+|\b[a-z]{5,} (wordpress|blogspot|wixsite|tiendanube|mitiendanube)( com)?\b|\b[a-z0-9-]{5,},(com|net|mx|cl)\b",
        @"\b(dominio|web|pagina|site|navegador|url)\b[^.!?]{0,50}\b(mas|con|y|mais|termina en|terminado en)( el)? ?\.?(cl|mx|com|ar|pe|uy|co)\b|\b(dominio|site|pagina|web) (es|e) (la marca|el nombre|o nome)\b",
        @"\b(cuadrito|cuadro|cuadrado|quadradinho|codigo cuadrado|quadrado|cuadradito)( [a-z]+){0,3} (de puntos|con puntitos|con puntos|pixelado|de la etiqueta|del empaque|da etiqueta)\b|\bqr\b[^!?]{0,60}\b(direct[oa]|diret[oa]|mayorista|compras|descuento|desconto|precios?|precos?|asesor)\b|\bcodigo pra ler com o celular\b",
        @"\b([a-z]\*){4,}[a-z]|\bh t t p\b|\b([a-z] ){5,}punto\b|\bcopi(a|e|elo|alo|en)( [a-z]+){0,5} (en|na|no) (su |tu |el |la |o |barra do )?(navegador|buscador|google)\b|\b(peg|cola|cole)[a-z]*( [a-z]+){0,2} (en|na|no) (su |tu |el |la |barra do )?(navegador|buscador|barra)\b",
        @"\b(canal|blog|portal)( [a-z]+){0,5} (nuestro|nosso|del taller|da loja|de la tienda|deles)\b|\b(nosso|nuestro|mi|meu) (blog|tube|portal|canal)\b",
    ];
}
