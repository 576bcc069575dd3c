using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Links that lead off the platform, shortened and disguised ones ("mitienda punto com") included, and hints at a site or a payment link. Listings on Mercado Libre's own domains pass.</summary>
public sealed class LinkGuard : IGuard
{
    public const string Name = "link";

    private const string Dot = @"( ?[(\[{<*_-] ?)?(\.|punto|ponto|dot)( ?[)\]}>*_-] ?)?";

    /// <summary>Alternatives: where two of them see a link, it is one.</summary>
    private static readonly PatternSet Disguised = new(
        $@"\b[a-z0-9-]+ ?{Dot} ?com\b( ?{Dot} ?(ar|br|mx|co|uy|pe)\b)?",
        @"\b[a-z0-9-]+ ?([(\[{<*_-] ?)?(punto|ponto|dot)( ?[)\]}>*_-])? ?(net|org|shop|store)\b",
        @"\b[a-z0-9-]+( ?[(\[{<*_-] ?\. ?[)\]}>*_-] ?| \. )(net|org|shop|store)\b",
        @"\b[a-z0-9-]+ ?([(\[] ?)?((punto|ponto)( ?[)\]])? ?|dot( ?[)\]] ?| ))(ar|br|mx|cl|ly|me|co|uy|pe|io)\b",
        @"\b[a-z0-9-]{6,} com (ar|mx|co|uy|pe)( ?[.,;!?]|$)",
        @"\b(t|wa|m|fb|ig) ?\. ?me ?/",
        @"\b[a-z0-9-]{4,} ?[,;] ?com\b( ?[.,;]? ?(ar|br|mx|co|uy|pe)\b|[.!?]| ?$)",
        @"\b[a-z0-9-]{6,},(ar|br|mx|uy|pe|cl)\b",
        @"\b[a-z0-9-]{4,} [-_*/] com( [-_*/] (ar|br|mx|co|uy|pe)\b|[.!?]|$)",
        // A country's domain set apart by blanks: a full stop stands behind its word.
        @"\b[a-z0-9-]{5,} (\.|,) ?(mx|br|cl|uy|pe|ar|ec|bo|py)( [a-z]|[,;!?)]|\.|$)",
        // A full stop in brackets ends no sentence; a country in the names of its letters.
        @"\b[a-z0-9-]{2,} ?[(\[{<] ?(\.|punto|ponto|dot) ?[)\]}>] ?[a-z]{2,}",
        @"\b(punto|ponto) (eme (equis|xis)|ce ele|ce o|a erre|be erre|pe e|u ye|ese o)\b",
        @"( |^)\. ?com\b( ?\. ?[a-z]{2}\b)?",
        @"\b(punto|ponto|dot|el|o) com (al final|no final|atras|pegado|despues|depois|y listo|e pronto)\b",
        @"\b(www|h ?t ?t ?p ?s?|hxxps?) ?(punto|ponto|dot|:|/|\.)",
        @"\bw ?w ?w ?\.? ?[a-z0-9-]+",
        @"\bwwwpunto[a-z]+",
        @"\b[a-z0-9]+(puntocom|pontocom)\b",
        @"\b(bit|tinyurl|cutt|goo|is|t|rb) ?\. ?(ly|com|gl|gd|gy) ?/ ?[a-z0-9]+");

    private const string Markets = "(amazon|shopee|olx|yapo|ebay|temu|shein|ali ?express|magalu|americanas|enjoei|linio|segundamano|marketplace|alamaula|etsy|wallapop|facebook marketplace|falabella|coppel|mercari|vinted|rappi|ifood|pedidos ?ya|casas bahia|tienda ?nube)";

