using System.Text.RegularExpressions;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Handles and invitations to other networks. "Recibe notificaciones de WhatsApp" says what a watch does, and passes.</summary>
public sealed class SocialGuard() : PatternGuard(
    Name,
    "points to a social network or messenger; Mercado Libre takes down answers that lead off the platform",
    @"(^|[\s(:,;])@[a-z_][a-z0-9_.]{2,}\b",
    @"\barroba [a-z0-9._]{3,}",
    @"\b(w|vv)[ ._*-]?h?[ ._*-]?a[ ._*-]?t[ ._*-]?'?s[ ._*-]{0,2}a[ ._*-]?p{0,2}p\b",
    @"\bw[ ._-]s[ ._-]p\b|\b(wh?ats(ap{0,2})?|wass?app?|guass?app?|guatsap+|gua(t|s)s?|wapp|wats|wsp|wpp|wspp|whatss?app?|whatsapp?(eame|ea|eanos)|wasapea[a-z]*|zap|zapzap|zapi|zapear)\b",
    @"\b(te[li]egram|insta ?gra[mn]|face ?boo?k|feis ?bu[ck]k?|fei?sbuk|tik ?tok|mess?enger|mesenyer|snap ?chat|linked ?in|discord|skype|twitter|youtube|kwai|threads|pinterest|signal)\b",
    @"\b(por|en|no|pelo|na|via|mi|nuestro|nuestra|meu|nosso|al|del|el|tu|su|o|un|um) (wp|ig|fb|face|feis|insta|wa|wap|ws|yt|tt|md)\b",
    @"\bw[hats]{2,5}a?p+\b",
    // With a letter left out, put in or taken for another.
    Misspelt("instagram", "facebook", "whatsapp", "telegram", "messenger"),
    // By a nickname: beside an invitation, or where nothing else is called so.
    @"\b(insta|feis|fei[sz]|fbk)\b|\b(fb|ig|face|insta|wa|wp|ws|wsp|tt|tg|yt) ?[/|>-]+ ?[a-z][a-z0-9_.]{3,}",
    @"\b(mand|escrib|habl|pas|envi|respond|contest|agreg|cham)[a-z]*( [a-z]+){0,2} (md|ws|wp|wa|wasap|dm|mp)\b|\b(lista|grupo|difusion|canal|estado|estados|historia|historias) de (wp|ws|wa|wsp|wasap|difusion|insta)\b",
    @"\b(red|app|aplicacion|rede|aplicativo)( social)? (de|del|da|do) (la |las |los )?(camarita|camera|fotos|fotitos|pajarito|avioncito|passarinho|aviaozinho|videitos|telefonito|globito|f|f azul)\b|\b(camarita|avioncito|telefonito verde|logo verde|logo azul|burbuja verde|icono verde)\b",
    @"\b(un|al|por|el|seu|tu|no|pelo|mi|meu) (what|whats|guasa|guasap|guats|wats|wasa|wasap)\b",
    @"\b(ig|fb|insta|face|feis|wa|ws|snap|tw|wp|tt|yt|tg) ?[:=]",
    @"\b(ig|fb|insta|snap|i g|f b) [a-z0-9]+[._a-z0-9]*\b",
    @"\b(nuestras|nossas|mis|minhas|las|en|nas|por) redes( sociales| sociais)?\b",
    @"\b(por|al|un|manda|mandame|mandanos|envia|envie|no|na|por el|en el) (dm|dms|inbox|imbox)\b",
    @"\b(app|aplicacion|aplicativo|icono|mensajer[a-z]+|telefono|el|por|al|no|o) (verde|verdecito|verdinho)( de mensaj[a-z]+)?\b|\bverdecito\b|\b(app|aplicacion) (de mensaj[a-z]+|del (telefono|celu|celular)) verde\b")
{
    public const string Name = "social";

    /// <summary>What makes a network's name a product's feature.</summary>
    private static readonly LinearPattern Feature = new(
        @"compati[bv]|notificac|recib|receb|aplicac|aplicativ|\bapps?\b|instala|soport|suport|funciona|descarg|baixar|permit|videollam|chamad|llamad|mensajes de|mensagens|responder|\busar\b|\busa\b|utiliz|\btrae\b|\btiene\b|"
        + @"\btem\b|inclu[iy]|conect|transmi|grab|ideal|\bpara (videos?|streaming|lives?|fotos|reels|tus|sus|crear|contenido|tiktok|twitch|twitter|youtube|redes)|integrad|preinstal|precarg|pantalla|\btela\b|"
        + "redes (4g|3g|5g|wifi|wi-fi|lan|inalambricas|electricas)|microfono|microfone|camara|camera|tripode|aro de luz|anillo de luz|auricular|headset|consola|smart|\bver\b|\bvejo\b|televis|\btv\b|sticker|adesiv|calco|cartel|placa|letrero|neon|logo\b|vinilo|\bplan\b|\bchip\b|ilimitad|\blibro\b|\blivro\b|tapa blanda|teclado|\bboton");

    /// <summary>What says "come there", to us.</summary>
    private static readonly LinearPattern Invitation = new(
        @"contact|contat|\bescrib(i|e|ime|inos|enos|eme|anos|ame|ir|irnos|irme)\b|escrev|\bmand(a|ame|anos|e|em|enos|eme|ar|arnos)\b|\bmand(o|amos)\b|habl[ae](me|nos|mos)|hablan|hablam|\bllama(me|nos)\b|\bllame|\bsegui|\bsiga|siguen|"
        + @"\bsigue\b|\bbusca|\bbusque|encontr|encuentr|agreg|\bnuestr|\bmi\b|\bmis\b|\bmeu|\bnoss|\bcham[ae]\b|\bfal[ea]\b|adicion|\bte (paso|mando|envio|atiendo|respondo|escribo|agrego|dejo|passo|doy)\b|arregl|coordin|"
        + @"(pedidos|consultas|ventas|vendas|atencion|atendemos|atiendo|atendimento|presupuestos?) (por|pelo|via|no)|\bsomos\b|@|[0-9]{6}|\bgrupo\b|\bunite\b|\bcurta\b|comunic|\busuario\b|\bperfil\b|\bcomo [a-z]*[._0-9]|\bcanal\b|agenda|aparec|nos encontr|\bestamos\b");

    /// <summary>A thing that shows the name.</summary>
    private static readonly LinearPattern Print = new(@"\b(stickers?|calcos?|adesivos?|cartel|letrero|logo|vinilo|libro|livro)\b");

    private static readonly LinearPattern Possessive = new(@"\b(mi|nuestr[oa]|meu|noss[oa])\b");

    private static readonly LinearPattern Nets = new(@"\bredes (de|para|4g|3g|5g|wifi|wi-fi|lan|2|5|inalam|electr|hasta|moviles|gsm|son|tipo|x|[0-9])");

    private static readonly LinearPattern Unit = new("arroba (y|e|de|en|media|por|con|para|del|que|no|funciona|com|do|da)( |$)|(tecla|simbolo|signo|una|la|media) arroba");

    private static string Misspelt(params string[] names) =>
        $@"\b({string.Join('|', names.SelectMany(name => Enumerable.Range(1, name.Length - 1).Select(i => $"{name[..i]}[a-z]{{0,2}}{name[(i + 1)..]}")))})\b";

    private protected override bool IsMeant(string text, Match match)
    {
        if (match.Value.Contains('@')) return true;
        if (match.Value.Contains("arroba ", StringComparison.Ordinal)) return !Unit.IsMatch(match.Value) && !Unit.IsMatch(text[Math.Max(0, match.Index - 10)..(match.Index + match.Length)]);
        if (Clause.IsRefused(text, match)) return false;
        var sentence = Clause.Sentence(text, match);
        if (match.Value.Contains("redes", StringComparison.Ordinal))
        {
            if (Nets.IsMatch(sentence)) return false;
            if (!match.Value.Contains("soci", StringComparison.Ordinal) && !Invitation.IsMatch(sentence)) return false;
        }

        var around = sentence.Replace(match.Value, " ", StringComparison.Ordinal);
        if (match.Value.Contains("verd", StringComparison.Ordinal)) return Invitation.IsMatch(around) || match.Value.Contains("app", StringComparison.Ordinal) || match.Value.Contains("mensaj", StringComparison.Ordinal);
        // In Portuguese a face is a side.
        if (match.Value.EndsWith("face", StringComparison.Ordinal) && !Invitation.IsMatch(sentence)) return false;
        return Possessive.IsMatch(match.Value) || (Invitation.IsMatch(around) && !Print.IsMatch(sentence)) || !Feature.IsMatch(around);
    }
}
