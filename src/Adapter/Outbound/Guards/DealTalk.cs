namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>How a deal past the platform is proposed: between the two of us, apart, privately, without the site in the middle, because the site takes its share, by a listing bought for its contact data.</summary>
internal static class DealTalk
{
    private const string Deal = "(arregl|acord|acert|negoci|coordin|combin|cerr|cierr|fech|entend|trat|manej|resolv|resuelv|hac|hag|faz|fac|fiz|habl|fal|charl|convers|platic|vemos|veamos|ver|vem|compr|vend|pag|cotiz|oper|transa|concret|gestion|solucion|pact|ajust|finaliz)[a-z]*";

    private const string Both = "(nosotros dos|entre nosotros( dos)?|entre los dos|entre ambos|vos y yo|tu y yo|usted y yo|nos dois|entre nos|entre a gente|so a gente|so nos|eu e voce|voce e eu|directo entre|de palabra)";

    private const string Privately = "(de (manera|forma) (particular|privada|personal|directa|independiente)|de maneira particular|en forma (particular|privada|personal|directa)|particularmente|privadamente|por (privado|interno)|en privado|em privado|no privado|en off)";

    private const string Apart =
        $"({Privately}|(em|en) particular|"
        + "por (otr[oa]|outr[oa]) (lado|via|canal|medio|meio|lugar|parte|camino|caminho)|em outr[oa] (lugar|canal)|en otr[oa] (lado|canal|lugar)|por las nuestras|bajo cuerda|por debajo|sin vueltas|cara a cara)";

    /// <summary>What is sold apart is an accessory; what is talked about apart is a deal.</summary>
    private const string TalkedApart = @"(arregl|acord|acert|negoci|cerr|cierr|fech|habl|charl|platic|convers|vemos|veamos|ver|trat|cotiz|manej|entend|resolv|conviene)[a-z]*(( (lo|la|nos|te|se|o|a|todo|tudo|eso|esto|isso|mejor|melhor|precio|preco|el)){0,4}) (aparte|a parte|por aparte|por separado)";

    private const string Site = "(mercado( ?li[bv]re)?|ml|meli|el sitio|la pagina|esta pagina|este sitio|la app|la plataforma|o site|este site|a plataforma|o app|o aplicativo|el portal|aca|aqui|por aca|por aqui|ellos|eles|la aplicacion)";

