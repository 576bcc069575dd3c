using System.Text.RegularExpressions;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Handles and invitations to other networks. "Recibe notificaciones de WhatsApp" says what a watch does, and passes.</summary>
public sealed class SocialGuard() : PatternGuard(
    Name,
    GuardReasons.Social,
    [@"(^|[\s(:,;])@[a-z_][a-z0-9_.]{2,}\b",
    @"\barroba [a-z0-9._]{3,}",
    @"\b(w|vv)[ ._*-]?h?[ ._*-]?a[ ._*-]?t[ ._*-]?'?s[ ._*-]{0,2}a[ ._*-]?p{0,2}p\b",
    @"\bw[ ._-]s[ ._-]p\b|\b(wh?ats(ap{0,2})?|wass?app?|guass?app?|guatsap+|gua(t|s)s?|wapp|wats|uats|uatis|guats|wsp|wpp|wspp|whatss?app?|whatsapp?(eame|ea|eanos)|wasapea[a-z]*|zap|zapzap|zapi|zapear)\b",
    @"\b(te[li]egram|insta ?gra[mn]|face ?boo?k|feis ?bu[ck]k?|fei?sbuk|tik ?tok|mess?enger|mesenyer|snap ?chat|linked ?in|discord|skype|twitter|youtube|kwai|threads|pinterest|signal)\b",
    @"\b(por|en|no|pelo|na|via|mi|nuestro|nuestra|meu|nosso|al|del|el|tu|su|o|un|um) (wp|ig|fb|face|feis|insta|wa|wap|ws|yt|tt|md)\b",
    @"\bw[hats]{2,5}a?p+\b",
    // With a letter left out, put in or taken for another.
    Misspelt("instagram", "facebook", "whatsapp", "telegram", "messenger"),
    // By a nickname: beside an invitation, or where nothing else is called so.
    @"\b(insta|feis|fei[sz]|fbk)\b|\b(fb|ig|face|insta|wa|wp|ws|wsp|tt|tg|yt) ?[/|>-]+ ?[a-z][a-z0-9_.]{3,}",
    @"\b(mand|escrib|habl|pas|envi|respond|contest|agreg|cham)[a-z]*( [a-z]+){0,2} (md|ws|wp|wa|wasap|dm|mp)\b|\b(lista|grupo|difusion|canal|estado|estados|historia|historias) de (wp|ws|wa|wsp|wasap|difusion|insta)\b",
    Nickname,
    Unmistakable,
    @"\b(libro de (las )?caras|livro d[aeo]s? (caras?|rostos?)|caralibro|caralivro)\b|\b(pajarito|pajaro|pajarraco|passarinho) azul\b|\b(camarita|camerazinha|camerinha|avioncito|aviaozinho|fantasmita|fantasminha|telefonito|telefoninho|globito|burbuja|icono|logo|circulito|bolinha)( (de colores|de papel|verde|azul|rosa|morado|violeta|roxo|amarillo))?\b",
    // A handle: behind a network's name, or spelled.
    $@"\b{Network} *((como|es|e|por|somos|sou|soy|estamos|estoy|:|=|-|>)* *)*@?[a-z][a-z0-9]*[._][a-z0-9._]*[a-z0-9]\b",
    $@"\b(no|na|en|en el|por|pelo) (face|fb|insta|ig|feis|tiktok|facebook|instagram|twitter|telegram|youtube|kwai) ((me |nos )?(llamo|llamamos|chamo|estoy|estamos|estou|aparezco|aparecemos|somos|soy|sou)|(es|e|esta|busca(me|nos)?|procura|procure|tem|ta|como) )",
    @"\b(mis|minhas|meus|nuestras|nossas|nuestros|nossos) (historias|stories|estados|reels|feed|seguidores|destacadas|destaques)\b|\b(en el|no|meu|mi) feed\b",
    @"\b[a-z][a-z0-9]{3,}[._](ok|oficial|ar|mx|br|cl|uy|pe|deco|decor|shop|store|tienda|loja|sp|rj|ba|cba|caba|arg|col|chile|mex|online|ventas|vendas)( |[.,!?]|$)",
    @"\b(bichito|bicho|cosito|simbolo|globo|bolinha|iconito|cuadradito|quadradinho) (verde|azul|rosa|morado|roxo)\b",
    @"\b[a-z0-9]{2,} ?(guion bajo|guionbajo|underline|underscore|underlaine|anderline|barra baja|barrabaja|raya abajo|piso bajo|sublinhado|tracinho embaixo) ?[a-z0-9]{2,}\b",
    @"\b(mi|nuestro|meu|nosso|mis) (usuario|perfil|nick|user|username|nickname|arroba|@|canal)( [a-z]+){0,5} (es|e|:|=|en|no|na|como)\b",
    @"\b(manda|mande|mandame|mandanos|chama|chame|envia|envie|escribi|escribe|tira|tirame|joga)[a-z]*( (un|um|na|no|por|al|en|me|nos|una|uma|o))* (dm|dms|direct|inbox|imbox|pv|md|privado)\b",
    @"\b(voce|vc|vcs|usted|ud|vos|tu)( (ai|por ahi|acaso))? (tem|tens|tenes|tienes|tiene|usa|usas)( (o|um|un|el|algun|algum))? (face|facebook|fb|insta|instagram|ig|zap|whats[a-z]*|wsp|wpp|telegram|tiktok|discord)\b|\b(tenes|tienes|tens) (face|facebook|fb|insta|instagram|ig|zap|whats[a-z]*|wsp|wpp|telegram|tiktok|discord)( ?\?|$| o )",
    @"\b(un|al|por|el|seu|tu|no|pelo|mi|meu) (what|whats|guasa|guasap|guats|wats|wasa|wasap)\b",
    @"\b(ig|fb|insta|face|feis|wa|ws|snap|tw|wp|tt|yt|tg) ?[:=]",
    @"\b(ig|fb|insta|snap|i g|f b) [a-z0-9]+[._a-z0-9]*\b",
    @"\b(nuestras|nossas|mis|minhas|las|en|nas|por) redes( sociales| sociais)?\b",
    @"\b(por|al|un|manda|mandame|mandanos|envia|envie|no|na|por el|en el) (dm|dms|inbox|imbox)\b",
    @"\b(app|aplicacion|aplicativo|icono|mensajer[a-z]+|telefono|el|por|al|no|o) (verde|verdecito|verdinho)( de mensaj[a-z]+)?\b|\bverdecito\b|\b(app|aplicacion) (de mensaj[a-z]+|del (telefono|celu|celular)) verde\b",
    // Names further from how they are written, and what a network's sign or its users are called.
    @"\bwh?a(st|ts|s)h?a?p+\b|\bwasa\b|\bwhatizap[a-z]*\b|\btik (e|y|&) tok\b|\b(tele-?grama|disco-rd|fan ?page)\b",
    @"\b(nuestro|nosso|tu|seu|su) (arroba|@)( |[.,]|$)|\b(nuestra|nossa|mi|minha) bio\b|\b(solicitud de amistad|solicitacao de amizade|lista de (transmissao|difusion|transmision))\b",
    @"\b(red|rede) (de|das|de las|de los|dos) (selfies|fotos|videos|videitos|bailes|bailecitos|dancinhas|reels)\b"])
{
    public const string Name = "social";

    /// <summary>What makes a network's name a product's feature.</summary>
    private static readonly LinearPattern Feature = new(
        @"compati[bv]|reproduc|\bvem com\b|\bviene con\b|imita|notificac|bloquea|control parental|controle parental|espelha|espeja|duplica|recib|receb|\b(dos|duas|dois|varias|multiples) (cuentas|contas)\b|dual ?sim|\b(webcam|meet|zoom)\b|\b(corre|roda|abren?|abrem)\b|\b(hay|tem|existe)( un| um| una)?( muchos| varios)? (video|tutorial)|aplicac|aplicativ|\bapps?\b|instala|soport|suport|funciona|descarg|baixar|permit|videollam|chamad|llamad|mensajes de|mensagens|responder|\busar\b|\busa\b|utiliz|\btrae\b|\btiene\b|"
        + @"\btem\b|inclu[iy]|conect|transmi|grab|ideal|\bpara (videos?|streaming|lives?|fotos|reels|tus|sus|crear|contenido|tiktok|twitch|twitter|youtube|redes)|integrad|preinstal|precarg|pantalla|\btela\b|"
        + "redes (4g|3g|5g|wifi|wi-fi|lan|inalambricas|electricas)|microfono|microfone|camara|camera|tripode|aro de luz|anillo de luz|auricular|headset|consola|smart|\bver\b|\bvejo\b|televis|\btv\b|sticker|adesiv|calco|cartel|placa|letrero|neon|logo\b|vinilo|\bplan\b|\bchip\b|ilimitad|\blibro\b|\blivro\b|tapa blanda|teclado|\bboton");

    /// <summary>What says "come there", to us.</summary>
    private static readonly LinearPattern Invitation = new(
        @"contact|contat|\bescrib(i|e|ime|inos|enos|eme|anos|ame|ir|irnos|irme)\b|escrev|\bmand(a|ame|anos|e|em|enos|eme|ar|arnos)\b|\bmand(o|amos)\b|habl[ae](me|nos|mos)|hablan|hablam|\bllama(me|nos)\b|\bllame|\bsegui|\bsiga|siguen|"
        + @"\bsigue\b|\bbusca|\bbusque|encontr|encuentr|agreg|\bnuestr|\bmi\b|\bmis\b|\bmeu|\bnoss|\bcham[ae]\b|\bfal[ea]\b|adicion|\bte (paso|mando|envio|atiendo|respondo|escribo|agrego|dejo|passo|doy)\b|arregl|coordin|"
        + @"(pedidos|consultas|ventas|vendas|atencion|atendemos|atiendo|atendimento|presupuestos?) (por|pelo|via|no)|\bsomos\b|@|[0-9]{6}|\bgrupo\b|\bunite\b|\bcurta\b|comunic|\busuario\b|\bperfil\b|\bcomo [a-z]*[._0-9]|\bcanal\b|agenda|aparec|nos encontr|\bestamos\b|\b(soy|sou|estoy|estou)\b|\bprocur|\bpesquis|\bsegue|\bsigam|\bacompanh|\bcurte|olhad[ai]|\bme (ach|encontr|ubic|cham|busc|segu|habl|escrib)|\bnos (ach|segu|busc)|\brespondo\b|\brespondemos\b|\bte (atendo|respondo)\b|\bconversa\b|\bnick\b|\bcontest(o|amos|ame)\b");

    /// <summary>A thing that shows the name.</summary>
    private static readonly LinearPattern Print = new(@"\b(stickers?|calcos?|pegatinas?|adesivos?|figurinhas?|cartel|letrero|logo|vinilo|libro|livro|peluches?|pelucias?|chapitas|toppers?|moldura|almofada|almohadon)\b|\b(plastico|triple|doble|dupla|tripla|con|papel) burbuja\b");

    /// <summary>A network by what it is for or what its sign shows.</summary>
    private const string Nickname =
        @"\b(red|rede|redecita|redinha|app|appcita|aplicacion|aplicativo|plataforma|la|a|en la|na|naquel[ae])( social| vecina| vizinha| amiga| azul| verde| rosa| morada| roxa| negra| preta| celeste| amarilla)? (de|del|da|do|das|dos|con|com)( (la|las|los|el|o|a|os|as|mark|don|tio|elon))? [a-z]*(zuck|zuker|musk|elon|meta\b|camarit|camer|camara|fotit|fotinh|fotos|pajar|passar|avion|aviao|video|videit|videinh|baile|dancinh|danc|telefonit|telefoninh|globit|fantasm|historias|stori|reels|musiquit|musiquinh|mensajit|mensaj|mensag|cuadradit|corazon|coracao|letra f|letrita)[a-z]*( (verde|azul|rosa|corta|corto|curto|amarillo))?\b";

    /// <summary>So nothing is called that a shop sells.</summary>
    private const string Unmistakable =
        @"\b(red|rede|redecita|redinha) (social )?(de|del|da|do|das|dos) (la |las |los |el |o |a |os |as )?((camarit|camerazinh|fotit|fotinh|fotos|pajarit|passarinh|fantasmit|fantasminh|bailecit|baile|dancinh|videit|viditos|videinh)[a-z]*|f|camera colorida|maquininha)\b|\b(el|la|o|a|lo|al|no|na|ese|esa|aquele|aquela) (de|del|da|do) (la |el |las |los )?((burbujit|globit|bolinh|telefonit|telefoninh)[a-z]* verde|avioncito (azul|de papel)|aviaozinho azul|fantasmi[a-z]+ amar[a-z]+|camarit[a-z]* de colores|f (blanca|azul|branca)|(dos|doble) (tildes|palomitas|tilde) azul(es)?)\b";

    private const string Network = "(whatsapp|instagram|insta|ig|facebook|face|fb|feis|telegram|tiktok|tik tok|twitter|youtube|kwai|threads|pinterest|snapchat|discord|messenger)";

    private static readonly LinearPattern Sure = new($"^({Unmistakable})$");

    private static readonly LinearPattern Nick = new(
        @"^(red|rede|redecita|redinha|app|appcita|aplicacion|aplicativo|plataforma|la|a|en la|na|naquel[ae])( [a-z]+)? (de|del|da|do|das|dos|con|com) |^(pajarito|pajaro|pajarraco|passarinho|camarita|camerazinha|camerinha|avioncito|aviaozinho|fantasmita|fantasminha|telefonito|telefoninho|globito|burbuja|icono|logo|circulito|bolinha|bichito|bicho|cosito|simbolo|globo|iconito|cuadradito|quadradinho)");

    /// <summary>The seller's page on the platform itself.</summary>
    private static readonly LinearPattern OwnPage = new(@"\b(mercado ?li[bv]re|mercado ?shops|ml|meli|por aca|aqui|aca|publicacion|anuncio)\b");

    private static readonly LinearPattern Subject = new(
        @"\b(emojis?|emoticon(es)?|logos?|estampas?|temas?|tematic[ao]|iconos?|icones?|stickers?|disen[a-z]*|dibujos?|desenhos?|forma|figuras?|imagen|simbolos?|botones|boton|efectos?|filtros?|retos?|desafios?|trends?|viral(es)?|videos?|lives?|reels|streaming|streams|contenidos?|conteudos?|historias|stories|transmisi[a-z]+|transmiss[a-z]+|"
        + @"grab[a-z]+|grav[a-z]+|filmar|subir|editar|producir|produzir|creador(es)?|criador(es)?|influencers?|youtubers?|tiktokers?|fans?|estilo|tipo|modo|marco|moldura|photocall|almohad[a-z]+|taza|caneca|remera|camiseta|gorra|llavero|chaveiro|torta|topper|fiesta|festa|peluche|pelucia|disfraz|alfombra|tapete|cuadro|quadro|pin|pines|globo|baloes|pulsera|mochila|caratula|libro|livro|curso|juego|jogo|poster|lampara|luminaria)"
        + "( [a-z]+){0,3} (de|del|do|da|para|pra|en|no|na|a|com|con|tipo|al|y|e|o|ou)( (el|la|o|a|os|as|los|las|su|tu|tus|seu))? $");

    /// <summary>A network's name and nothing else.</summary>
    private static readonly LinearPattern Bare = new("^(whatsapp|instagram|facebook|telegram|tik ?tok|twitter|youtube|kwai|pinterest|discord|snapchat)$");

    /// <summary>What a network is printed on or the theme of.</summary>
    private static readonly LinearPattern Shown = new(@"\b(tazas?|tazon(es)?|canecas?|cuadros?|quadros?|munec[oa]s?|bonec[oa]s?|fiestas?|festas?|temas?|tematic[ao]s?|posters?|almohadones?|remeras?|poleras?|playeras?|camisetas?|libros?|livros?|cursos?|peluches?|pelucias?|chapitas|toppers?|molduras?|figurinhas?|pegatinas?)\b");

    private static readonly LinearPattern Theme = new("( |^)(de|del|do|da|tema|estilo|tipo|y|e)( (la|el|o|a))? $");

    /// <summary>Names that may be a page's.</summary>
    private static readonly LinearPattern Handle = new("^ (de (la|nuestr[oa]) |da (nossa |loja)|do nosso )|^ ?[:=@]|^ [a-z0-9]*[._][a-z0-9]");

    /// <summary>"O livro se chama …", "fala 7 frases": no call.</summary>
    private static readonly LinearPattern NoCall = new(@"\bse (chama|llama)\b|\bfala [0-9]");

    private static readonly LinearPattern Says = new(@"\b(dicen?|diz|dizem|titulo|titulad[oa]|(se )?(llama|chama)|frase|leyenda|escrit[oa]|impres[oa]|estampad[oa]|grabad[oa]|gravad[oa])\b");

    private static readonly LinearPattern Possessive = new(@"\b(mi|nuestr[oa]|meu|noss[oa])\b");

    private static readonly LinearPattern Nets = new(@"\bredes (de|para|4g|3g|5g|wifi|wi-fi|lan|2|5|inalam|electr|hasta|moviles|gsm|son|tipo|x|[0-9])");

    private static readonly LinearPattern Unit = new("arroba (y|e|de|en|media|por|con|para|del|que|no|nao|funciona|fica|esta|va|sale|se|com|do|da|o|ou|son|sao|es|tiene|tem|pesa|equivale[a-z]*|enye|incluida?|inclusa)([ ,.]|$)|(tecla|simbolo|signo|una|uma|la|media|meia) arroba|enye y arroba");

    /// <summary>Whether the buyer is there; what a product has is said of the product.</summary>
    private static readonly LinearPattern Asked = new("^(voce|vc|vcs|usted|ud|vos|tu|tenes|tienes|tens) ");

    /// <summary>A name of two letters, and what a part's number goes on with: "el WP 928/81".</summary>
    private static readonly LinearPattern Short = new("( |^)(wp|ig|fb|wa|ws|yt|tt|md)$");

    private static readonly LinearPattern Model = new("^[ -]?[0-9]");

    /// <summary>"Insta-lação": a word broken at its syllable.</summary>
    private static bool IsPart(string text, Match match)
    {
        var end = match.Index + match.Length;
        return match.Value.EndsWith("insta", StringComparison.Ordinal) && end + 2 < text.Length && text[end] == '-' && text[end + 1] is 'l' or 'n' && char.IsAsciiLetter(text[end + 2]);
    }

    /// <summary>In a title between quotation marks, or on a mug.</summary>
    private static bool IsShown(string text, Match match, string around)
    {
        var before = text[Math.Max(0, match.Index - 60)..match.Index];
        var behind = text[(match.Index + match.Length)..Math.Min(text.Length, match.Index + match.Length + 60)];
        var (open, close) = (before.LastIndexOfAny(QuotationMarks.All), behind.IndexOfAny(QuotationMarks.All));
        if (open >= 0 && close >= 0 && (before[(open + 1)..] + behind[..close]).Contains(' ') && (Shown.IsMatch(before) || Says.IsMatch(before))) return true;
        return Shown.IsMatch(around) && Theme.IsMatch(before) && (before.EndsWith("tema ", StringComparison.Ordinal) || !Handle.IsMatch(behind));
    }

    private static string Misspelt(params string[] names) =>
        $@"\b({string.Join('|', names.SelectMany(name => Enumerable.Range(1, name.Length - 1).Select(i => $"{name[..i]}[a-z]{{0,2}}{name[(i + 1)..]}")))})\b";

    private protected override bool IsMeant(string text, Match match)
    {
        if (match.Value.Contains('@')) return true;
        // "12 threads, 3.9": a processor's.
        if (match.Value.StartsWith("threads", StringComparison.Ordinal) && match.Index > 1 && char.IsAsciiDigit(text[match.Index - 2])) return false;
        if (IsPart(text, match) || (Short.IsMatch(match.Value) && Model.IsMatch(text[(match.Index + match.Length)..Math.Min(text.Length, match.Index + match.Length + 4)]) && !Invitation.IsMatch(Clause.Sentence(text, match)))) return false;
        if (match.Value.Contains("arroba ", StringComparison.Ordinal)) return !Unit.IsMatch(match.Value) && !Unit.IsMatch(text[Math.Max(0, match.Index - 10)..(match.Index + match.Length)]);
        if (Clause.IsRefused(text, match)) return false;
        if (Sure.IsMatch(match.Value)) return true;
        var sentence = Clause.Sentence(text, match);
        if (match.Value.Contains("redes", StringComparison.Ordinal))
        {
            if (Nets.IsMatch(sentence)) return false;
            if (!match.Value.Contains("soci", StringComparison.Ordinal) && !Invitation.IsMatch(sentence)) return false;
        }

        if (Asked.IsMatch(match.Value)) return true;
        if (match.Value.Contains("usuario", StringComparison.Ordinal) || match.Value.Contains("perfil", StringComparison.Ordinal)) return !OwnPage.IsMatch(sentence);
        var around = sentence.Replace(match.Value, " ", StringComparison.Ordinal);
        if (match.Value.Contains("verd", StringComparison.Ordinal)) return Invitation.IsMatch(around) || match.Value.Contains("app", StringComparison.Ordinal) || match.Value.Contains("mensaj", StringComparison.Ordinal);
        if (Nick.IsMatch(match.Value)) return Invitation.IsMatch(around) && !Print.IsMatch(sentence);
        // "Vídeos para o TikTok", "emoji de Facebook": what it is about.
        if (!Invitation.IsMatch(around) && Subject.IsMatch(text[Math.Max(0, match.Index - 60)..match.Index])) return false;
        if (Bare.IsMatch(match.Value) && !Invitation.IsMatch(NoCall.Replace(around, " ")) && IsShown(text, match, around)) return false;
        // In Portuguese a face is a side.
        if (match.Value.EndsWith("face", StringComparison.Ordinal) && !Invitation.IsMatch(sentence)) return false;
        return Possessive.IsMatch(match.Value) || (Invitation.IsMatch(around) && !Print.IsMatch(sentence)) || !Feature.IsMatch(around);
    }
}