    /// <summary>Not an address, but the way to one.</summary>
    private static readonly PatternSet Hints = new(
        @"\b(link|enlace|url|boton) (de|do|para|pra)( el| o)? (pago|pagos|pagar|pagamento|cobro|mercado ?pago)\b|\bqr (para|pra) (pago|pagar|pagamento|cobrar)\b|\bqr\b[a-z ,]{0,30}\b(transfer[a-z]+|pag(as|ar|ame|a) (directo|por fuera|sin))",
        @"\b(te|le|lhe) (paso|pasamos|mando|mandamos|envio|enviamos|passo|dejo) (el|un|o|um|mi|meu|por)? ?(codigo )?(qr)\b|\b(escane[a-z]*|lee|le[ai]) (el |este |o |mi )?(codigo )?qr\b[a-z ,]{0,30}\b(pag[a-z]+|transf[a-z]+)",
        @"\b(busc|busqu|procur|pesquis|encontr|encuentr|aparec|acha)[a-z]*( [a-z]+){0,3} (en|no|pelo|na|por) (el )?(google|internet|la web|maps)\b|\bgoogle(a|e|ar|alo|anos|ame)\b|\bgoogle maps\b|\bpor maps\b",
        @"\b(nuestr[ao]|mi|nosso|nossa|meu|minha|nuestros|a) (propi[ao] )?(paginaweb|sitioweb|pagina|sitio|site|web|loja virtual|loja online|tienda online|tienda virtual|tienda web|ecommerce|e-commerce)\b",
        @"\b(pagina|sitio|site|web|loja|tienda)( web| online| virtual)? (propi[ao]|proprio|propria|mia|mio|minha|meu|nuestr[oa]|personal|particular)\b|\b(mi|nuestra|minha|nossa) (tiend(a|ita)|lojinha|loja|negocio|paginita|pagina|catalogo)( (de|en))? (web|online|virtual|internet|linea)\b|\b(tenemos|tengo|temos|tenho) (una |um |uma )?(pagina|sitio|site|web|loja virtual|loja online|tienda online|tienda virtual)\b|\bno (nosso )?site (sai|tem|fica)|\b(tienda ?nube|mercado ?shops|empretienda|shopify)\b|\blink (en|na|no) (la |mi )?bio\b|\b(no|en el|pelo|en la|del) (site|sitio|pagina|web) (da|de la|del|de) (loja|tienda|local|empresa)|\ben la web (como|somos|esta|sale)",
        @"\b(pon|pone|poner|ponga|ponganlo|escrib|coloc|tipe|digit|jog|bot|met|tir|da|de|dale|deem)[a-z]*( [a-z]+){0,2} (en|no|na|um|un) (el )?(google|buscador|navegador|internet)\b|\b(mapa|maps|waze|google)( [a-z]+){0,3} (como|por) [a-z]|\b(busc|busqu|procur|encontr|encuentr)[a-z]*[^.!?]{0,60} (en|no|pelo|por) (el |o )?(google )?(mapa|maps|waze|buscador)\b|\b(sale|aparece|salimos|aparecemos|ach[a-z]+|encontra[a-z]*) (facil )?(en|na|no) (google|internet|la web)\b",
        @"\b(joga|jogue|pon|pone|poneme|pon[eé]|bota|coloca|digita|mete)\b[^.!?]{0,60} (en|no|na) (el |o )?(google )?(mapa|maps|waze|gps)\b",
        // A code that the camera follows: one in a picture of the listing, or one to talk by.
        @"\bqr\b[a-z ,]{0,30} (de|del|en|da|das|na|nas|no|do) ((la|las|el|los|a|o|nuestra|mi) )?([a-z0-9]+ )?(fotos?|imagen|imagenes|imagem|imagens|portada|anuncio|publicacion|perfil)\b|\b(en|na|nas|no) ((la|las|el|los|a|o) )?([a-z0-9]+ )?(fotos?|imagen|imagenes|imagem|imagens|portada|anuncio|publicacion|perfil)\b[a-z0-9 ,]{0,40}\bqr\b|\bqr\b[a-z ,]{0,40}\b(hablar|habla|hablas|escrib[a-z]*|contact[a-z]*|contat[a-z]*|fala|falar|chama|cham[a-z]r|comunic[a-z]*|catalogo|tienda|local|loja|whats[a-z]*|redes)\b",
        @"\b(drive|dropbox|wetransfer|notion|onedrive|mediafire|google docs|la nube|nuvem)\b[a-z ,]{0,40}\b(link|enlace|compart[a-z]*|pedi[a-z]*|te (paso|mando|dejo))\b|\bte (comparto|paso|mando|dejo) (el |un |mi )?(catalogo|link|lista|pdf)( [a-z]+){0,2} (en|por) (un |el |mi )?(drive|dropbox|pdf|nube|link)\b",
        @"\b(digit|escrib|tipe|pon|coloc)[a-z]*\b[^!?]{0,60} (en|no|na) (el )?(google|buscador|navegador|internet)\b",
        // Its place among what a search finds; a page by the name of its letters; the seller's own app.
        @"\b(primer|primeir[ao]|segundo) (resultado|link|enlace)( (de|en|no|do|que))*( google| buscador| sale| aparece| somos| es| e)|\b(da|dale|de|pega|mete)(me|nos|le)? (um|un) google\b|\b(estamos|estoy|somos|salimos|aparecemos|figuramos)( [a-z]+)? (en|no|por) (el |google )?(maps|mapa|mapas|waze|google)\b|\b(en|no|pelo) (google )?(maps|waze) ?:",
        @"\b(triple ?doble ?ve|(doble ve|ve doble|uve doble|doble u|dabliu)( (doble ve|ve doble|uve doble|doble u|dabliu))+|tres (w|doble ve|doble u))\b|\b(bit|bitly|cutt|goo|is|linktr)( punto| ponto| dot)? ?(li|ly|gl|gd|ee) ?(barra|/)|\bgoo gl\b|\bhttps? (dos puntos|doispontos|barra)\b",
        @"\b(nuestra|nosso|nossa|mi|meu) (app|aplicacion|aplicativo)\b|\b(pagina|sitio|site|app|plataforma) (naranja|laranja|amarilla|amarela|roja|vermelh[ao]|de los chinos|dos chineses|de la competencia|da concorrencia)\b|\b(la|el|a|o|al|naquele|aquele) (otr[ao]|outr[ao]) (plataforma|pagina|sitio|site|app)( (de ventas|naranja|laranja|amarilla|la|el|lo|esta|sale|vendo|tengo|mas|mais)|[,.]|$)",
        @"\b(nombre|nome) (de|da|do|del) (la |el )?(empresa|marca|fabrica|tienda|loja|vendedor|cuenta|anuncio|local)( [a-z]+){0,3} (punto|ponto|\.|mas|\+|y) ?(com|pe|cl|mx|ar|ind|net|online)\b|\b(link|enlace) (de|en|da|na|do) (la |mi |minha )?(bio|biografia|descripcion de mi perfil)\b|\bescane[a-z]*( [a-z]+){0,5} (cuadrit[oa]s?|codigo|foto|imagen|ultima)( [a-z0-9]+){0,5} (pedido|comprar?|compras|directo|entra|tienda|catalogo|y)\b|\b(cuadritos|quadradinho) (negros|preto e branco|blanco y negro)\b",
        // Other markets.
        $@"\b(mi|nuestr[oa]|meu|minha|noss[oa]|un|um) (anuncio|publicacion|loja|tienda|perfil|cuenta|conta|link) (da|de|del|do|en|na|no) (el |la )?{Markets}\b",
        $@"\b(en|por|no|na|pelo|pela) (el |la )?{Markets}\b[a-z0-9 ,$%.]{{0,70}}\b(como|menos|mitad|metade|sale|sai|nuestr[ao]|noss[ao]|buscal[ao]|procure|barat[oa]|encuentr[a-z]+|encontr[a-z]+|busc[a-z]+|busqu[a-z]+|procur[a-z]+|precio|preco|tenemos|temos|publicad[oa]|pid[ea][a-z]*|ped[iea][a-z]*|compr[a-z]+|a \$? ?[0-9]+)\b|\b(busc|busqu|procur|encontr|encuentr|pill|estamos|estoy|tenemos|vendemos|vendo|nos)[a-z]*( [a-z]+){{0,3}} (en|por|no|na|pelo|pela) {Markets}\b",
        @"\b(linktr|linktree|tinyurl|bitly|cutt|wa link|beacons)( ?(ee|com|ly))?( ?[/:])? ?[a-z0-9_.]{3,}|\b(tienda|pagina|web|sitio|loja|site)( online| virtual| web)? (nuestr[ao]|nossa|nosso)\b|\b(en|no|na) (internet|la web|google)( [a-z]+)? (estamos|somos|salimos|aparecemos|nos|como)\b|\bmarketplace (de|del|do) (face|fb|facebook)\b|\bnombre (de |del )?[a-z ]{0,30}(mas|seguido de|y|con) (el )?(punto|\.) ?com");