    public static readonly string[] Patterns =
    [
        $@"\b{Deal}(( (lo|la|nos|se|el|o|a|todo|tudo|negocio|trato|mejor|melhor|esto|isso)){{0,3}}) {Both}\b",
        $@"\b(arregl|hag|negoci|cerr|coordin|trat|acord|habl|charl|resolv)[a-z]*(emos|amos)(lo|la)? nosotros( y|,|\.|!|$| asi| sin| mejor)",
        $@"\b(arreglemos|arreglamos|negociemos|hagamos|hagamoslo|tratemos|acordemos|cerremos|entendamonos|resolvamos|hablemos|charlemos|platiquemos|nos arreglamos|nos entendemos|a gente (se )?(acerta|resolve|entende|combina|fecha|negocia|ajeita))( (lo|la|todo|tudo|o resto|el resto|mejor|melhor|directo|direto)){{0,2}}( {Both}| {Apart})",
        @"\b(arreglemos|negociemos|hagamoslo|hagamos negocio|entendamonos|nos arreglamos|nos entendemos|a gente (se )?(acerta|resolve|entende|ajeita))( (todo|tudo|mejor|melhor|directo|direto|igual))?([.,!]| y|$)",
        $@"\b{Deal}(( (lo|la|nos|te|se|o|a|todo|tudo|resto|el|mejor|melhor|esto|isso|precio|preco|bien)){{0,4}}) {Apart}\b",
        $@"\b{TalkedApart}\b",
        $@"\b{Privately},?( [a-z]+){{0,5}} ([0-9]+|mas barato|mais barato|menos|mejor precio|melhor preco|descuento|desconto|te (lo )?(dejo|hago|vendo|paso)|faco|vendo|sale|sai|queda|fica)\b",
        $@"\b(si|se) (lo |a gente )?(vemos|hacemos|tratamos|fizermos|fechamos|fecharmos|manejamos|arreglamos|acertamos|acertarmos|negociamos|coordinamos|combinamos)( [a-z]+){{0,2}} ({Both}|{Apart}|conmigo|comigo|direct[oa]|diret[oa])\b",
        @"\b(acert|resolv|negoci|fech|combin|trat|compr|pag|arregl)[a-z]* ((direct|diret)[oa] )?(comigo|conmigo|con nosotros|conosco)( (direct|diret)[oa])?\b",
        // Away from here.
        @"\b(no|nao|mejor no|melhor nao|nunca) (me |nos |lo |la |o |a )?(compr|ofert|pag|concret)[a-z]*( [a-z]+){0,2} (por |en |pela |pelo |no |na )?(aca|aqui|ml|meli|mercado|esta pagina|este sitio|este site|la app|la pagina|plataforma|site)\b[a-z ,]*[,.]? ?(que |porque |pues |mejor |melhor |te |sai |sale |es |e |a gente |hay |ta )",
        $@"\b(sin|sem) ([a-z]+ ){{0,3}}(no meio|en el medio|de por medio|en medio|metid[oa]|meter[a-z]*)\b",
        // Its share.
        $@"\b{Site}( (me|nos|te|le|se|ya|a gente))*( [a-z]+){{0,1}} (cobr|quit|sac|com|lleva|queda|fica|leva|tira|mord|descuent|desconta|rob|arranc|retien)[a-z]*( (con|com))?( [a-z]+){{0,4}} ((comision(es)?|taxas?|tarifas?|comissao|porcentaje|porcentagem|tajada|fatia|parte|mitad|metade)\b|(el |un |o |uns )?[0-9]{{1,2}} ?(%|por ?ciento|por cento|[,.]|$))",
        @"\b(me|nos) (cobr|quit|sac|com|descuent|desconta|retien|tira|rob)[a-z]*( [a-z]+){0,3} (comision(es)?|taxas?|tarifas?|comissao|porcentaje|porcentagem)\b",
        @"\b(precio|preco|publicacion|anuncio)( [a-z]+){0,5} (inflad[oa]|cargad[oa]|recargad[oa]|car[oa]|inflacionad[oa]|aumentad[oa]|maior|mayor|alt[oa]|subid[oa]) (por|con|pela|pelas|por causa|debido|com)( [a-z]+){0,3} (comision(es)?|taxas?|tarifas?|comissao|comissoes|mercado|pagina|site|plataforma)\b",
        @"\b(no|nao|sin|sem) (se )?(llev|qued|lev|fic|cobr|com)[a-z]*( [a-z]+){0,2} (la pagina|el sitio|mercado|ml|meli|o site|la app|la plataforma|a plataforma)\b",
        // A listing bought for what comes with it.
        @"\b(recib|receb|lleg|ten[eé]s|tienes|tendr|ves|ve|ver|aparec|peg|obten|consig|consegu|acced|abr|libera|sal)[a-z]*( [a-z]+){0,2} (mis|nuestros|meus|nossos|mi|nuestro|meu|nosso) (datos|dados|contatos?|contactos?|telefono|telefone|numero|info)\b",
        @"\b(compr|ofert)[a-z]*( [a-z]+){0,2} (anuncio|publicacion|articulo|tornillo|producto|produto|item|cosa|aviso)( [a-z]+){0,3} (de|por|a) (\$|r\$|us\$)? ?[0-9]+",
        // Accounts of whoever.
        @"\b(transf|deposit|gir|consign|mand|envi|pag|hag|haz|hac)[a-z]*( [a-z]+){0,4} (cuenta|cta|conta|caja)( (de|del|do))? (rut|vista|dni|sueldo|corriente|corrente|de ahorros?|ahorros?|poupanca|bci|santander|bcp|bbva|interbank|galicia|itau|nubank|bradesco|caixa|bancolombia|davivienda|banorte|banamex|azteca|banco)\b",
        @"\b(cuenta|conta|tarjeta|cartao|alias|pix|yape|nequi)( [a-z]+){0,3} (de|del|do|da|a nombre de|em nome de) (mi|meu|minha) (senora|esposa|esposo|marido|mujer|hermano|hermana|irmao|irma|hijo|hija|filho|filha|socio|socia|mama|papa|mae|pai|primo|prima|cunado|cunhado|amigo|novia|novio|patron|empresa)\b",
    ];
}