    private static readonly LinearPattern Feature = new(@"fabricante|oficial|marca|espelha|espeja|multim[ie]dia|tiempo real|tempo real|carplay|android auto|navegador gps|\bwaze e\b|\bwaze y\b|mercado ?li[bv]re|incluy|trae|manual|registr|aplicac|\bapp\b|chromecast|compatib|asistente|assistente|navega|lector|leitor|impresora|imprim|prime video|alexa");

    /// <summary>The seller's own, however official.</summary>
    private static readonly LinearPattern Ours = new(@"^(mi|nuestr[oa]s?|meu|minha|noss[oa])\b.*\b(site|sitio|pagina|web|loja virtual|loja online|tienda online|tienda virtual)$");

    private static readonly LinearPattern Here = new(@"mercado ?li[bv]re|\bmanual\b|fabricante|registr");

    /// <summary>"192.168.0.1": the router's own page, which leads nowhere.</summary>
    private static readonly LinearPattern AtHome = new(@"\b(192\.168|10\.[0-9]{1,3}|172\.(1[6-9]|2[0-9]|3[01]))\.[0-9]{1,3}\.[0-9]{1,3}\b");

    private static readonly LinearPattern Ended = new(@"^[a-z0-9-]+\. com$");

    private static readonly LinearPattern Begun = new("^ [a-z0-9]");

    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "mercadolibre.com", "mercadolibre.com.ar", "mercadolibre.com.mx", "mercadolibre.com.co", "mercadolibre.com.uy", "mercadolibre.com.pe", "mercadolibre.com.ec", "mercadolibre.com.ve",
        "mercadolibre.com.bo", "mercadolibre.com.py", "mercadolibre.com.do", "mercadolibre.com.pa", "mercadolibre.com.gt", "mercadolibre.com.hn", "mercadolibre.com.ni", "mercadolibre.com.sv",
        // Names of software that end like a domain.
        "asp.net", "vb.net", "ado.net", "paint.net",
        "mercadolibre.cl", "mercadolibre.co.cr", "mercadolivre.com.br", "mercadolivre.com",
    };

    string IGuard.Name => Name;

    public IReadOnlyList<GuardFinding> Check(GuardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var text = request.Folded;
        var links = request.Links;
        var findings = links.Where(link => !IsOwn(link.Host) || !text.IsPlain(link.Start, link.Length)).Select(link => text.Finding(Name, GuardReasons.Link, link.Start, link.Length)).ToList();
        var next = 0;
        foreach (var match in Disguised.MatchesOfAny(text.Text))
        {
            while (next < links.Count && links[next].End <= match.Index) next++;
            if (AtHome.IsMatch(match.Value)) continue;
            // "… um mês. Com três gatos": in Portuguese a sentence may begin so.
            if (Ended.IsMatch(match.Value) && Begun.IsMatch(text.Text[(match.Index + match.Length)..Math.Min(text.Text.Length, match.Index + match.Length + 3)])) continue;
            if (next == links.Count || links[next].Start >= match.Index + match.Length) findings.Add(text.Finding(Name, GuardReasons.Link, match.Index, match.Length));
        }

        if (findings.Count == 0 && request.Decoded != text)
        {
            findings.AddRange(Disguised.MatchesOfAny(request.Decoded.Text).Where(match => !text.Text.Contains(match.Value, StringComparison.Ordinal)).Select(match => request.Decoded.Finding(Name, GuardReasons.Link, match.Index, match.Length)));
        }

        foreach (var match in Hints.Matches(text.Text))
        {
            if (!AtHome.IsMatch(match.Value) && !Clause.IsRefused(text.Text, match) && !(Ours.IsMatch(match.Value) ? Here : Feature).IsMatch(Clause.Sentence(text.Text, match).Replace(match.Value, "", StringComparison.Ordinal).Replace("mercado pago", "", StringComparison.Ordinal))) text.AddTo(findings, Name, GuardReasons.Link, match.Index, match.Length);
        }

        return findings;
    }

    private static bool IsOwn(string host)
    {
        for (var domain = host; ; domain = domain[(domain.IndexOf('.') + 1)..])
        {
            if (Own.Contains(domain)) return true;
            if (!domain.Contains('.')) return false;
        }
    }
}
